import type { LogChange } from '../../domain/ports.ts';
import type { LogEntry, LogHead } from '../../domain/review.ts';
import { entryCells, entryOf } from '../sqlite/review-rows.ts';
import type { ReviewStoreParts } from '../sqlite/review-store.ts';
import type { Session } from './database.ts';

const ENTRIES = `
  SELECT number, at, editor, action, answer_id AS "answerId", citation_id AS "citationId", quote_key AS "quoteKey",
    verdict, note, previous_hash AS "previousHash", hash
  FROM log WHERE library = $1`;

/** The log of a library, or what it says of one answer, and its head. */
export async function readLog(
  session: Session,
  library: string,
  answerId?: string,
): Promise<{ entries: LogEntry[]; head: LogHead | undefined }> {
  const rows =
    answerId === undefined
      ? await session.all(`${ENTRIES} ORDER BY number`, [library])
      : await session.all(`${ENTRIES} AND answer_id = $2 ORDER BY number`, [library, answerId]);
  const row = await session.one('SELECT number, hash FROM log_head WHERE library = $1 AND number > 0', [library]);
  const head = row && { number: Number(row['number']), hash: String(row['hash']) };
  return { entries: rows.map(entryOf), head };
}

/** Appends entries, all or none: see `ReviewStore.append`. One after the other does it: each holds the log's head. */
export async function appendToLog(
  session: Session,
  library: string,
  changes: readonly LogChange[],
  { now, seal, firstHash }: Pick<ReviewStoreParts, 'now' | 'seal' | 'firstHash'>,
): Promise<LogEntry[] | undefined> {
  await session.run('INSERT INTO log_head VALUES ($1, 0, $2) ON CONFLICT (library) DO NOTHING', [library, firstHash]);
  const row = await session.one('SELECT number, hash FROM log_head WHERE library = $1 FOR UPDATE', [library]);
  for (const { entry, seen } of changes)
    if (seen !== undefined && seen !== (await lastAbout(session, library, entry.citationId))) return undefined;
  let head: LogHead = { number: Number(row?.['number']), hash: String(row?.['hash']) };
  const entries: LogEntry[] = [];
  for (const { entry, quote } of changes) {
    const { citationId = null, quoteKey = null, verdict = null, ...said } = entry;
    const sealed = seal({
      ...said,
      citationId,
      quoteKey,
      verdict,
      number: head.number + 1,
      at: new Date(now()).toISOString(),
      previousHash: head.hash,
    });
    await insertEntry(session, library, sealed);
    if (quote)
      await session.run('UPDATE citations SET quote = $3 WHERE library = $1 AND id = $2', [
        library,
        citationId,
        JSON.stringify(quote),
      ]);
    head = sealed;
    entries.push(sealed);
  }
  await session.run('UPDATE log_head SET number = $2, hash = $3 WHERE library = $1', [library, head.number, head.hash]);
  return entries;
}

/** Writes an entry as it is. */
export async function insertEntry(session: Session, library: string, entry: LogEntry): Promise<void> {
  await session.run('INSERT INTO log VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
    library,
    ...entryCells(entry),
  ]);
}

async function lastAbout(session: Session, library: string, citationId: string | undefined): Promise<number> {
  const row = await session.one('SELECT max(number) AS number FROM log WHERE library = $1 AND citation_id = $2', [
    library,
    citationId ?? '',
  ]);
  return Number(row?.['number'] ?? 0);
}
