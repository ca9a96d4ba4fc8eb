import type { DatabaseSync } from 'node:sqlite';
import { EVERYONES_SHELF } from './shelf-index.ts';
import type { Neighbour } from './vector-index.ts';
import { readVectors } from './sync-vectors.ts';

interface ShelvedVector {
  shelf: number;
  vector: Float32Array;
}

/**
 * Vectors of the reports that not everyone may see, compared one by one: a graph that held hidden chunks would lead past some
 * that may be seen. 20,000 of them take about 10 ms.
 */
export class NarrowVectors {
  readonly #held = new Map<number, ShelvedVector>();

  /** Follows the database. */
  sync(db: DatabaseSync): void {
    const rows = db.prepare('SELECT chunks.id AS id, shelf FROM reports JOIN chunks ON chunks.report_id = reports.id WHERE shelf <> ?').all(EVERYONES_SHELF);
    const shelfOf = new Map(rows.map((row) => [Number(row['id']), Number(row['shelf'])]));
    for (const [id, { shelf }] of this.#held) if (shelfOf.get(id) !== shelf) this.#held.delete(id);
    const missing = [...shelfOf.keys()].filter((id) => !this.#held.has(id)).toSorted((a, b) => a - b);
    for (const { id, vector } of readVectors(db, missing)) this.#held.set(id, { vector, shelf: shelfOf.get(id) ?? EVERYONES_SHELF });
  }

  /** The nearest chunks on some shelves, nearest first. */
  search(vector: Float32Array, limit: number, shelves: ReadonlySet<number>): Neighbour[] {
    if (!vector.some((value) => value !== 0)) return [];
    const found: Neighbour[] = [];
    for (const [id, held] of this.#held) if (shelves.has(held.shelf)) found.push({ id, cosine: cosine(vector, held.vector) });
    return found.toSorted((a, b) => b.cosine - a.cosine || a.id - b.id).slice(0, limit);
  }
}

/** Cosine of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
