import type { Embedder } from '../../domain/ports.ts';
import type { Chunk } from '../../domain/report.ts';
import type { PassesOver, StoredRow } from '../sound-rows.ts';
import type { Database } from '../sqlite/database.ts';
import { CHUNKS } from '../sqlite/library-rows-out.ts';
import { EVERYONES_SHELF } from '../sqlite/shelf-index.ts';
import { soundRows } from '../sound-rows.ts';
import type { StoredVector, VectorIndex } from './vector-index.ts';

/** Chunks that are embedded anew at once. */
const BATCH = 256;

/** Makes the vector index hold exactly the chunks that everyone may see. */
export function syncIndex(db: Database, index: VectorIndex): void {
  const seen = readIds(
    db,
    'SELECT chunks.id AS id FROM reports JOIN chunks ON chunks.report_id = reports.id WHERE shelf = ? ' +
      'ORDER BY chunks.id',
    EVERYONES_SHELF,
  );
  const gone = [...index.ids].filter((id) => !seen.has(id));
  // What was hidden from everyone, and not removed, must leave no trace.
  if (
    gone.length > 0 &&
    readIds(db, 'SELECT id FROM chunks WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1', JSON.stringify(gone))
      .size > 0
  )
    index.clear();
  else index.remove(gone);
  index.add(
    readVectors(
      db,
      [...seen].filter((id) => !index.ids.has(id)),
    ),
  );
}

function readIds(db: Database, query: string, value: string | number): Set<number> {
  return new Set(
    db
      .prepare(query)
      .all(value)
      .map((row) => Number(row['id'])),
  );
}

/** Embeds all chunks again when another embedder made the stored vectors; progress is kept batch by batch. */
export async function embedAnew(db: Database, embedder: Embedder): Promise<void> {
  const made = db.prepare("SELECT value FROM meta WHERE key = 'embedder'").get()?.['value'];
  if (made === embedder.id) return;
  const rows = made === undefined ? [] : soundRows(db, CHUNKS, db.prepare('SELECT * FROM chunks ORDER BY id').all());
  const update = db.prepare('UPDATE chunks SET vector = ? WHERE id = ?');
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const vectors = await embedder.embed(batch.map(({ chunk }) => embeddedText(chunk)));
    batch.forEach(({ id }, i) => update.run(bytesOf(vectors[i] ?? new Float32Array(embedder.dimension)), id));
  }
  db.prepare("INSERT OR REPLACE INTO meta VALUES ('embedder', ?)").run(embedder.id);
}

/** What of a chunk is embedded: its text under its heading, and the heads of its tables. */
export function embeddedText({ path, text, tables }: Chunk): string {
  return [...path.slice(-1), ...(tables && tables.heads !== '' ? [tables.heads] : []), text].join('\n');
}

/** A vector as it is stored. */
export function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Stands for a vector that cannot be read: near to nothing. */
export const NO_VECTOR = new Float32Array(0);

/** The vector of a row of `chunks`. */
export function vectorOf(db: PassesOver, { id, vector }: StoredRow): Float32Array {
  // A copy: SQLite's bytes need not lie on a boundary of four.
  const read =
    vector instanceof Uint8Array && vector.length % Float32Array.BYTES_PER_ELEMENT === 0
      ? new Float32Array(Uint8Array.from(vector).buffer)
      : NO_VECTOR;
  if (read.length > 0 && read.every((value) => Math.abs(value) <= LARGEST)) return read;
  db.passOver('chunks', [`${String(id)} (its vector)`]);
  return NO_VECTOR;
}

/** No part of a vector of length 1 is larger, but for rounding. */
const LARGEST = 1.001;

/** Stored vectors of some chunks. */
export function* readVectors(db: Database, ids: number[]): Generator<StoredVector> {
  const read = db.prepare('SELECT id, vector FROM chunks WHERE id = ?');
  for (const id of ids) yield { id, vector: vectorOf(db, read.get(id) ?? { id }) };
}
