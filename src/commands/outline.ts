import type { Command } from 'commander';
import { OPERATOR } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Page, Section } from '../domain/report.ts';
import { outlineJson } from '../programs/report-json.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { findReport } from './find-report.ts';
import { print, printJson } from './terminal.ts';

/** `footnote outline [REPORT]`; with one report in the index the argument can be left out. */
export function addOutlineCommand(program: Command, run: Run): void {
  program
    .command('outline [report]')
    .description("show a report's sections with their pages: those that it lists itself, else all that were found")
    .option('--all', 'also the headings below those that the report lists')
    .option('--json', 'print one JSON object')
    .action((name: string | undefined, options: OutlineOptions) => run((footnote) => outline(footnote, name, options)));
}

interface OutlineOptions {
  all?: boolean;
  json?: boolean;
}

async function outline(footnote: Footnote, name: string | undefined, { all, json }: OutlineOptions): Promise<void> {
  const { id } = await findReport(footnote, name);
  const stored = await footnote.library.seenBy(OPERATOR).report(id);
  if (!stored)
    throw new ConfigurationError(`Report ${id} has just been removed: \`footnote reports\` lists what is there.`);
  const shown = { ...stored, sections: all ? stored.sections : ownOutline(stored.sections) };
  if (json) printJson(outlineJson(shown));
  else print(...outlineLines(shown));
}

/** What the report lists itself, else what was found; without what is no matter of the report. */
function ownOutline(sections: Section[]): Section[] {
  const isListed = sections.some(({ listed }) => listed);
  return sections.filter(({ listed, kind }) => (isListed ? listed : kind !== 'contents'));
}

function outlineLines({ report, sections, pages }: StoredReport): string[] {
  const lines = sections.map(({ path, firstPage, lastPage, kind }) => {
    const [from, to] = [labelOf(pages, firstPage), labelOf(pages, lastPage)];
    const place = from === undefined ? '' : `  ${from === to ? from : `${from}–${to}`}`;
    return `${'  '.repeat(path.length - 1)}${path.at(-1)}${place}${kind === undefined ? '' : `  (${kind})`}`;
  });
  return [`${report.title} (${report.file})`, ...lines];
}

function labelOf(pages: Page[], number: number): string | undefined {
  return pages.find((page) => page.number === number)?.label;
}
