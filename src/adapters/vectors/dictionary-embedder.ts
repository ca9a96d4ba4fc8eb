import type { Embedder } from '../../domain/ports.ts';
import { remember } from '../../text/remember.ts';
import { embeddedTerms } from '../../dictionary/embedded-terms.ts';
import { readDictionaryFile, vectorFiles } from '../dictionary/dictionary-files.ts';

/** Length of a vector; twice of it finds a little more across languages and takes twice the memory. */
export const DIMENSION = 256;

/** The vectors of the dictionary's terms, where they lie. */
interface Model {
  /** Row of each term. */
  rowOf: Map<string, number>;
  /** What each row is multiplied by: its term's rarity over its own length. */
  factors: Float32Array;
  rows: Int8Array;
}

/**
 * An embedder without a model of language: a text is the sum of its words' vectors, which the bilingual dictionary
 * teaches, so that a Chinese text lies near an English one that says the same. Needs no download; gives the same vector
 * on every machine.
 * @param directory where the dictionary's files are; they are built when they are missing
 * @param say takes a line when they are
 */
export function createDictionaryEmbedder(directory: string, say?: (line: string) => void): Embedder {
  let model: Model | undefined;
  const embed = remember((text) => embedText(text, (model ??= readModel(directory, say))), 300_000);
  return {
    id: `dictionary-${DIMENSION}-1`,
    dimension: DIMENSION,
    embed: (texts) => Promise.resolve(texts.map(embed)),
  };
}

function readModel(directory: string, say?: (line: string) => void): Model {
  const { terms, rows } = vectorFiles(directory);
  const lines = readDictionaryFile(directory, terms, say)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return {
    rowOf: new Map(lines.map(([term = ''], at) => [term, at])),
    factors: Float32Array.from(lines, ([, factor]) => Number(factor)),
    rows: new Int8Array(readDictionaryFile(directory, rows, say)),
  };
}

function embedText(text: string, { rowOf, factors, rows }: Model): Float32Array {
  const counts = new Map<number, number>();
  for (const term of embeddedTerms(text, (word) => rowOf.has(word))) {
    const row = rowOf.get(term);
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const vector = new Float32Array(DIMENSION);
  for (const [row, count] of counts) addRow(vector, rows, row * DIMENSION, (factors[row] ?? 0) * (1 + Math.log(count)));
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function addRow(vector: Float32Array, rows: Int8Array, start: number, factor: number): void {
  for (let k = 0; k < DIMENSION; k++) vector[k] = (vector[k] ?? 0) + factor * (rows[start + k] ?? 0);
}
