import type { Command } from 'commander';
import type { Report } from '../domain/report.ts';
import { given } from '../domain/given.ts';
import type { IngestResult } from '../ingest/ingest-files.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { AudienceOptions } from './audience-options.ts';
import { addAudienceOptions, audienceOf } from './audience-options.ts';
import type { Run } from './command.ts';
import { lengthText } from '../words/place-label.ts';
import { findStale } from '../wiring/find-stale.ts';
import { listReports } from '../wiring/list-reports.ts';
import { createProgressBar } from './progress-bar.ts';
import { lossTexts } from '../words/reading-note-words.ts';
import { createStatusLine, printJson, say } from './terminal.ts';

/** `footnote ingest FILE|FOLDER…` */
export function addIngestCommand(program: Command, run: Run): void {
  const command = program
    .command('ingest [paths...]')
    .description('take reports into the index: files, folders with all that is in them, https:// addresses');
  addAudienceOptions(command)
    .option(
      '--everyone',
      'show them to everyone; without any of these, a new edition keeps the audience of the one before',
    )
    .option('--again', 'read reports anew that an earlier version has read, from the copies of their files')
    .option('--json', 'print what became of the files as one JSON object')
    .action((paths: string[], options: IngestCommandOptions) => run((footnote) => ingest(footnote, paths, options)));
}

type IngestCommandOptions = AudienceOptions & { json?: boolean; again?: boolean };

async function ingest(
  footnote: Footnote,
  named: string[],
  { json, again, ...options }: IngestCommandOptions,
): Promise<number> {
  const stale = again ? await findStale(footnote) : { copies: [], lacking: [] };
  const paths = [...named, ...stale.copies.map(({ path }) => path)];
  const audience = audienceOf(options);
  const { files, missing } = listReports(paths);
  const bar = createProgressBar(createStatusLine());
  const result = await footnote.ingest(files, {
    onProgress: bar.update,
    names: Object.fromEntries(stale.copies.map(({ path, file }) => [path, file])),
    ...given({ audience }),
  });
  bar.clear();
  result.refused.unshift(...missing);
  tell(result);
  if (stale.lacking.length > 0)
    say(`Read by an earlier version, and no copy is kept: take these files in again: ${stale.lacking.join(', ')}.`);
  if (json)
    printJson({
      added: result.added.map(({ id, file, title, notes }) => ({ id, file, title, notes: notes ?? [] })),
      unchanged: result.unchanged,
      refused: result.refused,
    });
  return result.refused.length > 0 ? 1 : 0;
}

/** Reports named one by one; of more, only how many. */
const NAMED = 10;

function tell({ added, unchanged, refused }: IngestResult): void {
  if (added.length <= NAMED)
    for (const report of added) {
      const { title, file } = report;
      const notes = lossTexts(report, 'en').join('; ');
      const named = [file, lengthText(report, 'en')].filter(Boolean).join(', ');
      say(`Added ${title} (${named})${notes === '' ? '.' : `: ${notes}.`}`);
    }
  else say(addedText(added));
  if (unchanged.length > 0) say(`Unchanged: ${unchanged.length === 1 ? unchanged[0] : `${unchanged.length} files`}.`);
  for (const { reason } of refused) say(`Refused: ${reason}`);
  if (added.length + unchanged.length + refused.length === 0)
    say('No file to read: give report files, or folders that hold some.');
}

function addedText(added: Report[]): string {
  const unread = added.filter(({ notes }) => notes?.some(({ what }) => what === 'unread'));
  if (unread.length === 0) return `Added ${added.length} reports.`;
  const files = unread.slice(0, NAMED).map(({ file }) => file);
  const more = unread.length > NAMED ? `, and ${unread.length - NAMED} more` : '';
  return (
    `Added ${added.length} reports. Some pages were not read of ${files.join(', ')}${more}: ` +
    `\`footnote reports\` says which.`
  );
}
