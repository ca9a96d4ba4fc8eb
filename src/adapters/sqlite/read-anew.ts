import { setImmediate } from 'node:timers/promises';
import type { StatementReader } from '../../domain/ports.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { readAliasesOf, readChunks, readReport } from './library-rows-out.ts';
import { insertStatements } from './statement-rows.ts';

/** Reports with a chunk of which nothing is stored, or what another reader has read. */
const UNREAD = `
  SELECT DISTINCT chunks.report_id AS id FROM chunks
  LEFT JOIN statements ON statements.report_id = chunks.report_id AND statements.position = chunks.position
  WHERE statements.reader IS NOT ?`;

/** Reads the statements of reports again: see `Library.readAnew`. */
export async function readAnew(
  db: Database,
  reader: StatementReader,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  if (db.prepare("SELECT value FROM meta WHERE key = 'reader'").get()?.['value'] === reader.id) return;
  const waiting = db
    .prepare(UNREAD)
    .all(reader.id)
    .map(({ id }) => String(id));
  if (waiting.length > 0) progress(0, waiting.length);
  for (const [at, reportId] of waiting.entries()) {
    // Nobody else does the same report at the same time, and one that is done by now is left alone.
    inTransaction(db, () => readReportAnew(db, reader, reportId));
    progress(at + 1, waiting.length);
    await setImmediate();
  }
  db.prepare("INSERT OR REPLACE INTO meta VALUES ('reader', ?)").run(reader.id);
}

function readReportAnew(db: Database, reader: StatementReader, reportId: string): void {
  if (db.prepare(`${UNREAD} AND chunks.report_id = ? LIMIT 1`).get(reader.id, reportId) === undefined) return;
  const stored = readReport(db, reportId);
  if (!stored) return;
  const chunks = readChunks(db, reportId);
  const statements = reader.read({ report: stored.report, chunks, aliases: readAliasesOf(db, reportId) });
  insertStatements(db, reader.id, chunks, statements);
}
