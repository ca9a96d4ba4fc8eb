import type { Command } from 'commander';
import type { DescribedFact, DescriptionChange } from '../domain/description.ts';
import { DESCRIBED, Description } from '../domain/description.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { Report } from '../domain/report.ts';
import { factsJson } from '../programs/report-json.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { findReport } from './find-report.ts';
import { print, printJson } from './terminal.ts';

/** What a person calls each fact on the command line. */
const OPTIONS: Record<DescribedFact, string> = {
  title: 'title',
  publishedOn: 'date',
  publisher: 'publisher',
  company: 'company',
  period: 'period',
  kind: 'kind',
};

type DescribeOptions = Partial<Record<string, string | boolean>>;

/** `footnote describe REPORT --title … --date …`: corrects what was read of a report. */
export function addDescribeCommand(program: Command, run: Run): void {
  program
    .command('describe <report>')
    .description("show or correct what is said of a report; an empty text ('') takes a correction back")
    .option('--title <text>', 'its title')
    .option('--date <date>', 'when it was published: YYYY-MM-DD, YYYY-MM or YYYY')
    .option('--publisher <name>', 'who published it')
    .option('--company <name>', 'whom it is about')
    .option('--period <period>', 'what time it covers: 2020, 2023-Q2, 2020-12')
    .option('--kind <kind>', 'what it is: annual report, white paper …')
    .option('--json', 'print one JSON object')
    .action((name: string, options: DescribeOptions) => run((footnote) => describe(footnote, name, options)));
}

async function describe(footnote: Footnote, name: string, options: DescribeOptions): Promise<void> {
  const found = await findReport(footnote, name);
  const change = changeOf(options);
  const report = Object.keys(change).length === 0 ? found : await footnote.library.describe(found.id, change);
  if (!report)
    throw new ConfigurationError(`Report ${found.id} has just been removed: \`footnote reports\` lists what is there.`);
  if (options['json'] === true) printJson({ report: report.id, file: report.file, ...factsJson(report) });
  else print(`${report.id}  ${report.file}`, ...DESCRIBED.map((fact) => line(report, fact)));
}

/** @throws ConfigurationError when something that was said is none, or too long */
function changeOf(options: DescribeOptions): DescriptionChange {
  const said = DESCRIBED.flatMap((fact) => {
    const text = options[OPTIONS[fact]];
    return typeof text === 'string' ? [[fact, text.trim()] as const] : [];
  });
  const given = Description.safeParse(Object.fromEntries(said.filter(([, text]) => text !== '')));
  if (!given.success) {
    const problems = given.error.issues.map(({ path: [fact] }) =>
      fact === 'publishedOn'
        ? '--date: say YYYY-MM-DD, YYYY-MM or YYYY, a day that there is'
        : `--${String(fact)}: say it in at most 300 characters`,
    );
    throw new ConfigurationError(problems.join('\n'));
  }
  return { ...given.data, ...Object.fromEntries(said.flatMap(([fact, text]) => (text === '' ? [[fact, null]] : []))) };
}

function line(report: Report, fact: DescribedFact): string {
  const sure = report.confidence?.[fact];
  const how = report.described?.includes(fact)
    ? 'said'
    : sure !== undefined && `read, ${Math.round(sure * 100)} % sure`;
  return `  ${OPTIONS[fact].padEnd(10)} ${report[fact] ?? '–'}${report[fact] !== undefined && how ? `  (${how})` : ''}`;
}
