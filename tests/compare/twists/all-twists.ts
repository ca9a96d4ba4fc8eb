import { CUT_QUOTE_TWISTS } from './cut-quotes.ts';
import { MORE_TWISTS } from './more-words.ts';
import { OTHER_TWISTS } from './other-words.ts';
import { PLACE_TWISTS } from './places.ts';
import { READING_TWISTS } from './readings.ts';
import type { Twist } from './twist.ts';

/** Every twist, some hundreds of false sentences with every word of theirs in the quote. */
export const TWISTS: readonly Twist[] = [
  ...PLACE_TWISTS,
  ...READING_TWISTS,
  ...CUT_QUOTE_TWISTS,
  ...OTHER_TWISTS,
  ...MORE_TWISTS,
];
