import type { Likeness } from '../dictionary/likeness.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { givesCause } from '../lexicon/causes.ts';
import { findDirections } from '../lexicon/directions.ts';
import { findNegations } from '../lexicon/negations.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import { findOrders } from '../quantities/orders.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { reckon } from '../quantities/reckon.ts';
import type { Reckoning } from '../quantities/reckon.ts';
import { detectLanguage } from '../text/language.ts';
import { plainLetters } from '../text/plain-letters.ts';
import { createAligner } from './align.ts';
import type { Evidence } from './align.ts';
import type { ReadText } from './bind-figures.ts';
import { rivalMargin } from './bind-figures.ts';
import type { ContentWord } from './content-words.ts';
import { contentWords } from './content-words.ts';
import { isFigure } from './placed-quantity.ts';
import { unprovedStress } from './unproved-stress.ts';

/** What a comparison knows of both languages. */
export interface CompareResources {
  likeness: Likeness;
  names: NameReader;
}

/** A word of the claim, and how surely the quotes say it, 0 to 1. */
export interface AlignedWord {
  word: ContentWord;
  share: number;
}

/** A figure of the claim: it stands in the quotes, follows from their figures, or neither. */
export type ComparedFigure =
  | {
      outcome: 'held';
      figure: Quantity;
      /** How much better its words fit another figure of the quotes, -1 to 1. */ margin: number;
    }
  | { outcome: 'reckoned'; figure: Quantity; reckoning: Reckoning }
  | { outcome: 'unproved'; figure: Quantity };

/** What of a claim its quotes say, part by part. */
export interface Comparison {
  words: AlignedWord[];
  figures: ComparedFigure[];
  /** Dates of the claim that no quote has. */
  otherDates: Quantity[];
  /** One of the two denies something, and the other nothing. */
  isNegationOther: boolean;
  /** Directions of which the quotes have the other end only. */
  turned: string[];
  /** Places in an order that no quote has. */
  otherOrders: string[];
  /** The claim gives a cause, and no quote one. */
  isCauseAdded: boolean;
  /** Words of the claim that say more than the quotes: all, only, most, because. */
  stress: string[];
  /** Claim and quotes are in two languages. */
  isAcross: boolean;
}

/** What a claim rests on. */
export interface Grounds {
  quotes: readonly string[];
  /** Title and headings above the quotes, and the sentences before them: who and what they speak of. */
  context: string;
}

/** Compares a claim with the quotes that it rests on: does what they say say it? */
export function compareStatements(
  claimText: string,
  grounds: Grounds,
  { likeness, names }: CompareResources,
): Comparison {
  const claim = read(plainText(claimText), names);
  const quotes = grounds.quotes.map((text) => read(plainText(text), names));
  const held = quotes.map(({ text }) => text).join('\n');
  const evidence: Evidence = {
    text: held,
    words: quotes.flatMap(({ words }) => words),
    context: plainText(grounds.context),
  };
  const align = createAligner(likeness, names);
  const dates = quotes.flatMap((quote) => quote.dates);
  return {
    words: claim.words.map((word) => ({ word, share: align(word, evidence) })),
    figures: claim.figures.map((figure) => compareFigure(figure, claim, quotes, likeness)),
    otherDates: claim.dates.filter((date) => !dates.some((other) => compareQuantities(date, other) === 'same')),
    isNegationOther: findNegations(claim.text).length > 0 !== findNegations(held).length > 0,
    turned: turnedDirections(claim.text, held),
    otherOrders: otherOrders(claim.text, held),
    isCauseAdded: givesCause(claim.text) && !givesCause(held),
    stress: unprovedStress(
      claim.text,
      quotes.map(({ text }) => text),
    ),
    isAcross: detectLanguage(claim.text) !== detectLanguage(held),
  };
}

/** One form of letters; `U.S.` is US. */
function plainText(text: string): string {
  return plainLetters(text).replaceAll(/\b(?:[A-Z]\.){2,}/gu, (initials) => initials.replaceAll('.', ''));
}

interface ReadStatement extends ReadText {
  dates: Quantity[];
}

function read(text: string, names: NameReader): ReadStatement {
  const quantities = findQuantities(text);
  return {
    text,
    words: contentWords(text, quantities, names),
    figures: quantities.filter(isFigure),
    dates: quantities.filter((quantity) => !isFigure(quantity)),
  };
}

function compareFigure(
  figure: Quantity,
  claim: ReadText,
  quotes: readonly ReadText[],
  likeness: Likeness,
): ComparedFigure {
  const all = quotes.flatMap(({ figures }) => figures);
  if (all.some((other) => ['same', 'compatible'].includes(compareQuantities(figure, other))))
    return { outcome: 'held', figure, margin: rivalMargin(figure, claim, quotes, likeness) };
  const reckoning = reckon(figure, all);
  return reckoning ? { outcome: 'reckoned', figure, reckoning } : { outcome: 'unproved', figure };
}

function otherOrders(claim: string, held: string): string[] {
  const ranks = findOrders(held).map(({ rank }) => (rank === 'first' ? 1 : rank));
  return findOrders(claim)
    .filter(({ rank }) => !ranks.includes(rank === 'first' ? 1 : rank))
    .map(({ text }) => text);
}

function turnedDirections(claim: string, held: string): string[] {
  const found = findDirections(held);
  const has = (axis: string, sign: number) => found.some((other) => other.axis === axis && other.sign === sign);
  return findDirections(claim)
    .filter(({ axis, sign }) => !has(axis, sign) && has(axis, -sign))
    .map(({ text }) => text);
}
