import type { Span } from '../domain/report.ts';
import type { Statement } from '../domain/statement.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { turnedRound } from '../lexicon/antonyms.ts';
import { givesCause } from '../lexicon/causes.ts';
import { words as wordsOf } from '../lexicon/lexicon.ts';
import type { Direction } from '../lexicon/directions.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import { figuresOf } from '../quantities/figures.ts';
import type { Order } from '../quantities/orders.ts';
import { isSameRank } from '../quantities/orders.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Operation, Reckoning } from '../quantities/reckon.ts';
import { reckon } from '../quantities/reckon.ts';
import { detectLanguage } from '../text/language.ts';
import type { SaidWords, WordLikeness } from './align.ts';
import { createAligner } from './align.ts';
import type { Binding } from './bind-figures.ts';
import { createBinder } from './bind-figures.ts';
import type { ContentWord } from './content-words.ts';
import { deniedWords, stancesOf, otherDenials, otherStances, turnedPhrases } from './compare-stances.ts';
import { isComparing, withoutComparing } from './comparing-words.ts';
import type { AlignedWord, ComparedFigure, Comparison } from './comparison.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';
import { moveAt } from './figure-moves.ts';
import { replacedBy } from './find-replaced.ts';
import { isSaidWhoHasMore, otherRoles } from './other-roles.ts';
import { otherSources } from './other-sources.ts';
import { otherOwners, otherSpeakers } from './other-speakers.ts';
import { otherTimes } from './other-times.ts';
import { otherMeasures, otherValues } from './other-values.ts';
import type { ReadSentence } from './pair-clauses.ts';
import { pairClauses } from './pair-clauses.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';
import { askedReckonings, saysHowReckoned } from './reckoning-words.ts';
import { otherTitles } from './other-titles.ts';
import { swappedAround } from './swapped-around.ts';
import { listLengths } from '../text/lists.ts';
import { otherEdges } from './time-edges.ts';
import { limitsCutOff, unprovedStress } from './unproved-stress.ts';

/** What comparing stands on; likeness of words and read statements are remembered. */
export interface CompareResources {
  alike: WordLikeness;
  names: NameReader;
  readStatement(statement: Statement): ReadText;
}

/** What a claim rests on. */
export interface Evidence {
  quotes: readonly ReadText[];
  /** The whole sentences that the quotes are of. */
  sentences: readonly ReadSentence[];
  /** Title and headings above the quotes, and the sentences before them: who and what they speak of. */
  context: {
    text: string;
    dates: readonly DateFound[];
    /** What they speak of throughout. */
    title?: string;
    /** The sentence right before them: of whom it speaks they go on to speak. */
    before?: string;
  };
}

/** A word of which so little is said is not said. */
const UNSAID = 0.45;
/** And one of which so much is said surely is. */
const SAID = 0.75;
/** Goes on with who was named before. */
const REFERS = wordsOf('refers back/begins');
/** What a claim has to say that it is. */
const TOLD: readonly Operation[] = ['sum', 'difference', 'points', 'growth', 'ratio'];
const MEASURED: readonly Quantity['kind'][] = ['money', 'percent', 'points'];

/** Compares a claim with the quotes that it rests on: does what they say say it? */
export function compareStatements(
  claim: ReadText,
  { quotes, sentences, context }: Evidence,
  { alike, names }: CompareResources,
): Comparison {
  const held = quotes.map(({ text }) => text).join('\n');
  const said: SaidWords = { text: held, words: quotes.flatMap(({ words }) => words), context: context.text };
  const align = createAligner(alike, names);
  const pairs = pairClauses(claim, sentences, alike);
  const whole = sentences.map(({ read }) => read);
  const bind = createBinder(claim, quotes, context.dates, alike);
  const figures = claim.figures.map((figure) => compareFigure(figure, claim, quotes, bind));
  const reckoned = figures.flatMap((one) => (one.outcome === 'reckoned' ? [one.reckoning.operation] : []));
  // What is planned or supposed is compared as such.
  const stances = stancesOf(claim).filter(({ kind }) => kind !== 'denied');
  // Who has more is compared as such, too: `B has fewer than A` says that A has more.
  const isMoreSaid = isSaidWhoHasMore(claim, pairs, whole, alike);
  const words = claim.words.filter(
    ({ text }) =>
      !(isMoreSaid && isComparing(text)) &&
      !reckoned.some((operation) => saysHowReckoned(text, operation)) &&
      !stances.some((stance) => stance.text.includes(text)),
  );
  const isOpen = quotes.some(({ text }) => REFERS.atStart(text.trimStart()) !== undefined);
  const isAnothers = ({ language }: ContentWord) =>
    !isOpen &&
    said.words.some(
      (other) => other.isName && other.language === language && !claim.words.some((own) => alike(own, other) >= SAID),
    );
  return {
    words: words.map((word): AlignedWord => {
      const own = align(word, { ...said, context: '' });
      const instead = own < UNSAID ? replacedBy(word, claim, quotes, alike) : undefined;
      // What stands before the quotes says nothing where they name somebody else, or have something else in its place.
      const isReplaced = word.isName ? instead !== undefined || isAnothers(word) : (instead?.sides ?? 0) > 1;
      const around = isReplaced ? (context.title ?? context.text) : context.text;
      const share = own === 1 ? own : align(word, { ...said, context: around });
      const here = own < 1 ? align(word, { ...said, context: aboutWhom(context, word.isName) }) : 1;
      return { word, share, here, ...(instead && share < UNSAID ? { instead: instead.text } : {}) };
    }),
    figures,
    faults: [
      ...otherNumbers(claim, held),
      ...otherTimes(claim, pairs, whole, context.dates),
      ...otherEdges(claim, whole),
      ...otherDenials(claim, pairs, whole),
      ...deniedWords(claim, whole, alike),
      ...turnedPhrases(claim, whole),
      ...otherStances(claim, pairs, whole),
      ...otherOrders(claim.orders, quotes, bind),
      ...otherRoles(claim, pairs, whole, alike),
      ...swappedAround(claim, whole),
      ...otherMeasures(claim, pairs),
      ...otherValues(claim, quotes, alike),
      ...otherSources(claim, whole, alike),
      ...otherSpeakers(claim, pairs, whole, alike),
      ...otherOwners(claim, pairs, whole, alike),
      ...otherTitles(claim, whole, alike),
      ...unprovedStress(claim, quotes, pairs),
      ...limitsCutOff(claim, sentences),
    ],
    turned: turnedDirections(claim, quotes, alike),
    isCauseAdded: givesCause(claim.text) && !givesCause(held),
    isAcross: detectLanguage(claim.text) !== detectLanguage(held),
  };
}

function aboutWhom({ title = '', before = '' }: Evidence['context'], isName: boolean): string {
  return isName ? `${title}\n${before}` : title;
}

function compareFigure(
  figure: Quantity,
  claim: ReadText,
  quotes: readonly ReadText[],
  bind: (figure: Quantity) => Binding,
): ComparedFigure {
  const all = quotes.flatMap(({ figures }) => figures);
  if (all.some((other) => ['same', 'compatible'].includes(compareQuantities(figure, other))))
    return { outcome: 'held', figure, binding: bind(figure) };
  const follows = isOfAnotherUnit(figure, all) ? undefined : (counted(figure, claim, quotes) ?? reckon(figure, all));
  const reckoning = follows && isAsked(follows, figure, claim) ? follows : undefined;
  if (!reckoning) return { outcome: 'unproved', figure, binding: bind(figure) };
  return { outcome: 'reckoned', figure, reckoning, isMovedOtherwise: isMovedOtherwise(figure, reckoning, claim) };
}

/** Any two figures have a sum and a difference: which of them a claim means it says itself. */
function isAsked({ operation }: Reckoning, figure: Quantity, claim: ReadText): boolean {
  return !TOLD.includes(operation) || askedReckonings(figure, claim).some((asked) => asked.operation === operation);
}

/** It grows by as much as the claim has it shrink, or the other way round. */
function isMovedOtherwise(
  figure: Quantity,
  { operation, value }: Reckoning,
  { text, moves, figures }: ReadText,
): boolean {
  const move = moveAt(figure, text, moves, figures);
  return operation === 'growth' && move.kind === 'by' && move.sign !== undefined && move.sign !== Math.sign(value);
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

/** `The two together`: as many as there are quotes, names in them, or items of a list. */
function counted(figure: Quantity, claim: ReadText, quotes: readonly ReadText[]): Reckoning | undefined {
  if (figure.kind !== 'count' || figure.low !== figure.high || figure.low <= 1) return undefined;
  const named = new Set(quotes.flatMap(({ words }) => words.flatMap(({ isName, key }) => (isName ? [key] : []))));
  const listed = quotes.flatMap((quote) => [...listLengths(quote.text), ...figuresAlike(quote)]);
  const own = listLengths(claim.text);
  const isOwn = own.length === 0 || own.includes(figure.low);
  return isOwn && [quotes.length, named.size, ...listed].includes(figure.low)
    ? { operation: 'count', operands: [], value: figure.low }
    : undefined;
}

/** Figures of one kind that a text gives one after another, when they are several: one for each of as many. */
const SEVERAL = 3;

function figuresAlike({ figures }: ReadText): number[] {
  return [...Map.groupBy(figures, ({ kind, unit }) => `${kind} ${unit}`).values()].flatMap(({ length }) =>
    length < SEVERAL ? [] : [length],
  );
}

/** Numbers that are no figures, in names and of pages, of which the quotes have none: H1, 第3页. */
function otherNumbers({ text, quantities }: ReadText, held: string): Fault[] {
  const outside = quantities.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
  const numbers = new Set(figuresOf(held));
  return figuresOf(outside)
    .filter((number) => !numbers.has(number))
    .map((claimed) => ({ fact: 'figure', claimed }));
}

/** Places in an order that no quote has, or that the quotes give to another. */
function otherOrders(orders: readonly Order[], quotes: readonly ReadText[], bind: (order: Order) => Binding): Fault[] {
  const held = quotes.flatMap((quote) => quote.orders);
  return orders.flatMap((order): Fault[] => {
    const isHeld = held.some((other) => isSameRank(order, other));
    const binding = bind(order);
    return isHeld && !binding.isOfAnother
      ? []
      : [{ fact: 'order', claimed: order.text, ...foundAs(binding.instead?.mark.text) }];
  });
}

/** Directions of the claim of which the clauses of the quotes that speak of the same have the other end only. */
function turnedDirections(claim: ReadText, quotes: readonly ReadText[], alike: WordLikeness): Fault[] {
  // Who has more is compared as such.
  const moves = claim.moves.filter(({ text }) => !isComparing(text));
  const turned = moves.flatMap(({ axis, sign, text: claimed, start }): Fault[] => {
    const found = movesNear(start, claim, quotes, alike).filter((move) => move.axis === axis);
    const other = found.find((move) => move.sign !== sign);
    return other && !found.some((move) => move.sign === sign)
      ? [{ fact: 'direction', claimed, found: other.text }]
      : [];
  });
  const opposite = turnedRound(withoutComparing(claim.text), quotes.map(({ text }) => text).join('\n'));
  return [
    ...turned,
    ...opposite.map(({ said, instead }): Fault => ({ fact: 'direction', claimed: said, found: instead })),
  ];
}

/** The moves in the clauses that say a word of the claim's clause around a place; all of them when none does. */
function movesNear(at: number, claim: ReadText, quotes: readonly ReadText[], alike: WordLikeness): Direction[] {
  const isIn = (span: Span) => (one: Span) => one.start >= span.start && one.start < span.end;
  const own = clausesOf(claim).find(({ start, end }) => at >= start && at < end);
  const said = own ? claim.words.filter(isIn(own)) : [];
  const near = quotes.flatMap((read) =>
    clausesOf(read).flatMap((clause) => {
      const words = read.words.filter(isIn(clause));
      const isNear = said.some((word) => words.some((other) => alike(word, other) >= SAID));
      return isNear ? read.moves.filter(isIn(clause)) : [];
    }),
  );
  return near.length > 0 ? near : quotes.flatMap(({ moves }) => [...moves]);
}
