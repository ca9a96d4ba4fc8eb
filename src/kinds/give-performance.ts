import { onOneLine } from '../answer/sayable-text.ts';
import type { CitedAnswer, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Report } from '../domain/report.ts';
import type { Direction } from '../lexicon/directions.ts';
import { findDirections } from '../lexicon/directions.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Period } from '../quantities/periods.ts';
import { countPeriods, periodsOf, unmetPeriods, withoutPeriods } from '../quantities/periods.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { nameOf } from '../retrieve/meant-reports.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { KindSteps } from './kind-steps.ts';
import { wordsOf } from './likeness.ts';
import type { PlacedStatement } from './read-place.ts';
import { placedIn, quoteOf } from './read-place.ts';
import { placeOf } from './word-share.ts';

/** What a company is measured by as a whole, the first first. */
const RESULTS = [words('measure/revenue/says'), words('measure/profit/says')];
/** Words for how a company does, and for the time in which it did: they name nothing. */
const PERFORMANCE = words('overview/performance');
const AGAINST = words('measured against');
/** Points of an answer, and fewest that are one. */
const POINTS = 5;
const LEAST_POINTS = 2;
/** Characters of a statement that can be read as a point. */
const LEAST = 12;
const MOST = 240;
const OF_MEASURE = 2;
/** Statements of a chunk by which it is told where a report sums up how the company did. */
const OF_CHUNK = 4;
/** What each word counts that stands before a result and makes it that of a part: `biologics segment revenues`. */
const OF_PART = 0.5;
const MOST_OF_PART = 1.5;
/** Chunks before and behind the one that sums up, which are looked through for more. */
const NEAR = 2;

/**
 * How a company did in the time of a report: revenue and profit as the report sums them up, and what else it measures
 * beside them. Undefined where anything else is asked, and where no one report of a company tells it.
 * @param topic words of the question that name what is asked about
 */
export async function givePerformance(
  question: Question,
  topic: string,
  { library, prove }: Pick<KindSteps, 'library' | 'prove'>,
): Promise<VerifiedAnswer | undefined> {
  const report = reportOf(topic, await library.reports());
  if (!report) return undefined;
  const asked = periodsOf(topic);
  const chunks = await library.chunks(report.id);
  const results = (await placedIn(report, chunks, { library }))
    .map((placed) => readResult(placed, asked))
    .filter((result) => result !== undefined);
  const points = pointsOf(results);
  if (points.length < LEAST_POINTS || !points.some(({ measure }) => measure >= 0)) return undefined;
  const passages = [...new Map(points.map(({ placed: { passage } }) => [passage.ref, passage])).values()];
  const draft: CitedAnswer = {
    composer: 'extractive',
    kind: 'overview',
    claims: points.map(({ placed }) => claimOf(placed)),
  };
  return verifyAnswer(question, draft, passages, prove);
}

/** The one report of a company that all words of a topic name, but for times and words for how it does. */
function reportOf<T extends Report>(topic: string, reports: readonly T[]): T | undefined {
  const asked = periodsOf(topic);
  // Of `Acme's` and `P&G` letters are left over.
  const named = wordsOf(PERFORMANCE.blank(withoutPeriods(topic))).filter(({ length }) => length > 1);
  if (named.length === 0 && countPeriods(asked) === 0) return undefined;
  const isMeant = (report: T) =>
    report.company !== undefined &&
    named.every((word) => placeOf(word, nameOf(report)) >= 0) &&
    (report.period === undefined || unmetPeriods(asked, nameOf(report), yearOf(report)).length === 0);
  const [only, ...others] = reports.filter(isMeant);
  return others.length === 0 ? only : undefined;
}

function yearOf({ period }: Report): number | undefined {
  return periodsOf(period ?? '').years[0];
}

/** A statement that measures how a company does. */
interface Result {
  placed: PlacedStatement;
  /** Position of its measure among `RESULTS`; -1 for any other. */
  measure: number;
  weight: number;
}

function readResult(placed: PlacedStatement, asked: Period): Result | undefined {
  const { kind, text, clauses } = placed.statement;
  const { report, chunk } = placed.passage;
  if ((kind !== 'sentence' && kind !== 'item') || text.length < LEAST || text.length > MOST) return undefined;
  const figures = clauses.flatMap(({ quantities }) => quantities.filter((one) => isFigure(one) && one.unit !== ''));
  const moves = findDirections(text).filter(({ axis }) => axis === 'change');
  const isMoved = moves.length > 0 || isMeasuredAgainst(text, figures);
  if (figures.length === 0 || (!isMoved && kind !== 'item')) return undefined;
  if (clauses.some(({ stances }) => stances.includes('planned') || stances.includes('conditional'))) return undefined;
  // `First half` in a report on a quarter is not what its title says.
  const around = isOfStretch(text) ? text : [report.title, report.period ?? '', ...chunk.path, text].join('\n');
  if (unmetPeriods(asked, around, yearOf(report)).length > 0 || isOfOtherYear(placed, asked, moves)) return undefined;
  const found = RESULTS.map((says) => says.first(text)?.start ?? -1);
  const measure = found.findIndex((start) => start >= 0 && figures.some((figure) => figure.start > start));
  const figure = figures.find(({ start }) => start > (found[measure] ?? 0));
  const partly = measure < 0 ? 0 : Math.min(MOST_OF_PART, OF_PART * wordsTo(figure?.start ?? 0, text, moves, report));
  const isShare = figures.some(({ kind: of }) => of === 'percent');
  return { placed, measure, weight: (measure < 0 ? 0 : 2) + Number(isMoved) + Number(isShare) - partly };
}

/** `$0.19 compared to $0.17` tells that it rose. */
function isMeasuredAgainst(text: string, figures: readonly Quantity[]): boolean {
  const against = AGAINST.first(text);
  if (!against) return false;
  const [before, behind] = [
    figures.filter(({ end }) => end <= against.start),
    figures.filter(({ start }) => start >= against.end),
  ];
  return before.some(({ unit }) => behind.some((other) => other.unit === unit));
}

/** What rose or fell did so in years none of which is the one asked for, or the report's own. */
function isOfOtherYear(
  { statement: { clauses }, passage: { report } }: PlacedStatement,
  asked: Period,
  moves: readonly Direction[],
): boolean {
  const own = asked.years[0] ?? yearOf(report);
  const moved = clauses.filter(({ span }) => moves.some(({ start }) => start >= span.start && start < span.end));
  const years = moved.flatMap(({ time }) => time?.year ?? []);
  return own !== undefined && years.length > 0 && !years.includes(own);
}

function isOfStretch(text: string): boolean {
  return periodsOf(text).stretch !== undefined;
}

/** Words before a figure that name neither the company, nor the measure, nor which way it went: of which part it is. */
function wordsTo(end: number, text: string, moves: readonly Direction[], report: Report): number {
  const name = nameOf(report);
  const isMove = (word: string) => moves.some((move) => move.text.includes(word));
  const named = tagWords(withoutPeriods(text.slice(0, end))).filter(
    (word) => contentOf(word) > 0 && word.tag !== 't' && placeOf(word.text, name) < 0 && !isMove(word.text),
  );
  return Math.max(0, named.length - 1);
}

/** The weightiest of each measure where the report sums up, then what else stands there, in its own order. */
function pointsOf(results: readonly Result[]): Result[] {
  const chunks = [...Map.groupBy(results, ({ placed }) => orderOf(placed)).values()];
  const best = chunks.toSorted((a, b) => weightOf(b) - weightOf(a))[0] ?? [];
  const [first] = best;
  if (!first) return [];
  const byWeight = (all: readonly Result[]) => all.toSorted((a, b) => b.weight - a.weight);
  const there = byWeight(best);
  const isNear = ({ placed }: Result) => Math.abs(orderOf(placed) - orderOf(first.placed)) <= NEAR;
  const near = byWeight(results.filter((one) => !best.includes(one) && isNear(one)));
  const ofMeasure = RESULTS.flatMap((_, at) => [...there, ...near].find(({ measure }) => measure === at) ?? []);
  const points: Result[] = [];
  const inOrder = best.filter(({ measure }) => measure < 0);
  const ofOthers = [...there, ...near].filter(({ measure }) => measure >= 0);
  for (const one of [...ofMeasure, ...ofOthers, ...inOrder, ...near])
    if (!points.some((other) => saysTheSame(other, one)) && isStillWanted(one, points)) points.push(one);
  return points.slice(0, POINTS);
}

/** Of one measure not more than two tell it: the whole, and what it is without a part. */
function isStillWanted({ measure }: Result, points: readonly Result[]): boolean {
  return measure < 0 || points.filter((point) => point.measure === measure).length < OF_MEASURE;
}

function orderOf({ passage: { chunk } }: PlacedStatement): number {
  return chunk.order;
}

/** By a figure that both give. */
function saysTheSame(one: Result, other: Result): boolean {
  const [mine, theirs] = [one, other].map(({ placed: { statement } }) =>
    statement.clauses.flatMap(({ quantities }) => quantities.filter(isFigure).map(({ text }) => text)),
  );
  return one.measure === other.measure && mine?.some((figure) => theirs?.includes(figure)) === true;
}

/** How much a chunk sums up: nothing where it tells no result of the whole. */
function weightOf(results: readonly Result[]): number {
  const measures = new Set(results.map(({ measure }) => measure).filter((measure) => measure >= 0)).size;
  const weights = results.map(({ weight }) => weight).toSorted((a, b) => b - a);
  return measures === 0 ? 0 : measures + weights.slice(0, OF_CHUNK).reduce((sum, weight) => sum + weight, 0);
}

function claimOf(placed: PlacedStatement): CitedAnswer['claims'][number] {
  const quote = quoteOf(placed);
  return { text: onOneLine(quote), citations: [{ passage: placed.passage.ref, quote }] };
}
