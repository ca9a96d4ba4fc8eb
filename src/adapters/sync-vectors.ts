import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Embedder } from '../domain/ports.ts';
import type { Chunk } from '../domain/report.ts';
import { chunkOf } from './library-rows-out.ts';
import type { VectorIndex } from './vector-index.ts';

/** Chunks that are embedded anew at once. */
const BATCH = 256;

/** Makes the vector index hold exactly the chunks of the database. */
export function syncIndex(db: DatabaseSync, index: VectorIndex): void {
  const stored = new Set(db.prepare('SELECT id FROM chunks').all().map((row) => Number(row['id'])));
  index.remove([...index.ids].filter((id) => !stored.has(id)));
  index.add(readVectors(db, [...stored].filter((id) => !index.ids.has(id))));
}

/** Embeds all chunks again when another embedder made the stored vectors; progress is kept batch by batch. */
export async function embedAnew(db: DatabaseSync, embedder: Embedder): Promise<void> {
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

function* readVectors(db: DatabaseSync, ids: number[]): Generator<{ id: number; vector: Float32Array }> {
  const read = db.prepare('SELECT vector FROM chunks WHERE id = ?');
  for (const id of ids) yield { id, vector: vectorOf(read.get(id)?.['vector']) };
}
