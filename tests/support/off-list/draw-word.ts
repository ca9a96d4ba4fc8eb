import type { StrangeWord } from '../../../bench/fit/off-list.ts';
import type { WordClass } from './dictionary-words.ts';
import { dictionaryWords } from './dictionary-words.ts';

/**
 * Draws a word of a class: the same lot draws the same one, and a word that joins a list of the program, and so can no
 * longer be drawn, changes only what drew it.
 * @param lot any text
 * @param isFree tells what may be drawn
 * @throws RangeError when none is left
 */
export function drawWord(of: WordClass, lot: string, isFree: (word: StrangeWord) => boolean = () => true): StrangeWord {
  const words = dictionaryWords()[of];
  const [best] = words
    .filter(isFree)
    .map((word) => ({ word, rank: hash(`${lot} ${word.zh}`) }))
    .toSorted((a, b) => a.rank - b.rank);
  if (!best) throw new RangeError(`No ${of} is left that no list has`);
  return best.word;
}

/** FNV-1a of a text, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return state;
}
