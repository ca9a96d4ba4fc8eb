import { stemmer } from 'stemmer';
import { holdsHan } from './holds-letters.ts';

/** Runs of Han, of Latin letters, or a number. */
const RUN = /\p{Script=Han}+|[\p{Script=Latin}]+/gu;

/** The words of a text for counting: pairs of Han characters, stems of Latin words; no numbers. */
export function wordsOf(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(RUN) ?? [];
  return runs.flatMap((run) => (holdsHan(run) ? pairsOf(run) : [stemmer(run)]));
}

/** Overlapping pairs of characters; a single character stands for itself. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, i) => character + (characters[i + 1] ?? ''));
}
