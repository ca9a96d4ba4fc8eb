import type { ReadSentence } from '../answer/read-sentences.ts';
import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { words } from '../lexicon/lexicon.ts';
import { readSentence } from '../figures/read-sentence.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { findDirections } from '../lexicon/directions.ts';
import { findStances } from '../lexicon/stances.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { stretchAt } from '../quantities/stretches.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { given } from '../domain/given.ts';
import type { Beside, Cell } from './figures-beside.ts';
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
  /** Of a row whose columns are certain. */
  cell?: Cell;
  /** Of a sentence: what it measures, where the sentence says so. */
  measure?: string;
  /** When it is of, where the statement or the head says it. */
  year: number | undefined;
  /** Score of its statement with how surely the figure is the operand's; comparable within one question. */
  fit: number;
}

/** Statements that are looked through for one operand. */
const STATEMENTS = 60;
/** So much of an operand's own words stand beside its figure at least. */
const LEAST = 0.5;
/** What the own words beside a figure are worth, in units of a statement's score, which are log likelihoods. */
const OWN = 3;
const TIME = 2;
const MEASURE = 1.5;
/** How far behind the best statement one may lie. */
const LAG = 6;
/** Characters of a statement: a longer one is no sentence. */
const LONGEST = 400;
/** Lines above a table that say what it is of. */
const LINES_ABOVE = 2;

/** `Earn`, `make`: what is done with a measure names none. */
const LEADS = words('comparison shape/leads');
const EARLIER = words('compare/earlier');
/** What the row below all others is called. */
const TOTAL = words('share shape/total');

const CHINESE = /\p{Script=Han}/u;
/** Values are computed with binary fractions. */
const ROUNDING = 1e-9;
/** `Rises faster`. */
const SPEED = words('comparison shape/speed');
/** 亏得多. */
const OF_MANNER = words('comparison shape/manner');
/** What is left of `Hull's`. */
const LETTER = /^[a-z]$/iu;

/** Figures that are an operand's, the best first: beside its own words, not the others', and of its time. */
export function figuresOf(
  operand: Operand,
  others: readonly Operand[],
  ranked: readonly RankedSentence[],
  names: NameReader,
  formsOf: WordForms,
): FoundFigure[] {
  const measured = measuredIn(operand);
  const isOfSpeed = SPEED.isIn(operand.ask) && findDirections(operand.ask).some(({ axis }) => axis === 'change');
  return nearBest(ranked)
    .flatMap((one) => {
      const { sentence, score } = one;
      return inOrder(besidesOf(sentence, names), operand, others, sentence.text, formsOf).flatMap((beside) => {
        const { quantity, source, text, head } = beside;
        const asking = measured.filter(({ text: word }) => !isCalled(word, sentence));
        const fit =
          ownFit(operand, others, beside, sentence, formsOf) +
          timeFit(operand, others, beside, sentence) +
          MEASURE * (weighedShare(asking, text, formsOf) + weighedShare(asking, head, formsOf));
        if (!Number.isFinite(fit) || isNoFigure(quantity) || (isOfSpeed && !isRate(beside))) return [];
        const year = timeOf(beside)?.year?.low;
        const said = saidWith(source, quantity);
        const around = `${text}\n${aroundOf(sentence)}`;
        const asked = asking.length === 0 ? 1 : weighedShare(asking, around, formsOf);
        const measure = measureOf(beside, sentence, names);
        // What stands around it is of something else where the sentence itself says what it measures.
        const isOther = measure !== undefined && weighedShare(asking, `${measure} ${text}`, formsOf) === 0;
        if (isOther && asking.length > 0) return [];
        const known = given({ cell: beside.cell, measure });
        return [{ quantity, sentence, ranked: one, head, year, asked, said, fit: score + fit, ...known }];
      });
    })
    .toSorted((a, b) => b.fit - a.fit);
}

/** The best statements, and all rows of the tables that these stand in: a row is found by another's name, too. */
function nearBest(ranked: readonly RankedSentence[]): RankedSentence[] {
  const ordered = ranked.toSorted((a, b) => b.score - a.score);
  const least = (ordered[0]?.score ?? 0) - LAG;
  const near = ordered.slice(0, STATEMENTS).filter(({ score }) => score >= least);
  const tables = new Set(near.filter(({ sentence }) => isOfTable(sentence)).map(tableName));
  const beside = ordered
    .filter((one) => !near.includes(one) && isOfTable(one.sentence) && tables.has(tableName(one)))
    .map((one) => ({ ...one, score: Math.max(one.score, least) }));
  return [...near, ...beside].filter(({ sentence }) => sentence.text.length <= LONGEST);
}

function tableName({ sentence: { passage } }: RankedSentence): string {
  return `${passage.chunk.reportId} ${passage.chunk.order}`;
}

/** What a figure of a sentence measures, as the sentence binds it. */
function measureOf({ quantity }: Beside, { passage, span }: ReadSentence, names: NameReader): string | undefined {
  const statement = passage.statements.find(
    ({ kind, quotes }) => (kind === 'sentence' || kind === 'item') && quotes[0]?.start === span.start,
  );
  const facts = statement ? readSentence(statement, names).facts : [];
  const isSame = (low: number) => Math.abs(low - quantity.low) <= ROUNDING * Math.abs(low);
  return facts.find(({ kind, value }) => kind === quantity.kind && isSame(value.low))?.measure;
}

/** How fast something rises is told by a share of itself. */
function isRate({ quantity: { kind } }: Beside): boolean {
  return kind === 'percent' || kind === 'points' || kind === 'times';
}

interface Measured {
  text: string;
  weight: number;
}

/** What is asked of the operand, besides itself and its time. */
function measuredIn({ ask, own }: Operand): Measured[] {
  // What rises and how fast is no thing that is measured, but a kind of figure.
  const moves = [...findDirections(ask).filter(({ axis }) => axis === 'change'), ...SPEED.find(ask)];
  return tagWords(blankDates(ask))
    .filter(({ start, text }) => !moves.some((move) => start < move.end && move.start < start + text.length))
    .map((word) => ({ text: OF_MANNER.blank(word.text).trim(), weight: contentOf(word) }))
    .filter(({ text, weight }) => weight > 0 && !isQuestionWord(text) && !LEADS.is(text) && !own.includes(text))
    .filter(({ text }) => !LETTER.test(text));
}

/** What a report is called says nothing of what one of its figures measures. */
function isCalled(word: string, { passage: { report } }: ReadSentence): boolean {
  return placeOf(word, [report.title, report.file, report.company ?? '', report.publisher ?? ''].join('\n')) >= 0;
}

function weighedShare(asked: readonly Measured[], text: string, formsOf: WordForms): number {
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const said = asked.filter(({ text: word }) => shareOf([word], text, formsOf) > 0);
  return total === 0 ? 0 : said.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Without when it is of, and how long that is. */
function blankDates(text: string): string {
  const times = [...findDates(text), ...findQuantities(text).filter(({ kind }) => kind === 'duration')];
  return times.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
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
  [other, ...more]: readonly Operand[],
  text: string,
  formsOf: WordForms,
): readonly Beside[] {
  const [first, second] = besides;
  if (besides.length !== 2 || !first || !second || !other || more.length > 0 || own.length === 0) return besides;
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

/** How surely the words beside a figure are one operand's and no other's; -Infinity when they are not at all. */
function ownFit(
  operand: Operand,
  others: readonly Operand[],
  { text, before = '', named = '' }: Beside,
  sentence: ReadSentence,
  formsOf: WordForms,
): number {
  if (operand.own.length === 0) return 0;
  // What a report is called stands beside none of its figures, unless that is all that is asked for.
  const shareIn = (own: readonly string[], where: string) => {
    const telling = own.filter((word) => !isCalled(word, sentence));
    return shareOf(telling.length > 0 ? telling : own, where, formsOf);
  };
  const here = shareIn(operand.own, text);
  const there = Math.max(0, ...others.map(({ own }) => shareIn(own, text)));
  // What is named near it is not what it is of: only its own row, head or part of the clause says that.
  if (here >= LEAST && here > there) return OWN * (here - there);
  // `甲排名第一，有3000件`: what names none of them goes on with the clause before.
  const isBefore = there === 0 && shareIn(operand.own, before) >= LEAST;
  if (isBefore && others.every(({ own }) => shareIn(own, before) === 0)) return OWN * LEAST;
  const isTotal = operand.isWhole === true && isOfTable(sentence) && TOTAL.is(named.trim());
  return isTotal && shareIn(operand.own, aroundOf(sentence)) >= LEAST ? OWN * LEAST : Number.NEGATIVE_INFINITY;
}

/** A time that is another's rules a figure out; one that is not told leaves it open. */
function timeFit(operand: Operand, others: readonly Operand[], beside: Beside, sentence: ReadSentence): number {
  const time = operand.time ?? timeAsked(operand.ask);
  const isEarlier = EARLIER.isIn(beside.text);
  if (time === 'before') return isEarlier ? TIME : 0;
  if (others.some((other) => other.time === 'before') && isEarlier) return Number.NEGATIVE_INFINITY;
  if (time === undefined) return 0;
  const found = timeOf(beside);
  const year = found?.year;
  // What is of a stretch of years is of none of them.
  if (year !== undefined && (time.year !== year.low || year.high > year.low)) return Number.NEGATIVE_INFINITY;
  if (!areSameMonths(time.months, found?.months)) return Number.NEGATIVE_INFINITY;
  if (year === undefined && !isOfTable(sentence) && tellsOtherYears(sentence.text, time.year))
    return Number.NEGATIVE_INFINITY;
  const isTold = year !== undefined || isOfYear(sentence, time.year);
  return isTold ? TIME : -TIME;
}

/** Which of its times a figure is of, a sentence of several leaves open. */
function tellsOtherYears(text: string, wanted: number): boolean {
  const years = findDates(text).flatMap(({ year }) => year ?? []);
  const others = new Set(years.filter(({ low }) => low !== wanted).map(({ low }) => low));
  return others.size > 1 || years.some(({ low, high }) => low !== high);
}

/** The year stands in its headings, above it or before it, or its report is of that year. */
function isOfYear(sentence: ReadSentence, year: number): boolean {
  const { title, file, period } = sentence.passage.report;
  return [title, file, period ?? '', aroundOf(sentence)].join('\n').includes(String(year));
}

/** What is compared of things may be of one time. */
function timeAsked(ask: string): Operand['time'] {
  const date = findDates(ask).find(({ year }) => year !== undefined && year.low === year.high);
  return date && timeOfDate(stretchAt(ask, date));
}

/** Of a row the head's, else that of what it is called; of a sentence the clause's. */
function timeOf({ head, named, date }: Beside): DateFound | undefined {
  return timeIn(head) ?? date ?? (head === '' ? undefined : timeIn(named ?? ''));
}

function timeIn(text: string): DateFound | undefined {
  const [date] = findDates(text);
  return date && stretchAt(text, date);
}

/** A quarter is no year, nor another quarter; one that is not told leaves it open. */
function areSameMonths(wanted: readonly [number, number] | undefined, found: Quantity | undefined): boolean {
  if (found === undefined) return true;
  if (wanted === undefined) return found.low === found.high;
  return found.low === wanted[0] && found.high === wanted[1];
}

/** What a figure's statement is read with: its headings, and what stands before it or above its table. */
function aroundOf(sentence: ReadSentence): string {
  const { passage, previous, head, text } = sentence;
  const path = passage.chunk.path.slice(passage.chunk.path[0] === passage.report.title ? 1 : 0);
  return [...path, head.text, isOfTable(sentence) ? tableOf(sentence) : (previous?.text ?? ''), text].join('\n');
}

/** The lines of the table that a row stands in, and those right above it: its total may name what is counted. */
function tableOf({ passage: { chunk, statements }, span }: ReadSentence): string {
  const lines = statements.map(({ kind, quotes }) => ({
    isRow: kind === 'row',
    text: chunk.text.slice(quotes[0]?.start ?? 0, quotes.at(-1)?.end ?? 0),
  }));
  const at = statements.findIndex(({ quotes }) => quotes[0]?.start === span.start);
  const above = lines.slice(0, Math.max(0, at)).findLastIndex(({ isRow }) => !isRow) + 1;
  const below = lines.findIndex(({ isRow }, index) => index > at && !isRow);
  const rows = lines.slice(Math.max(0, above - LINES_ABOVE), below < 0 ? undefined : below);
  return rows.map(({ text }) => text).join('\n');
}
