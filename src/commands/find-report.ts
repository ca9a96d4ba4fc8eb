import { OPERATOR } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { Report } from '../domain/report.ts';
import { terminalLine } from '../outlets/terminal-text.ts';
import { reportsNamed } from '../programs/named-report.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';

/**
 * The report that a person means: by id, file name, file name without extension, or title.
 * @param name absent: the only report there is
 * @throws ConfigurationError that says what there is when none, or more than one, is meant
 */
export async function findReport({ library }: Footnote, name: string | undefined): Promise<Report> {
  const reports = await library.seenBy(OPERATOR).reports();
  const meant = name === undefined ? reports : reportsNamed(reports, name);
  const [report, another] = meant;
  if (report && !another) return report;
  const list = reports.map(({ id, file, title }) => terminalLine(`  ${id}  ${file}  ${title}`)).join('\n');
  if (reports.length === 0)
    throw new ConfigurationError('The index holds no report: `footnote ingest FILE` takes one in.');
  const problem = name === undefined || another ? 'Which report is meant?' : `No report is called ${name}.`;
  throw new ConfigurationError(`${problem} Name one of these by id, file or title:\n${list}`);
}
