import type { Database } from '../sqlite/database.ts';
import { EVERYONES_SHELF } from '../sqlite/shelf-index.ts';
import type { Neighbour } from './vector-index.ts';
import { readVectors } from './sync-vectors.ts';

interface ShelvedVector {
  shelf: number;
  vector: Float32Array;
}

/**
 * Vectors of the reports that not everyone may see, compared one by one: a graph that held hidden chunks would lead
 * past some that may be seen. 10,000 of them take about 3 ms.
 */
export class NarrowVectors {
  readonly #held = new Map<number, ShelvedVector>();

  /** Ids of the chunks that it holds. */
  get ids(): Pick<ReadonlyMap<number, unknown>, 'has'> & Iterable<number> {
    const held = this.#held;
    return { has: (id) => held.has(id), [Symbol.iterator]: () => held.keys() };
  }

  /** Holds a vector of a chunk on a shelf. */
  hold(id: number, vector: Float32Array, shelf: number): void {
    this.#held.set(id, { vector, shelf });
  }

  /** Forgets chunks. */
  drop(ids: Iterable<number>): void {
    for (const id of ids) this.#held.delete(id);
  }

  /** Follows the database. */
  sync(db: Database): void {
    const rows = db
      .prepare(
        'SELECT chunks.id AS id, shelf FROM reports JOIN chunks ON chunks.report_id = reports.id WHERE shelf <> ?',
      )
      .all(EVERYONES_SHELF);
    const shelfOf = new Map(rows.map((row) => [Number(row['id']), Number(row['shelf'])]));
    for (const [id, { shelf }] of this.#held) if (shelfOf.get(id) !== shelf) this.#held.delete(id);
    const missing = [...shelfOf.keys()].filter((id) => !this.#held.has(id)).toSorted((a, b) => a - b);
    for (const { id, vector } of readVectors(db, missing)) this.hold(id, vector, shelfOf.get(id) ?? EVERYONES_SHELF);
  }

  /** The nearest chunks on some shelves, nearest first. */
  search(vector: Float32Array, limit: number, shelves: ReadonlySet<number>): Neighbour[] {
    if (!vector.some((value) => value !== 0)) return [];
    let found: Neighbour[] = [];
    let least = Number.NEGATIVE_INFINITY;
    for (const [id, held] of this.#held) {
      if (!shelves.has(held.shelf)) continue;
      const nearness = quickCosine(vector, held.vector);
      if (nearness <= least) continue;
      found.push({ id, cosine: nearness });
      if (found.length < ROOM * limit) continue;
      found = best(found, limit);
      least = found.at(-1)?.cosine ?? least;
    }
    return best(found, limit);
  }
}

/** Of so many times what is wanted, the best are kept: sorting everything takes as long as comparing it. */
const ROOM = 4;

function best(found: Neighbour[], limit: number): Neighbour[] {
  return found.toSorted((a, b) => b.cosine - a.cosine || a.id - b.id).slice(0, limit);
}

/** The cosine in four sums at once, twice as fast; its last digits may differ from those of `cosine`. */
function quickCosine(a: Float32Array, b: Float32Array): number {
  // Not taken out of an array: then the engine would keep them boxed.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < a.length; i += 4) {
    first += (a[i] ?? 0) * (b[i] ?? 0);
    second += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    third += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    fourth += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  return first + second + third + fourth;
}

/** Cosine of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
