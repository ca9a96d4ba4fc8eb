import { onOneLine } from '../answer/sayable-text.ts';
import type { CitedAnswer, FigureSeries, Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import type { ComparedFigures, FigureFact } from '../domain/figure-fact.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Statement } from '../domain/statement.ts';
import { given } from '../domain/given.ts';
import type { Language } from '../domain/report.ts';
import { createNames } from '../lexicon/names.ts';
import { printedNumber } from '../quantities/printed-number.ts';
import type { RowParts } from '../statements/row-parts.ts';
import { rowParts } from '../statements/row-parts.ts';
import { detectLanguage } from '../text/language.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { verifyAnswer } from '../verify/verify-answer.ts';
import type { KindSteps } from './kind-steps.ts';
import type { ReadTrend } from './read-trend.ts';
import type { Term } from './reckoned-claim.ts';
import { reckonedClaim, resultOf, resultWords } from './reckoned-claim.ts';
import type { WordForms } from './word-forms.ts';
import { wordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

/** Fewer values are no course. */
const LEAST_POINTS = 3;
/** So much of what is asked stands in whose figure it is and what it measures, and so much with what is around it. */
const LEAST_OWN = 0.5;
const LEAST_ALL = 1;
/** More than any report has, so that each passage has a name of its own. */
const CHUNKS = 1_000_000;
const ENDS: Record<Language, string> = { zh: '。', en: '.' };

type Draft = CitedAnswer['claims'][number];
type Point = ComparedFigures['points'][number];

/**
 * How one measure of one thing went, over statements, rows and the issues of a series: its values in order of time, and
 * by how much the last differs from the first. Undefined where fewer than three times are told, or two measures fit
 * alike.
 */
export async function giveTrend(
  question: Question,
  { asked, from = -Infinity, to = Infinity }: ReadTrend,
  steps: KindSteps,
): Promise<VerifiedAnswer | undefined> {
  const found = await steps.trends({ text: asked.join(' '), ...given({ reports: question.reports }) });
  const formsOf = wordForms(createNames(await steps.library.aliases()), steps.names);
  const lines = found.compared
    .map((line) => ({ ...line, points: line.points.filter((point) => isWithin(point, from, to)) }))
    .filter(({ points }) => points.length >= LEAST_POINTS && points.every(({ fact }) => isSure(fact)))
    .map((line) => ({ ...line, own: ownShare(line, asked, formsOf), all: allShare(line, asked, formsOf) }))
    .filter((line) => line.own >= LEAST_OWN && line.all >= LEAST_ALL && isOfMeasure(line, asked, formsOf))
    .toSorted((a, b) => b.own - a.own || addedBy(a) - addedBy(b));
  const [best, ...others] = lines;
  // Of two measures that fit alike none is chosen, of one that is printed twice either.
  if (!best || others.some((other) => fitsAlike(other, best) && !agrees(other, best))) return undefined;
  const language = detectLanguage(question.text);
  const placed = await placePoints(best.points, steps);
  const passages = [...new Map(placed.map(({ passage }) => [passage.ref, passage])).values()];
  const say = (claims: Draft[]) => {
    const draft: CitedAnswer = { composer: 'extractive', kind: 'trend', claims, ...given({ series: seriesOf(best) }) };
    return verifyAnswer(question, draft, passages, steps.prove);
  };
  const told = valuesOf(placed);
  const change = changeOf(placed, language);
  const isProved = change !== undefined && claimsOf(say([change])).length > 0;
  const answer = say(isProved ? [...told, change] : told);
  return placed.length === best.points.length && answer.outcome === 'answered' ? answer : undefined;
}

/**
 * Nothing of the measure goes beyond what is asked: `占营业收入比例` is no revenue, `interest income, net` no net
 * income.
 */
function isOfMeasure({ points: [first] }: ComparedFigures, asked: readonly string[], formsOf: WordForms): boolean {
  const measure = (first?.fact.measure ?? '').replaceAll(/[(（][^()（）]*[)）]/gu, ' ');
  const named = tagWords(measure).filter((word) => contentOf(word) > 0);
  return (
    shareOf(
      named.map(({ text }) => text),
      asked.join(' '),
      formsOf,
    ) === 1 || named.length === 0
  );
}

type Line = ComparedFigures & { own: number };

function fitsAlike(one: Line, other: Line): boolean {
  return one.own === other.own && addedBy(one) === addedBy(other);
}

/** Words of the measure. */
function addedBy({ points: [first] }: ComparedFigures): number {
  return tagWords(first?.fact.measure ?? '').filter((word) => contentOf(word) > 0).length;
}

/** True when two courses have the same values wherever they tell of one time, and tell of one at least. */
function agrees(one: ComparedFigures, other: ComparedFigures): boolean {
  const shared = one.points.flatMap((point) => {
    const same = other.points.find(({ fact }) => yearOf(fact) === yearOf(point.fact));
    return same ? [[point.fact, same.fact].map(({ value }) => printedNumber(value.text)?.value)] : [];
  });
  return shared.length > 0 && shared.every(([mine, theirs]) => mine !== undefined && mine === theirs);
}

function yearOf({ period }: FigureFact): number | undefined {
  return period?.time.year;
}

/** A value in its statement. */
interface PlacedPoint extends Point {
  passage: Passage;
  statement: Statement;
  /** Of a row: its label, and the cell as the row is said. */
  row?: { label: string; cell: string; marks: RowParts['marks'] };
}

/** Said outright, of somebody who is named. */
function isSure({ stances, unsure }: FigureFact): boolean {
  return stances.length === 0 && !unsure.includes('period');
}

function isWithin({ fact }: Point, from: number, to: number): boolean {
  const year = yearOf(fact) ?? Number.NaN;
  return year >= from && year <= to;
}

function ownShare({ points: [first] }: ComparedFigures, asked: readonly string[], formsOf: WordForms): number {
  return shareOf(asked, [first?.fact.subject, first?.fact.measure, first?.fact.place].join('\n'), formsOf);
}

function allShare({ points: [first] }: ComparedFigures, asked: readonly string[], formsOf: WordForms): number {
  const { subject, measure, place, quote, report } = first?.fact ?? {};
  return shareOf(
    asked,
    [subject, measure, place, ...(quote?.path ?? []), quote?.text, report?.title].join('\n'),
    formsOf,
  );
}

async function placePoints(points: readonly Point[], { library }: KindSteps): Promise<PlacedPoint[]> {
  const reports = await library.reports();
  const placed = await Promise.all(
    points.map(async (point): Promise<PlacedPoint[]> => {
      const { quote, statement } = point.fact;
      const report = reports.find(({ id }) => id === quote.reportId);
      const chunks = report ? await library.chunks(report.id) : [];
      const chunk = chunks.find(({ span }) => span.start <= quote.span.start && span.end >= quote.span.end);
      if (!report || !chunk) return [];
      const [statements = []] = await library.statements([chunk]);
      const found = statements.find(({ id }) => id === statement.id);
      const ref = `P${reports.indexOf(report) * CHUNKS + chunk.order + 1}`;
      if (!found) return [];
      const passage = { ref, chunk, report, statements, score: 0 };
      return [{ ...point, passage, statement: found, ...given({ row: rowOf(point.fact, found) }) }];
    }),
  );
  return placed.flat();
}

function rowOf({ quote, period }: FigureFact, { kind, text }: Statement): PlacedPoint['row'] {
  const parts = kind === 'row' ? rowParts(text, quote.text.split('\t')[0]?.trim() ?? '') : undefined;
  const cell = parts?.cells.find((said) => period !== undefined && said.includes(period.text));
  return parts && cell !== undefined ? { label: parts.label, cell, marks: parts.marks } : undefined;
}

/** Each statement once, in order of time: a sentence as it stands there, of a row the cells that are meant. */
function valuesOf(placed: readonly PlacedPoint[]): Draft[] {
  return [...Map.groupBy(placed, ({ statement, passage }) => `${passage.ref} ${statement.id}`).values()].flatMap(
    (of) => {
      const [first] = of;
      if (!first) return [];
      const { quote } = first.fact;
      const rows = of.flatMap(({ row }) => row ?? []);
      const [row] = rows;
      const text = row
        ? row.label + row.marks.label + rows.map(({ cell }) => cell).join(row.marks.cell)
        : onOneLine(quote.text);
      return [{ text, citations: [{ passage: first.passage.ref, quote: quote.text }] }];
    },
  );
}

/** By how much the last value differs from the first: of percents in points, else as growth. */
function changeOf(placed: readonly PlacedPoint[], language: Language): Draft | undefined {
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last || first === last) return undefined;
  const citations = [first, last].map(({ fact, passage }) => ({ passage: passage.ref, quote: fact.quote.text }));
  const operation = isPercent(first) && isPercent(last) ? 'difference' : 'growth';
  if (first.row && last.row) return changeOfRows(first, last, { operation, citations, language });
  const terms = [termOf(first), termOf(last)] as const;
  const text = reckonedClaim(terms, operation, language, true);
  return text === undefined ? undefined : { text, citations, computed: true };
}

/** Of a row that says so in its label, too: `毛利率（%）`. */
function isPercent({ fact: { kind }, row }: PlacedPoint): boolean {
  return kind === 'percent' || /[%％]/u.test(row?.label ?? '');
}

function termOf({ fact }: PlacedPoint): Term {
  return { label: fact.period?.text ?? '', said: fact.value.text, quantity: quantityOf(fact) };
}

function quantityOf({ value, kind, unit, qualifier }: FigureFact): Quantity {
  return { kind, unit, qualifier, text: value.text, low: value.low, high: value.high, start: 0, end: 0, precision: 0 };
}

function changeOfRows(
  first: PlacedPoint,
  last: PlacedPoint,
  {
    operation,
    citations,
    language,
  }: { operation: 'difference' | 'growth'; language: Language } & Pick<Draft, 'citations'>,
): Draft | undefined {
  const printed = [first, last].map(({ fact }) => printedNumber(fact.value.text));
  const [one, other] = printed;
  if (!first.row || !last.row || !one || !other || unitOf(first) !== unitOf(last)) return undefined;
  const quantities = [first, last].map(({ fact }, at) => ({
    ...quantityOf(fact),
    kind: operation === 'difference' ? ('percent' as const) : ('count' as const),
    unit: '',
    low: printed[at]?.value ?? Number.NaN,
    high: printed[at]?.value ?? Number.NaN,
  }));
  const result = resultOf(quantities, operation, language);
  if (result === undefined) return undefined;
  const said = ({ label, marks }: NonNullable<PlacedPoint['row']>, cells: string[]) =>
    label + marks.label + cells.join(marks.cell);
  const rows =
    first.statement.id === last.statement.id
      ? [{ said: said(first.row, [first.row.cell, last.row.cell]), figures: [one.text, other.text] }]
      : [
          { said: said(first.row, [first.row.cell]), figures: [one.text] },
          { said: said(last.row, [last.row.cell]), figures: [other.text] },
        ];
  const { cell } = first.row.marks;
  const text = [...rows.map((row) => row.said), resultWords(quantities, operation, result, language)].join(cell);
  return { text: text + ENDS[language], citations, reckoned: { operation, rows, result } };
}

/** What stands around the number of a value. */
function unitOf({ fact: { value } }: Point): string {
  return value.text.replace(printedNumber(value.text)?.text ?? '', '').trim();
}

/** What can be drawn: numbers as printed, all in one unit. */
function seriesOf({ title, points }: ComparedFigures): FigureSeries | undefined {
  const values = points.flatMap(({ label, fact }) => {
    const value = printedNumber(fact.value.text)?.value;
    return value === undefined || fact.value.low < 0 ? [] : [{ label, value, quote: fact.quote }];
  });
  const units = new Set(points.map(unitOf));
  const [unit = ''] = units;
  return units.size === 1 && values.length === points.length ? { kind: 'over_time', title, unit, values } : undefined;
}
