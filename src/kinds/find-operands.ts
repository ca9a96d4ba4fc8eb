import type { ReadSentence } from '../answer/read-sentences.ts';
import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { words } from '../lexicon/lexicon.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { findStances } from '../lexicon/stances.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import type { Beside } from './figures-beside.ts';
import { besidesOf, isOfTable } from './figures-beside.ts';
import type { Operand } from './read-comparison.ts';
import { timeOfDate } from './read-comparison.ts';
import type { WordForms } from './word-forms.ts';
import { placeOf, shareOf } from './word-share.ts';

/** A figure of a statement, with how well it fits one of the things that are compared. */
export interface FoundFigure {
  quantity: Quantity;
  sentence: ReadSentence;
  /** The statement as it was ranked for the operand. */
  ranked: RankedSentence;
  /** Share of what is asked of the operand that its statement, its heads and headings say. */
  asked: number;
  /** As it is told: with what qualifies it, and that it is only expected. */
  said: string;
  /** Of a row: the head above the figure. */
  head: string;
  /** When it is of, where the statement or the head says it. */
  year: number | undefined;
  /** Score of its statement with how surely the figure is the operand's; comparable within one question. */
  fit: number;
}

/** Statements that are looked through for one operand. */
const STATEMENTS = 60;
/** So much of an operand's own words stand beside its figure at least, or around it. */
const LEAST = 0.5;
/** What the words around a statement count against those beside the figure. */
const AROUND = 0.4;
/** What the own words beside a figure are worth, in units of a statement's score, which are log likelihoods. */
const OWN = 3;
const TIME = 2;
const MEASURE = 1.5;
/** How far behind the best statement one may lie. */
const LAG = 6;
/** Characters of a statement: a longer one is no sentence. */
const LONGEST = 400;

/** `Earn`, `make`: what is done with a measure names none. */
const LEADS = words('comparison shape/leads');
const EARLIER = words('compare/earlier');

const CHINESE = /\p{Script=Han}/u;

/** Figures that are an operand's, the best first: beside its own words, not the other's, and of its time. */
export function figuresOf(
  operand: Operand,
  other: Operand,
  ranked: readonly RankedSentence[],
  names: NameReader,
  formsOf: WordForms,
): FoundFigure[] {
  const ordered = ranked.toSorted((a, b) => b.score - a.score);
  const best = ordered[0]?.score ?? 0;
  const measured = measuredIn(operand);
  return ordered
    .slice(0, STATEMENTS)
    .filter(({ score, sentence }) => score >= best - LAG && sentence.text.length <= LONGEST)
    .flatMap((one) => {
      const { sentence, score } = one;
      return inOrder(besidesOf(sentence, names), operand, other, sentence.text, formsOf).flatMap((beside) => {
        const { quantity, source, text, head } = beside;
        const fit =
          ownFit(operand, other, text, sentence, formsOf) +
          timeFit(operand, other, beside, sentence) +
          MEASURE * (shareOf(measured, text, formsOf) + shareOf(measured, head, formsOf));
        if (!Number.isFinite(fit) || isNoFigure(quantity)) return [];
        const year = timeOf(beside)?.year?.low;
        const said = saidWith(source, quantity);
        const asked = measured.length === 0 ? 1 : shareOf(measured, `${text}\n${aroundOf(sentence)}`, formsOf);
        return [{ quantity, sentence, ranked: one, head, year, asked, said, fit: score + fit }];
      });
    })
    .toSorted((a, b) => b.fit - a.fit);
}

/** What is asked of the operand, besides itself and its time. */
function measuredIn({ ask, own }: Operand): string[] {
  return tagWords(blankDates(ask))
    .filter((word) => contentOf(word) > 0 && !isQuestionWord(word.text) && !LEADS.is(word.text))
    .map(({ text }) => text)
    .filter((word) => !own.includes(word));
}

function blankDates(text: string): string {
  return findDates(text).reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
}

/** A year that stands alone, a number in letters (`the two of them`) and one that registers are not measured. */
function isNoFigure({ text }: Quantity): boolean {
  return /^(?:19|20)\d{2}$/u.test(text.trim()) || !/\d/u.test(text) || /\d{10}/u.test(text);
}

/** `预计`, `超过`: left out, a figure would say more than its statement. */
function saidWith(text: string, quantity: Quantity): string {
  const { start, end } = withQualifier(text, quantity);
  const stance = findStances(text).find(
    ({ kind, from, to }) => (kind === 'planned' || kind === 'unsure') && from < start && to >= end,
  );
  const figure = text.slice(start, end).trim();
  if (stance === undefined) return figure;
  return CHINESE.test(stance.text) ? stance.text + figure : `${stance.text} ${figure}`;
}

/** `A is better than B (17% vs 38%)`: two figures apart from both names are theirs in the order of the names. */
function inOrder(
  besides: readonly Beside[],
  { label, own }: Operand,
  other: Operand,
  text: string,
  formsOf: WordForms,
): readonly Beside[] {
  const [first, second] = besides;
  if (besides.length !== 2 || !first || !second || own.length === 0) return besides;
  const isOfNeither = besides.every(
    (each) => shareOf(own, each.text, formsOf) === shareOf(other.own, each.text, formsOf),
  );
  const [here, there] = [firstOf(own, text), firstOf(other.own, text)];
  if (!isOfNeither || here < 0 || there < 0 || here === there) return besides;
  return [here < there ? { ...first, text: label } : { ...second, text: label }];
}

function firstOf(own: readonly string[], text: string): number {
  return Math.min(...own.map((word) => placeOf(word, text)));
}

/** How surely the words beside a figure are one operand's and not the other's; -Infinity when they are not at all. */
function ownFit({ own }: Operand, other: Operand, beside: string, sentence: ReadSentence, formsOf: WordForms): number {
  if (own.length === 0) return 0;
  const here = shareOf(own, beside, formsOf);
  const there = shareOf(other.own, beside, formsOf);
  const around = shareOf(own, aroundOf(sentence), formsOf);
  if (here <= there && (there > 0 || around < LEAST)) return Number.NEGATIVE_INFINITY;
  // A row is of what it is called, a cell of its head: what else the table speaks of is another's.
  if (here === 0 && isOfTable(sentence)) return Number.NEGATIVE_INFINITY;
  const share = Math.max(here, AROUND * around);
  return share < AROUND * LEAST ? Number.NEGATIVE_INFINITY : OWN * (share - there);
}

/** A time that is another's rules a figure out; one that is not told leaves it open. */
function timeFit(operand: Operand, other: Operand, beside: Beside, sentence: ReadSentence): number {
  const time = operand.time ?? timeAsked(operand.ask);
  const isEarlier = EARLIER.isIn(beside.text);
  if (time === 'before') return isEarlier ? TIME : 0;
  if (other.time === 'before' && isEarlier) return Number.NEGATIVE_INFINITY;
  if (time === undefined) return 0;
  const found = timeOf(beside);
  const year = found?.year;
  if (year === undefined) return aroundOf(sentence).includes(String(time.year)) ? 0 : -TIME;
  // What is of a stretch of years is of none of them.
  if (time.year !== year.low || year.high > year.low) return Number.NEGATIVE_INFINITY;
  const isOfMonths = time.months === undefined || isSame(time.months, found?.months);
  return isOfMonths ? TIME : Number.NEGATIVE_INFINITY;
}

/** What is compared of things may be of one time. */
function timeAsked(ask: string): Operand['time'] {
  const date = findDates(ask).find(({ year }) => year !== undefined && year.low === year.high);
  return date && timeOfDate(date);
}

/** Of a row the head's, else the clause's. */
function timeOf({ head, date }: Beside): DateFound | undefined {
  return findDates(head)[0] ?? date;
}

function isSame(months: readonly [number, number], found: Quantity | undefined): boolean {
  return found === undefined || (found.low === months[0] && found.high === months[1]);
}

function aroundOf(sentence: ReadSentence): string {
  const { passage, previous, head, text } = sentence;
  // The row above is of something else.
  const before = isOfTable(sentence) ? '' : (previous?.text ?? '');
  return [passage.report.title, passage.report.file, ...passage.chunk.path, head.text, before, text].join('\n');
}
