import type { SQLOutputValue } from 'node:sqlite';
import type { Embedder } from '../domain/ports.ts';
import type { Chunk } from '../domain/report.ts';
import type { Database } from './database.ts';
import { chunkOf } from './library-rows-out.ts';
import { EVERYONES_SHELF } from './shelf-index.ts';
import type { StoredVector, VectorIndex } from './vector-index.ts';

/** Chunks that are embedded anew at once. */
const BATCH = 256;

/** Makes the vector index hold exactly the chunks that everyone may see. */
export function syncIndex(db: Database, index: VectorIndex): void {
  const seen = readIds(db, 'SELECT chunks.id AS id FROM reports JOIN chunks ON chunks.report_id = reports.id WHERE shelf = ? ORDER BY chunks.id', EVERYONES_SHELF);
  const gone = [...index.ids].filter((id) => !seen.has(id));
  // What was hidden from everyone, and not removed, must leave no trace.
  if (gone.length > 0 && readIds(db, 'SELECT id FROM chunks WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1', JSON.stringify(gone)).size > 0) index.clear();
  else index.remove(gone);
  index.add(readVectors(db, [...seen].filter((id) => !index.ids.has(id))));
}

function readIds(db: Database, query: string, value: string | number): Set<number> {
  return new Set(db.prepare(query).all(value).map((row) => Number(row['id'])));
}

/** Embeds all chunks again when another embedder made the stored vectors; progress is kept batch by batch. */
export async function embedAnew(db: Database, embedder: Embedder): Promise<void> {
  const made = db.prepare("SELECT value FROM meta WHERE key = 'embedder'").get()?.['value'];
  if (made === embedder.id) return;
  const rows = made === undefined ? [] : db.prepare('SELECT * FROM chunks ORDER BY id').all();
  const update = db.prepare('UPDATE chunks SET vector = ? WHERE id = ?');
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH);
    const vectors = await embedder.embed(batch.map((row) => embeddedText(chunkOf(row))));
    batch.forEach((row, i) => update.run(bytesOf(vectors[i] ?? new Float32Array(embedder.dimension)), Number(row['id'])));
  }
  db.prepare("INSERT OR REPLACE INTO meta VALUES ('embedder', ?)").run(embedder.id);
}

/** What of a chunk is embedded: its text under its heading. */
export function embeddedText({ path, text }: Chunk): string {
  return [...path.slice(-1), text].join('\n');
}

/** A vector as it is stored. */
export function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** A stored vector. */
export function vectorOf(blob: SQLOutputValue | undefined): Float32Array {
  if (!(blob instanceof Uint8Array)) throw new TypeError('a stored vector is a blob');
  // A copy: SQLite's bytes need not lie on a boundary of four.
  return new Float32Array(Uint8Array.from(blob).buffer);
}

/** Stored vectors of some chunks. */
export function* readVectors(db: Database, ids: number[]): Generator<StoredVector> {
  const read = db.prepare('SELECT vector FROM chunks WHERE id = ?');
  for (const id of ids) yield { id, vector: vectorOf(read.get(id)?.['vector']) };
}
