import { existsSync, readFileSync } from 'node:fs';
import type { Embedder } from '../domain/ports.ts';
import { embeddedTerms } from '../text/embedded-terms.ts';
import { simplify } from '../text/simplify.ts';
import { buildDictionary, vectorFiles } from './dictionary-files.ts';

/** Length of a vector; twice of it finds a little more across languages and takes twice the memory. */
export const DIMENSION = 256;

/** The vectors of the dictionary's terms, where they lie. */
interface Model {
  /** Row of each term. */
  rowOf: Map<string, number>;
  idf: Float32Array;
  rows: Int8Array;
}

/**
 * An embedder without a model of language: a text is the sum of its words' vectors, which the bilingual dictionary teaches,
 * so that a Chinese text lies near an English one that says the same. Needs no download; gives the same vector on every machine.
 * @param directory where the dictionary's files are; they are built when they are missing
 */
export function createDictionaryEmbedder(directory: string): Embedder {
  let model: Model | undefined;
  return {
    id: `dictionary-${DIMENSION}-1`,
    dimension: DIMENSION,
    embed: (texts) => {
      const loaded = (model ??= readModel(directory));
      return Promise.resolve(texts.map((text) => embedText(text, loaded)));
    },
  };
}

function readModel(directory: string): Model {
  const { terms, rows } = vectorFiles(directory);
  if (!existsSync(terms) || !existsSync(rows)) buildDictionary(directory);
  const lines = readFileSync(terms, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  return {
    rowOf: new Map(lines.map(([term = ''], at) => [term, at])),
    idf: Float32Array.from(lines, ([, idf]) => Number(idf)),
    rows: new Int8Array(readFileSync(rows)),
  };
}

function embedText(text: string, { rowOf, idf, rows }: Model): Float32Array {
  const counts = new Map<number, number>();
  for (const term of embeddedTerms(simplify(text.normalize('NFKC')), (word) => rowOf.has(word))) {
    const row = rowOf.get(term);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const vector = new Float32Array(DIMENSION);
  for (const [row, count] of counts) {
    const values = rows.subarray(row * DIMENSION, (row + 1) * DIMENSION);
    const factor = ((idf[row] ?? 0) * (1 + Math.log(count))) / lengthOf(values);
    for (let k = 0; k < DIMENSION; k++) vector[k] = (vector[k] ?? 0) + factor * (values[k] ?? 0);
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function lengthOf(values: Int8Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum) || 1;
}
