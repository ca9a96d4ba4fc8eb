/** Vectors of terms: what stands together in a dictionary, or with the same things, lies near. */
export interface TermVectors {
  terms: string[];
  /** Rarity of each term, ln(N / df). */
  idf: Float32Array;
  dimension: number;
  /** One row a term, scaled so that its largest value is 127. */
  rows: Int8Array;
}

/** Documents that hold a term at least: what stands in one only has no neighbours of its own. */
const LEAST_DOCUMENTS = 2;
/** Steps from term to term through the documents that both stand in; the random start itself does not count. */
const HOPS = 2;

/** Documents as rows of a sparse matrix, each of length 1. */
interface Matrix {
  /** Where each document's entries begin; one more marks the end. */
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/**
 * Trains vectors by iterated random projection (FastRP, Chen et al. 2019): random vectors, spread along the documents
 * that terms share, and added up over the hops. As good here as a truncated SVD of the same size that takes ten times
 * as long.
 * @param documents the different terms of each
 */
export function trainTermVectors(documents: readonly (readonly string[])[], dimension: number): TermVectors {
  const { terms, idf } = countTerms(documents);
  const matrix = buildMatrix(documents, new Map(terms.map((term, at) => [term, at])), idf);
  let current = randomRows(terms.length, dimension);
  const sum = new Float32Array(current.length);
  for (let hop = 0; hop < HOPS; hop++) {
    current = spread(matrix, current, dimension);
    scaleRows(current, dimension, lengthOf, 1);
    addScaled(sum, 0, current, 0, 1, sum.length);
  }
  scaleRows(sum, dimension, largestOf, 127);
  return { terms, idf, dimension, rows: new Int8Array(sum.map(Math.round)) };
}

function countTerms(documents: readonly (readonly string[])[]): { terms: string[]; idf: Float32Array } {
  const frequency = new Map<string, number>();
  for (const terms of documents) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const kept = [...frequency].filter(([, count]) => count >= LEAST_DOCUMENTS);
  return {
    terms: kept.map(([term]) => term),
    idf: Float32Array.from(kept, ([, count]) => Math.log(documents.length / count)),
  };
}

function buildMatrix(
  documents: readonly (readonly string[])[],
  columnOf: Map<string, number>,
  idf: Float32Array,
): Matrix {
  const [starts, columns, values] = [[0], [] as number[], [] as number[]];
  for (const terms of documents) {
    const held = terms.flatMap((term) => columnOf.get(term) ?? []);
    const length = Math.hypot(...held.map((column) => idf[column] ?? 0)) || 1;
    for (const column of held) {
      columns.push(column);
      values.push((idf[column] ?? 0) / length);
    }
    starts.push(columns.length);
  }
  return { starts: Uint32Array.from(starts), columns: Uint32Array.from(columns), values: Float32Array.from(values) };
}

/**
 * Sparse random signs (Achlioptas 2003) from a generator that gives the same ones everywhere (xorshift, Marsaglia
 * 2003).
 */
function randomRows(count: number, dimension: number): Float32Array {
  const rows = new Float32Array(count * dimension);
  let state = 12_345;
  for (let at = 0; at < rows.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const share = (state >>> 0) / 2 ** 32;
    if (share < 2 / 6) rows[at] = share < 1 / 6 ? -1 : 1;
  }
  return rows;
}

/**
 * Each document gathers the rows of its terms, and each term the sums of its documents: one step along the shared
 * documents.
 */
function spread({ starts, columns, values }: Matrix, rows: Float32Array, dimension: number): Float32Array {
  const result = new Float32Array(rows.length);
  const sum = new Float32Array(dimension);
  for (let document = 0; document + 1 < starts.length; document++) {
    const [from, to] = [starts[document] ?? 0, starts[document + 1] ?? 0];
    sum.fill(0);
    for (let at = from; at < to; at++)
      addScaled(sum, 0, rows, (columns[at] ?? 0) * dimension, values[at] ?? 0, dimension);
    for (let at = from; at < to; at++)
      addScaled(result, (columns[at] ?? 0) * dimension, sum, 0, values[at] ?? 0, dimension);
  }
  return result;
}

function addScaled(
  target: Float32Array,
  targetAt: number,
  source: Float32Array,
  sourceAt: number,
  factor: number,
  dimension: number,
): void {
  for (let k = 0; k < dimension; k++)
    target[targetAt + k] = (target[targetAt + k] ?? 0) + factor * (source[sourceAt + k] ?? 0);
}

/** Scales each row to the same size, as `sizeOf` measures it. */
function scaleRows(rows: Float32Array, dimension: number, sizeOf: (row: Float32Array) => number, size: number): void {
  for (let at = 0; at < rows.length; at += dimension) {
    const row = rows.subarray(at, at + dimension);
    const factor = size / (sizeOf(row) || 1);
    for (let k = 0; k < dimension; k++) row[k] = (row[k] ?? 0) * factor;
  }
}

function lengthOf(row: Float32Array): number {
  let sum = 0;
  for (const value of row) sum += value * value;
  return Math.sqrt(sum);
}

function largestOf(row: Float32Array): number {
  let largest = 0;
  for (const value of row) largest = Math.max(largest, Math.abs(value));
  return largest;
}
