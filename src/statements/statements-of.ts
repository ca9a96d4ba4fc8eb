import type { VisibleLibrary } from '../domain/ports.ts';
import type { Chunk, Report } from '../domain/report.ts';
import type { Statement } from '../domain/statement.ts';
import type { Names } from '../lexicon/names.ts';
import { readStatements } from './read-statements.ts';
import { yearOf } from './statement-reader.ts';

/** A chunk with the report that it is of. */
interface Found {
  chunk: Chunk;
  report: Report;
}

/** What some chunks say: as it is stored, and read on the spot where that was lost. */
export async function statementsOf(
  library: Pick<VisibleLibrary, 'statements'>,
  found: readonly Found[],
  names: Names,
): Promise<Statement[][]> {
  const stored = await library.statements(found.map(({ chunk }) => chunk));
  return found.map(
    ({ chunk, report }, at) =>
      stored[at] ?? readStatements(chunk.text, { names, reportYear: yearOf(report) }, chunk.order, chunk.tables?.rows),
  );
}
