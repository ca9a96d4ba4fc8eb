import type { Likeness } from '../dictionary/likeness.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { givesCause } from '../lexicon/causes.ts';
import type { Direction } from '../lexicon/directions.ts';
import { findMoves } from './find-moves.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { Order } from '../quantities/orders.ts';
import { findOrders, isSameRank } from '../quantities/orders.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { figuresOf } from '../quantities/figures.ts';
import { reckon } from '../quantities/reckon.ts';
import type { Reckoning } from '../quantities/reckon.ts';
import { detectLanguage } from '../text/language.ts';
import { plainLetters } from '../text/plain-letters.ts';
import { createAligner, createWordLikeness } from './align.ts';
import type { Evidence } from './align.ts';
import type { Binding } from './bind-figures.ts';
import { createBinder } from './bind-figures.ts';
import type { ReadText } from './figure-zones.ts';
import { findDates } from '../quantities/dates.ts';
import type { ContentWord } from './content-words.ts';
import { contentWords } from './content-words.ts';
import { deniedWords, otherDenials, otherStances } from './compare-stances.ts';
import type { ReadSentence } from './pair-clauses.ts';
import { pairClauses } from './pair-clauses.ts';
import type { QuotedSentence } from './quoted-sentences.ts';
import { otherTimes } from './other-times.ts';
import { otherSpeakers } from './other-speakers.ts';
import { otherRoles } from './other-roles.ts';
import { isFigure } from '../quantities/quantity.ts';
import { saysHowReckoned } from './reckoning-words.ts';
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
      binding: Binding;
    }
  | { outcome: 'reckoned'; figure: Quantity; reckoning: Reckoning }
  | { outcome: 'unproved'; figure: Quantity };

/** What of a claim its quotes say, part by part. */
export interface Comparison {
  words: AlignedWord[];
  figures: ComparedFigure[];
  /** Times of the claim that the quotes do not have where they tell the same. */
  otherTimes: string[];
  /** Numbers that are no figures, in names and of pages, of which the quotes have none: H1, 第3页. */
  otherNumbers: string[];
  /** What the claim denies and the quotes state, or the other way round. */
  denials: string[];
  /** What is planned, supposed, asked or denied in the one only. */
  stances: string[];
  /** Directions of which the quotes have the other end only. */
  turned: string[];
  /** Places in an order that no quote has, or that the quotes give to another. */
  otherOrders: string[];
  /** Two of whom the one does to the other what the quotes have done the other way round. */
  roles: string[];
  /** The claim gives a cause, and no quote one. */
  isCauseAdded: boolean;
  /** Words of the claim that say more than the quotes: all, only, most, because. */
  stress: string[];
  /** Claim and quotes are in two languages. */
  isAcross: boolean;
}

const MEASURED: readonly Quantity['kind'][] = ['money', 'percent', 'points'];

/** What a claim rests on. */
export interface Grounds {
  quotes: readonly string[];
  /** The whole sentences that the quotes are of; absent: the quotes. */
  sentences?: readonly QuotedSentence[];
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
  const alike = createWordLikeness(likeness, names);
  const align = createAligner(alike, names);
  const sentences = (grounds.sentences ?? grounds.quotes.map((text) => ({ text, from: 0, to: text.length }))).map(
    (sentence): ReadSentence => ({ ...sentence, ...read(plainText(sentence.text), names) }),
  );
  const pairs = pairClauses(claim, sentences, alike);
  const contextDates = findDates(evidence.context);
  const bind = createBinder(claim, quotes, contextDates, alike);
  const figures = claim.figures.map((figure) => compareFigure(figure, quotes, bind));
  const reckoned = figures.flatMap((one) => (one.outcome === 'reckoned' ? [one.reckoning.operation] : []));
  return {
    words: claim.words
      .filter(({ text }) => !reckoned.some((operation) => saysHowReckoned(text, operation)))
      .map((word) => ({ word, share: align(word, evidence) })),
    figures,
    otherTimes: otherTimes(claim, pairs, sentences, contextDates),
    otherNumbers: otherNumbers(claim.text, held),
    denials: [...otherDenials(claim, pairs, sentences), ...deniedWords(claim, sentences, alike)],
    stances: otherStances(claim.text, pairs, sentences),
    turned: turnedDirections(claim.moves, quotes),
    otherOrders: otherOrders(claim.orders, quotes, bind),
    roles: [...otherRoles(claim, pairs, alike), ...otherSpeakers(claim, pairs, alike)],
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

function read(text: string, names: NameReader): ReadText {
  const quantities = findQuantities(text);
  const orders = findOrders(text);
  const moves = findMoves(text, names);
  const changes = moves.filter(({ axis }) => axis === 'change');
  return {
    text,
    words: contentWords(text, [...quantities, ...orders, ...changes], names),
    figures: quantities.filter(isFigure),
    moves,
    orders,
    dates: findDates(text, quantities),
  };
}

function compareFigure(
  figure: Quantity,
  quotes: readonly ReadText[],
  bind: (figure: Quantity) => Binding,
): ComparedFigure {
  const all = quotes.flatMap(({ figures }) => figures);
  if (all.some((other) => ['same', 'compatible'].includes(compareQuantities(figure, other))))
    return { outcome: 'held', figure, binding: bind(figure) };
  const reckoning = isOfAnotherUnit(figure, all) ? undefined : (counted(figure, quotes) ?? reckon(figure, all));
  return reckoning ? { outcome: 'reckoned', figure, reckoning } : { outcome: 'unproved', figure };
}

/**
 * The same number of another unit: 57 dollars told as 57 yuan, percent as points. It is that one, whatever else it may
 * be reckoned from.
 */
function isOfAnotherUnit({ kind, unit, low }: Quantity, held: readonly Quantity[]): boolean {
  return (
    MEASURED.includes(kind) && held.some((one) => one.low === low && MEASURED.includes(one.kind) && one.unit !== unit)
  );
}

/** `The two together`: as many as there are quotes, or names in them. */
function counted(figure: Quantity, quotes: readonly ReadText[]): Reckoning | undefined {
  const named = new Set(quotes.flatMap(({ words }) => words.flatMap(({ isName, key }) => (isName ? [key] : []))));
  const isCount = figure.kind === 'count' && figure.low === figure.high && figure.low > 1;
  return isCount && [quotes.length, named.size].includes(figure.low)
    ? { operation: 'count', operands: [], value: figure.low }
    : undefined;
}

function otherNumbers(claim: string, held: string): string[] {
  const outside = findQuantities(claim).reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    claim,
  );
  const numbers = new Set(figuresOf(held));
  return figuresOf(outside).filter((number) => !numbers.has(number));
}

function otherOrders(orders: readonly Order[], quotes: readonly ReadText[], bind: (order: Order) => Binding): string[] {
  const held = quotes.flatMap((quote) => quote.orders);
  return orders.flatMap((order) => {
    const isHeld = held.some((other) => isSameRank(order, other));
    return isHeld && !bind(order).isOfAnother ? [] : [order.text];
  });
}

function turnedDirections(claimed: readonly Direction[], quotes: readonly ReadText[]): string[] {
  const found = quotes.flatMap(({ moves }) => moves);
  const has = (axis: string, sign: number) => found.some((other) => other.axis === axis && other.sign === sign);
  return claimed.filter(({ axis, sign }) => !has(axis, sign) && has(axis, -sign)).map(({ text }) => text);
}
