import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ConfigurationError } from '../domain/errors.ts';
import type { LogRow } from '../domain/review.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { print, printExport, printJson, say } from './terminal.ts';

/** Entries that `footnote log` shows. */
const RECENT = 20;

interface ExportOptions {
  csv?: boolean;
  json?: boolean;
}

/** `footnote log`, `footnote log verify`, `footnote log export` */
export function addLogCommand(program: Command, run: Run): void {
  const log = program
    .command('log')
    .description('what editors found about citations: the last entries')
    .action(() => run(listRecent));
  log
    .command('verify')
    .description('check that no entry was changed and none is missing')
    .option('--json', 'print one JSON object')
    .action(({ json }: { json?: boolean }) => run((footnote) => verify(footnote, json ?? false)));
  log
    .command('export [file]')
    .description('write the whole log to a file, or to standard output')
    .option('--csv', 'for a spreadsheet')
    .option('--json', 'for a script')
    .action((file: string | undefined, options: ExportOptions) =>
      run((footnote) => exportLog(footnote, file, options)),
    );
}

async function listRecent({ review }: Footnote): Promise<void> {
  const rows = (await review.log()).slice(-RECENT);
  if (rows.length === 0) return say('The log is empty: no citation was reported or verified yet.');
  for (const row of rows) print(lineOf(row));
}

function lineOf({ entry, claim, citation }: LogRow): string {
  const about = citation ? `${citation.quote.reportTitle}: “${citation.quote.text}”` : (claim ?? entry.answerId);
  return (
    `${entry.number}  ${entry.at}  ${entry.editor}  ${entry.verdict ?? entry.action}  ` +
    `${about}${entry.note === '' ? '' : `  (${entry.note})`}`
  );
}

async function verify({ review }: Footnote, json: boolean): Promise<number> {
  const check = await review.verifyLog();
  if (json) printJson(check);
  else if (check.outcome === 'intact')
    print(`The log is intact: ${check.head.number} entries, the last one's hash is ${check.head.hash}.`);
  if (check.outcome === 'intact') return 0;
  say(
    'The log is not as it was written: entry ' +
      `${check.number} ${check.outcome === 'missing' ? 'is missing' : 'was changed'}. Compare review.db with a backup.`,
  );
  return 1;
}

async function exportLog(footnote: Footnote, file: string | undefined, { csv, json }: ExportOptions): Promise<void> {
  if (csv === json) throw new ConfigurationError('Which format? Give --csv for a spreadsheet or --json for a script.');
  const text = await footnote.exportLog(csv ? 'csv' : 'json');
  if (file === undefined) return printExport(text);
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new ConfigurationError(
      `${file} cannot be written: check that its folder is there and that you may write in it.`,
      { cause },
    );
  }
}
