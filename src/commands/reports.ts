import type { Command } from 'commander';
import { OPERATOR } from '../domain/audience.ts';
import type { Report } from '../domain/report.ts';
import type { Library } from '../domain/ports.ts';
import { isStale } from '../ingest/is-stale.ts';
import { lengthText } from '../words/place-label.ts';
import type { Run } from './command.ts';
import { noteTexts } from '../words/reading-note-words.ts';
import { print, printJson, say } from './terminal.ts';

/** `footnote reports` */
export function addReportsCommand(program: Command, run: Run): void {
  program
    .command('reports')
    .description('list the reports in the index')
    .option('--json', 'print one JSON object')
    .action(({ json }: { json?: boolean }) => run.onList((library) => listReports(library, json ?? false)));
}

async function listReports(library: Library, json: boolean): Promise<void> {
  const reports = await library.seenBy(OPERATOR).reports();
  if (json) {
    const { reportJson } = await import('../programs/report-json.ts');
    return printJson({ reports: reports.map(reportJson) });
  }
  if (reports.length === 0) return say('The index holds no report: `footnote ingest FILE` takes one in.');
  for (const report of reports) {
    const { id, title, file, sectionCount, publishedOn, kind, address } = report;
    const facts = [publishedOn, kind, lengthText(report, 'en') || 'no pages', `${sectionCount} sections`]
      .filter(Boolean)
      .join(', ');
    print(
      `${id}  ${file}  ${title} (${facts})`,
      ...[...(address === undefined ? [] : [`from ${address}`]), ...noteTexts(report, 'en'), ...staleLines(report)].map(
        (line) => `${' '.repeat(id.length)}  ${line}`,
      ),
    );
  }
}

function staleLines(report: Report): string[] {
  const isOld = isStale(report, { canRecognise: false });
  return isOld ? ['read by an earlier version: `footnote ingest --again` reads it anew'] : [];
}
