import type { Quantity } from '../quantities/quantity.ts';
import type { Reckoning } from '../quantities/reckon.ts';
import type { Binding } from './bind-figures.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';

/** A word of the claim, and how surely the quotes say it, 0 to 1. */
export interface AlignedWord {
  word: ContentWord;
  share: number;
  /** How surely they say it themselves, or the title does, or of names the sentence before. */
  here: number;
  /** The word that the quotes have in its place, where they do not say it and the words beside it are theirs. */
  instead?: string;
}

/** A figure of the claim: it stands in the quotes, follows from their figures, or neither. */
export type ComparedFigure =
  | { outcome: 'held'; figure: Quantity; binding: Binding }
  | { outcome: 'reckoned'; figure: Quantity; reckoning: Reckoning; isMovedOtherwise: boolean }
  | { outcome: 'unproved'; figure: Quantity; binding: Binding };

/** What of a claim its quotes say, part by part. */
export interface Comparison {
  words: AlignedWord[];
  figures: ComparedFigure[];
  /**
   * What the quotes have otherwise besides: times, numbers that are no figures, denials, plans, places in an order, who
   * does what to whom, words that say more than they.
   */
  faults: Fault[];
  /** Directions of which the quotes have the other end only. */
  turned: Fault[];
  /** The claim gives a cause, and no quote one. */
  isCauseAdded: boolean;
  /** Claim and quotes are in two languages. */
  isAcross: boolean;
}
