import type { Words } from '../lexicon/lexicon.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Operation } from '../quantities/reckon.ts';

const WORDS: Partial<Record<Operation, Words>> = {
  difference: words('reckoning/difference'),
  points: words('reckoning/points'),
  sum: words('reckoning/sum'),
};

/** `A difference of 3`: how a figure follows from others stands in no quote. */
export function saysHowReckoned(word: string, operation: Operation): boolean {
  return WORDS[operation]?.is(word) === true;
}
