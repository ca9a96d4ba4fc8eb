import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import hnswlib from 'hnswlib-node';
import { z } from 'zod';
import { setAside } from '../sqlite/set-aside.ts';
import type { StoredFile } from '../sqlite/storage-error.ts';
import { storageError } from '../sqlite/storage-error.ts';

/**
 * Neighbours looked at while searching, and links of each vector. Measured by `npm run bench -- recall` against every
 * vector compared, on 123 questions over the 8,921 passages of the open sets (CMRC, XQuAD, RGB): .976 of the first ten
 * and .973 of the first hundred are found. The library's own 16 links find .950 and .948; with a breadth of 128, .826
 * and .753.
 */
export const SEARCH_BREADTH = 1000;
const LINKS = 32;
/** Room for this many vectors at first, doubled when it runs out. */
const FIRST_CAPACITY = 1024;

/** What the saved index says of itself: where it differs, it must be built anew. */
const Label = z.object({
  library: z.string(),
  embedder: z.string(),
  dimension: z.int(),
  links: z.literal(LINKS),
  ids: z.array(z.int()),
  sha256: z.string(),
});

/** A stored vector with the id of its chunk. */
export interface StoredVector {
  id: number;
  vector: Float32Array;
}

/** A chunk near to a query, with the cosine of their vectors. */
export interface Neighbour {
  id: number;
  cosine: number;
}

/** Whose vectors these are. */
export interface Identity {
  /** Random id of the database: chunk ids mean nothing in another one. */
  library: string;
  embedder: string;
  dimension: number;
}

/** Nearest neighbours by hnswlib; derived from the database, never the only copy of anything. */
export class VectorIndex {
  readonly #directory: string;
  readonly #identity: Identity;
  #graph: hnswlib.HierarchicalNSW;
  #ids = new Set<number>();
  #saved = true;

  constructor(directory: string, identity: Identity) {
    this.#directory = directory;
    this.#identity = identity;
    this.#graph = this.#emptyGraph();
  }

  /** Ids of the chunks it holds. */
  get ids(): ReadonlySet<number> {
    return this.#ids;
  }

  /** Loads the saved index; false, and empty, when it is missing, damaged or made by another embedder. */
  load(): boolean {
    try {
      const label = this.#readLabel();
      if (!label) return false;
      const bytes = readFileSync(this.#file);
      if (createHash('sha256').update(bytes).digest('hex') !== label.sha256) return false;
      const graph = new hnswlib.HierarchicalNSW('ip', this.#identity.dimension);
      graph.readIndexSync(this.#file, true);
      this.#graph = graph;
      this.#ids = new Set(label.ids);
      return true;
    } catch {
      // Whatever is wrong with the files: they are derived, and built anew from the database.
      return false;
    }
  }

  /** Adds vectors; one that is all zeros, or cannot be one of these, has no neighbours and only its id is noted. */
  add(vectors: Iterable<StoredVector>): void {
    for (const { id, vector } of vectors) {
      this.#ids.add(id);
      this.#saved = false;
      if (vector.length !== this.#identity.dimension || !vector.some((value) => value !== 0)) continue;
      if (this.#graph.getCurrentCount() >= this.#graph.getMaxElements())
        this.#graph.resizeIndex(Math.max(FIRST_CAPACITY, this.#graph.getMaxElements() * 2));
      this.#graph.addPoint([...vector], id, true);
    }
  }

  /** Forgets chunks. */
  remove(ids: Iterable<number>): void {
    const known = new Set(this.#graph.getIdsList());
    for (const id of ids) {
      if (!this.#ids.delete(id)) continue;
      this.#saved = false;
      if (known.has(id)) this.#graph.markDelete(id);
    }
  }

  /** Forgets everything: a removed vector still bends the ways of the graph. */
  clear(): void {
    this.#graph = this.#emptyGraph();
    this.#ids.clear();
    this.#saved = false;
  }

  /**
   * The nearest chunks, nearest first.
   * @param breadth another than the usual one, to measure what that finds
   */
  search(vector: Float32Array, limit: number, breadth = SEARCH_BREADTH): Neighbour[] {
    const count = Math.min(limit, this.#graph.getCurrentCount());
    if (count === 0 || !vector.some((value) => value !== 0)) return [];
    this.#graph.setEf(breadth);
    const { neighbors, distances } = this.#graph.searchKnn([...vector], count);
    return neighbors.map((id, at) => ({ id, cosine: 1 - (distances[at] ?? 1) })).filter(({ id }) => this.#ids.has(id));
  }

  /**
   * Saves what has changed: a new file beside the old one, then its label. A label that does not fit is no index.
   * @throws StorageError when there is no room, or the folder cannot be written; nothing is lost by it
   */
  save(): void {
    if (this.#saved) return;
    const mark = `${process.pid}.${randomUUID()}.tmp`;
    const [fresh, freshLabel] = [`${this.#file}.${mark}`, `${this.#labelFile}.${mark}`];
    try {
      // The library does not say when it cannot write.
      writeFileSync(fresh, '');
      this.#graph.writeIndexSync(fresh);
      const bytes = readFileSync(fresh);
      const label = {
        ...this.#identity,
        links: LINKS,
        ids: [...this.#ids],
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
      writeFileSync(freshLabel, JSON.stringify(label));
      for (const path of [this.#file, this.#labelFile])
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) setAside(path, new Date());
      rmSync(this.#labelFile, { force: true });
      renameSync(fresh, this.#file);
      renameSync(freshLabel, this.#labelFile);
      this.#saved = true;
    } catch (error) {
      throw storageError(derived(this.#file), error) ?? error;
    } finally {
      for (const path of [fresh, freshLabel]) rmSync(path, { force: true });
    }
  }

  #emptyGraph(): hnswlib.HierarchicalNSW {
    const graph = new hnswlib.HierarchicalNSW('ip', this.#identity.dimension);
    graph.initIndex({ maxElements: FIRST_CAPACITY, m: LINKS, allowReplaceDeleted: true });
    return graph;
  }

  #readLabel(): z.infer<typeof Label> | undefined {
    const label = Label.safeParse(JSON.parse(readFileSync(this.#labelFile, 'utf8')));
    if (!label.success) return undefined;
    const { library, embedder, dimension } = this.#identity;
    const ours =
      label.data.library === library && label.data.embedder === embedder && label.data.dimension === dimension;
    return ours ? label.data : undefined;
  }

  get #file(): string {
    return join(this.#directory, 'vectors.hnsw');
  }

  get #labelFile(): string {
    return join(this.#directory, 'vectors.json');
  }
}

function derived(path: string): StoredFile {
  return {
    path,
    holds: 'the vectors once more, for searching',
    ifDamaged: 'It is built anew from library.db at the next start.',
  };
}
