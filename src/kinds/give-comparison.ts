import type { CitedAnswer, Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import { sayableText } from '../answer/sayable-text.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { claimsOf } from '../domain/answer.ts';
import { answerTo, verifyAnswer } from '../verify/verify-answer.ts';
import type { FoundFigure } from './find-operands.ts';
import { isOfTable, rowOf } from './figures-beside.ts';
import { figuresOf } from './find-operands.ts';
import type { KindSteps } from './kind-steps.ts';
import type { Operand, ReadComparison } from './read-comparison.ts';
import { createNames } from '../lexicon/names.ts';
import { wordForms } from './word-forms.ts';
import type { Term } from './reckoned-claim.ts';
import { reckonedClaim, withoutUnit } from './reckoned-claim.ts';

/** Figures of each operand that are paired, and pairs that are put to the proof. */
const FIGURES = 12;
const PAIRS = 8;
/** Of what is asked this share is said with a figure at least. */
const LEAST_ASKED = 0.5;
/** A statement with this share of the question's words answers alone. */
const MOST_WORDS = 0.6;
/** What counts against a statement that was found for the other operand, or for the whole question. */
const OTHERS = 1;
/** Characters between two statements that stand side by side. */
const NEAR = 60;
/** What speaks for a pair: both of one statement, of one table, under one head. */
const SAME_STATEMENT = 3;
const SAME_TABLE = 1;
const SAME_HEAD = 1;

/** Two figures that can be reckoned with. */
type Pair = readonly [FoundFigure, FoundFigure];

type Draft = CitedAnswer['claims'][number];

/**
 * Compares what a question compares: a figure for each operand, what follows from the two, and the sentences that they
 * stand in. Of an operand that has none it says so, and gives the other. Undefined when neither has one.
 */
export async function giveComparison(
  question: Question,
  comparison: ReadComparison,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const [one, other] = comparison.operands;
  const asked = [...new Set([one.ask, other.ask, question.text])];
  const found = await Promise.all(asked.map((text) => steps.findStatements({ ...question, text, earlier: [] })));
  const passages = joinPassages(found.map(({ retrieval }) => retrieval.passages));
  const formsOf = wordForms(createNames(await steps.library.aliases()), steps.names);
  const figures = (operand: Operand, beside: Operand) => {
    const ranked = found.flatMap((each, at) =>
      each.ranked.map((ofAsk) => ({ ...ofAsk, score: ofAsk.score - (asked[at] === operand.ask ? 0 : OTHERS) })),
    );
    return figuresOf(operand, beside, ranked, steps.names, formsOf).slice(0, FIGURES);
  };
  const [first, second] = [figures(one, other), figures(other, one)];
  const pairs = pairsOf(first, second, comparison);
  const language = detectLanguage(question.text);
  const [best] = pairs;
  const say = (claims: Draft[]) =>
    verifyAnswer(question, { composer: 'extractive', kind: 'comparison', claims }, passages, steps.prove);
  const alike = pairs.filter((pair) => best && pair.every((figure, at) => isSameStatement(figure, best[at] ?? figure)));
  for (const pair of alike.slice(0, PAIRS)) {
    if (comparison.operation === 'each') break;
    const citations = distinctOf(pair.flatMap(({ sentence }) => citationsOf(sentence, passages)));
    for (const text of wordings(pair, comparison, language)) {
      const isProved = claimsOf(say([{ text, citations }])).length > 0;
      if (isProved) return say([{ text, citations }, ...quotedOf(pair, passages)]);
    }
  }
  if (!best || !(isOfOnePlace(...best) || best.every(isSure)))
    return oneOf(question, comparison, [first[0], second[0]], steps);
  return say(quotedOf(best, passages));
}

/** The statements that both figures stand in. */
function quotedOf(pair: Pair, passages: readonly Passage[]): Draft[] {
  const claims = pair.map((figure) => quoted(figure, passages));
  return claims.filter(({ text }, at) => claims.findIndex((each) => each.text === text) === at);
}

/** A comparison in words, and without units where these stand above a table and in no row of it. */
function wordings(pair: Pair, comparison: ReadComparison, language: Language): string[] {
  const { operation, operands } = comparison;
  if (operation === 'each') return [];
  const terms = termsOf(pair, comparison);
  const isOfTimes = operands.every(({ own }) => own.length === 0);
  const bare = [withoutUnit(terms[0]), withoutUnit(terms[1])] as const;
  const ways = pair.every(({ sentence }) => isOfTable(sentence)) ? [terms, bare] : [terms];
  return ways.flatMap((way) => reckonedClaim(way, operation, language, isOfTimes) ?? []);
}

/** One of the two alone, as it would be answered alone, and that the other is not there. */
async function oneOf(
  question: Question,
  { operands }: ReadComparison,
  figures: readonly [FoundFigure | undefined, FoundFigure | undefined],
  { answerFacts }: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const [first, second] = figures;
  if ((first === undefined) === (second === undefined)) return undefined;
  const [there, missing] = first ? operands : [operands[1], operands[0]];
  if (missing.label === '') return undefined;
  const answer = await answerFacts({ ...question, text: there.ask, earlier: [] });
  return claimsOf(answer).length > 0 ? answerTo(question, answer, [missing.label]) : undefined;
}

/** It says what is asked; alone, of the place, the time and the name that the question insists on. */
function isAsked({ asked, ranked: { unmet } }: FoundFigure, isOfOne: boolean): boolean {
  return (isOfOne || unmet.length === 0) && asked >= LEAST_ASKED;
}

/** Only what would be said alone is said without the other. */
function isSure({ ranked: { unmet, features } }: FoundFigure): boolean {
  return unmet.length === 0 && features.words >= MOST_WORDS;
}

/** Figures of one kind and unit, the ones that belong together first. */
function pairsOf(first: readonly FoundFigure[], second: readonly FoundFigure[], { operands }: ReadComparison): Pair[] {
  const isBefore = operands[1].time === 'before';
  const pairs = first.flatMap((one) =>
    second
      .filter((other) => isComparable(one, other) && (!isBefore || isYearBefore(one, other)))
      .map((other) => ({ pair: [one, other] as const, fit: pairFit(one, other) })),
  );
  return pairs.toSorted((a, b) => b.fit - a.fit).map(({ pair }) => pair);
}

function isComparable(one: FoundFigure, other: FoundFigure): boolean {
  const isOfOne = isSameStatement(one, other);
  if (isOfOne && one.quantity.start === other.quantity.start) return false;
  if (![one, other].every((each) => isAsked(each, isOfOne))) return false;
  // Bare numbers of a table count the same under one head only.
  const isBare = one.quantity.unit === '' && isOfTable(one.sentence) && one.year === other.year;
  if (isBare && (one.head === '' || one.head !== other.head)) return false;
  // From two places, each must be about what is asked, and measured: bare numbers may count anything.
  if (!isOfOnePlace(one, other) && (one.quantity.unit === '' || !isSure(one) || !isSure(other))) return false;
  return one.quantity.kind === other.quantity.kind && one.quantity.unit === other.quantity.unit;
}

/** The year before the other's, or said to be. */
function isYearBefore(one: FoundFigure, other: FoundFigure): boolean {
  if (one.year !== undefined && other.year !== undefined) return other.year === one.year - 1;
  return isSameStatement(one, other) && one.quantity.start < other.quantity.start;
}

function isSameStatement({ sentence: one }: FoundFigure, { sentence: other }: FoundFigure): boolean {
  return one.text === other.text && one.passage.chunk.order === other.passage.chunk.order;
}

/** In one statement, in one table, or side by side. */
function isOfOnePlace(one: FoundFigure, other: FoundFigure): boolean {
  return isSameStatement(one, other) || isOfTableOf(one, other) || isBeside(one, other);
}

/** `A counts 30, …; B counts 20, …`: what one paragraph says of both, one after the other. */
function isBeside({ sentence: one }: FoundFigure, { sentence: other }: FoundFigure): boolean {
  const [first, second] = [one.passage.chunk, other.passage.chunk];
  if (first.reportId !== second.reportId || first.order !== second.order) return false;
  const [start, end] =
    one.span.start < other.span.start ? [one.span.end, other.span.start] : [other.span.end, one.span.start];
  return end - start <= NEAR;
}

/** Two rows of one chunk, or of two one after the other where both have one head. */
function isOfTableOf({ sentence: one, head }: FoundFigure, { sentence: other, head: otherHead }: FoundFigure): boolean {
  const [first, second] = [one.passage.chunk, other.passage.chunk];
  if (!isOfTable(one) || !isOfTable(other) || first.reportId !== second.reportId) return false;
  if (first.order === second.order) return true;
  return Math.abs(first.order - second.order) === 1 && head !== '' && head === otherHead;
}

function pairFit(one: FoundFigure, other: FoundFigure): number {
  const isOfOne = isOfTableOf(one, other);
  return (
    one.fit +
    other.fit +
    (isSameStatement(one, other) ? SAME_STATEMENT : 0) +
    (isOfOne || isBeside(one, other) ? SAME_TABLE : 0) +
    (isOfOne && one.head === other.head ? SAME_HEAD : 0)
  );
}

/** Which is more stands first where that is asked; else the order of the question. */
function termsOf([one, other]: Pair, { operands, operation }: ReadComparison): readonly [Term, Term] {
  const terms = [
    { label: labelOf(operands[0], one), quantity: one.quantity, said: one.said },
    { label: labelOf(operands[1], other), quantity: other.quantity, said: other.said },
  ] as const;
  return operation === 'which' && other.quantity.low > one.quantity.low ? [terms[1], terms[0]] : terms;
}

/** `A year ago` is told by its year. */
function labelOf({ label, time, own }: Operand, { year }: FoundFigure): string {
  const isOfTime = time === 'before' || (time === undefined && own.length === 0);
  return isOfTime && year !== undefined ? String(year) : label;
}

function quoted({ sentence }: FoundFigure, passages: readonly Passage[]): Draft {
  return { text: sayableText(sentence), citations: [citationOf(sentence, passages)] };
}

function citationOf(sentence: FoundFigure['sentence'], passages: readonly Passage[]): Draft['citations'][number] {
  const { chunk } = sentence.passage;
  const passage = passages.find((each) => each.chunk.reportId === chunk.reportId && each.chunk.order === chunk.order);
  return { passage: passage?.ref ?? '', quote: sayableText(sentence) };
}

/** A row with the head that says what stands in its columns. */
function citationsOf(sentence: FoundFigure['sentence'], passages: readonly Passage[]): Draft['citations'] {
  const own = citationOf(sentence, passages);
  const head = isOfTable(sentence) ? headOf(sentence) : undefined;
  return head === undefined ? [own] : [own, { ...own, quote: head }];
}

function distinctOf(citations: Draft['citations']): Draft['citations'] {
  return citations.filter(
    (one, at) => citations.findIndex(({ passage, quote }) => passage === one.passage && quote === one.quote) === at,
  );
}

/** The line of heads above a row: cells of it are said with the row. */
function headOf(sentence: FoundFigure['sentence']): string | undefined {
  const { passage, span } = sentence;
  const { chunk, statements } = passage;
  const text = rowOf(sentence) ?? sentence.text;
  const at = statements.findIndex(({ quotes }) => quotes[0]?.start === span.start);
  const above = statements.slice(0, Math.max(0, at)).filter(({ kind }) => kind === 'row');
  const lines = above.map(({ quotes }) => chunk.text.slice(quotes[0]?.start ?? 0, quotes.at(-1)?.end ?? 0));
  return lines.findLast((line) => line.includes('\t') && line.split('\t').every((cell) => text.includes(cell.trim())));
}

/** The passages of several findings, each once, under references of their own. */
function joinPassages(lists: readonly (readonly Passage[])[]): Passage[] {
  const joined = new Map(lists.flat().map((passage) => [`${passage.chunk.reportId} ${passage.chunk.order}`, passage]));
  return [...joined.values()].map((passage, at) => ({ ...passage, ref: `P${at + 1}` }));
}
