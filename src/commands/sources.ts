import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { ConfigurationError, UnreadableReportError } from '../domain/errors.ts';
import type { Origin, TakenDocument, TakenState } from '../domain/origin.ts';
import { secretsOf } from '../domain/origin.ts';
import type { OpenedOrigins } from '../wiring/open-origins.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { createProgressBar } from './progress-bar.ts';
import { readSecrets } from './read-settings.ts';
import { createStatusLine, print, printJson } from './terminal.ts';

interface SourcesOptions {
  update?: boolean;
  json?: boolean;
}

/** `footnote sources [NAME…]` */
export function addSourcesCommand(program: Command, run: Run): void {
  program
    .command('sources [names...]')
    .description('list the places in sources.yaml and what came in from them; --update takes in what is new there')
    .option('--update', 'look at these places, or all, and take in what is new or changed')
    .option('--json', 'print one JSON object')
    .action((names: string[], options: SourcesOptions) =>
      run((footnote, config) => sources(footnote, config, names, options)),
    );
}

async function sources(footnote: Footnote, config: Config, names: string[], options: SourcesOptions): Promise<number> {
  const { openOrigins } = await import('../wiring/open-origins.ts');
  const origins = openOrigins(config, footnote);
  try {
    const chosen = choose(origins.listed, names, config.sourcesFile);
    const problems = options.update ? await updateAll(chosen, origins, config) : new Map<string, string>();
    const taken = await origins.taken();
    const of = ({ name }: Origin) => taken.filter(({ origin }) => origin === name);
    const listed = chosen.map((origin) => ({ origin, documents: of(origin), problem: problems.get(origin.name) }));
    if (options.json)
      printJson({
        sources: listed.map(({ origin: { name, loader }, documents, problem }) => ({
          name,
          loader,
          ...(problem === undefined ? {} : { problem }),
          documents: documents.map(({ origin: _origin, ...rest }) => rest),
        })),
      });
    else listed.forEach(({ origin, documents, problem }) => print(...linesOf(origin, documents, problem)));
    const failed = listed.some(({ documents }) => documents.some(({ state }) => state === 'failed'));
    return problems.size > 0 || (options.update === true && failed) ? 1 : 0;
  } finally {
    origins.close();
  }
}

function choose(listed: Origin[], names: string[], file: string): Origin[] {
  if (listed.length === 0) throw new ConfigurationError(`${file} names no place: docs/sources.md says how it looks.`);
  const unknown = names.filter((name) => !listed.some((origin) => origin.name === name));
  if (unknown.length > 0)
    throw new ConfigurationError(
      `${file} has no ${unknown.join(', ')}; it has ${listed.map(({ name }) => name).join(', ')}.`,
    );
  return names.length === 0 ? listed : listed.filter(({ name }) => names.includes(name));
}

/** A place that cannot be looked at does not stop the others. */
async function updateAll(chosen: Origin[], origins: OpenedOrigins, config: Config): Promise<Map<string, string>> {
  const problems = new Map<string, string>();
  const bar = createProgressBar(createStatusLine());
  for (const origin of chosen) {
    try {
      const secrets = readSecrets(config, secretsOf(origin));
      await origins.update(origin, (name) => secrets[name] ?? '', bar.update);
    } catch (error) {
      if (!(error instanceof UnreadableReportError || error instanceof ConfigurationError)) throw error;
      problems.set(origin.name, error.message);
    }
  }
  bar.clear();
  return problems;
}

const STATES: Record<TakenState, string> = {
  added: 'added',
  replaced: 'replaced',
  unchanged: 'unchanged',
  failed: 'failed',
  gone: 'gone there; its report stays',
};

function linesOf({ name, loader }: Origin, documents: TakenDocument[], problem: string | undefined): string[] {
  const none =
    problem === undefined && documents.length === 0 ? ['  nothing yet: --update takes in what is there'] : [];
  return [
    `${name}  (${loader})`,
    ...(problem === undefined ? [] : [`  cannot be looked at: ${problem}`]),
    ...none,
    ...documents.map(documentLine),
  ];
}

function documentLine({ document, state, report, takenAt, reason }: TakenDocument): string {
  const since = takenAt === undefined ? '' : `, came in ${takenAt.slice(0, 16).replace('T', ' ')} UTC`;
  return `  ${report ?? '–'.padEnd(12)}  ${document}  ${STATES[state]}${reason === undefined ? since : `: ${reason}`}`;
}
