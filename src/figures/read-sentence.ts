import { contentWords } from '../compare/content-words.ts';
import { findMoves } from '../compare/find-moves.ts';
import type { Zone } from '../compare/figure-zones.ts';
import type { ReadText } from '../compare/read-text.ts';
import { tellsInOrder, zonesOf } from '../compare/figure-zones.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import type { Quantity, QuantityKind } from '../domain/quantity.ts';
import type { Span } from '../domain/report.ts';
import type { Clause, Statement } from '../domain/statement.ts';
import { given } from '../domain/given.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import { isFigure } from '../quantities/quantity.ts';
import { timeOf } from '../statements/read-clauses.ts';
import type { Bound, Carried, IsWord } from './bind-measure.ts';
import { bindMeasure } from './bind-measure.ts';
import { listedMember, namedMember } from './list-members.ts';
import type { ReadFact } from './read-fact.ts';
import { holdsDigit, holdsHan, holdsLetter } from '../text/holds-letters.ts';

/** Kinds that measure something; a duration says how long, an age how old, and seldom more. */
const MEASURING: readonly QuantityKind[] = [
  'percent',
  'points',
  'times',
  'money',
  'count',
  'length',
  'area',
  'mass',
  'power',
  'frequency',
  'data',
];
const RANKS = ['前', 'top', 'first'];
/** Significant digits of a value. */
const DIGITS = 12;
/** A longer phrase is not what is measured but half a sentence, in characters; Latin ones count half. */
const LONGEST = 30;

/** The figures of a sentence with what each is of; how many have no measure. */
export function readSentence(statement: Statement, names: NameReader): { facts: ReadFact[]; leftOut: number } {
  const read = readText(statement, names);
  const zones = zonesOf(read);
  const besides = [...read.figures, ...read.dates];
  const isWord: IsWord = (word) => names.englishOf(word).length > 0;
  const facts: ReadFact[] = [];
  let leftOut = 0;
  let carried: Carried | undefined;
  for (const [at, figure] of read.figures.entries()) {
    const zone = zones.get(figure.start);
    const clause = statement.clauses.find(({ span }) => figure.start >= span.start && figure.start < span.end);
    if (!zone || !clause || !isMeasure(figure) || isRank(figure, read.text)) continue;
    const bound =
      namedMember(figure, clause, read, isWord) ??
      listedMember(figure, zone, read, zones) ??
      bindMeasure(read.text, figure, { at, read, zone, besides, carried, clause, isWord });
    if (bound === undefined || measureLength(bound.measure) > LONGEST) {
      leftOut += 1;
      carried = undefined;
      continue;
    }
    carried = { subject: bound.subject, measure: bound.base };
    facts.push(factOf(figure, bound, { zone, clause, read }));
  }
  return { facts, leftOut };
}

function readText({ text, clauses }: Statement, names: NameReader): ReadText {
  const quantities = clauses.flatMap((clause) => clause.quantities);
  return {
    text,
    quantities,
    figures: quantities.filter(isFigure),
    orders: [],
    dates: findDates(text, quantities),
    words: contentWords(text, quantities, names),
    moves: findMoves(text, names),
  };
}

/** 榜单前100名, the top 10: who is among them, and no measure. */
function isRank({ kind, start }: Quantity, text: string): boolean {
  const before = text.slice(0, start).trimEnd().toLowerCase();
  return kind === 'count' && RANKS.some((word) => before.endsWith(word));
}

/** A number in words, or one that counts nothing, is part of what something is called: 十九届, 21世纪. */
function isMeasure({ kind, text, unit }: Quantity): boolean {
  if (!MEASURING.includes(kind) || !holdsDigit(text)) return false;
  return kind !== 'count' || unit !== '' || holdsLetter(text.replace(/ to | and /u, '')) || text.includes(',');
}

function measureLength(measure: string): number {
  return [...measure].reduce((sum, character) => sum + (holdsHan(character) ? 1 : 0.5), 0);
}

function factOf(
  figure: Quantity,
  { subject, measure, unsure }: Bound,
  { zone, clause, read }: { zone: Zone; clause: Clause; read: ReadText },
): ReadFact {
  const { text } = read;
  const { start, end } = withQualifier(text, figure);
  const place = clause.names.find(({ kind }) => kind === 'place')?.name;
  const date = inOrder(figure, read) ?? (zone.date && yearOfMember(figure, zone.date, zone.clause, clause));
  const isWhose = subject !== undefined && subject !== measure;
  return {
    ...(isWhose ? { subject } : {}),
    measure,
    ...(date ? { period: { text: text.slice(date.start, date.end), time: timeOf(date) } } : {}),
    value: { text: text.slice(start, end).trim(), low: plain(figure.low), high: plain(figure.high) },
    kind: figure.kind,
    unit: figure.unit,
    qualifier: figure.qualifier,
    ...given({ place }),
    stances: clause.stances,
    unsure: isWhose ? unsure : [],
  };
}

/** `$163, $81 and $221 in 2021, 2020 and 2019, respectively`: as many times as figures, in order. */
function inOrder(figure: Quantity, { text, figures, dates }: ReadText): DateFound | undefined {
  const isTold = figures.length > 1 && dates.length === figures.length && tellsInOrder(text);
  return isTold ? dates[figures.indexOf(figure)] : undefined;
}

/** 2017年至2019年分别为…: of several years, and as many figures, each has one. */
function yearOfMember(figure: Quantity, date: DateFound, within: Span, { quantities }: Clause): DateFound {
  const { year } = date;
  const figures = quantities.filter((one) => isFigure(one) && one.start >= Math.max(within.start, date.end));
  const at = figures.findIndex(({ start }) => start === figure.start);
  if (!year || year.high === year.low || figures.length !== year.high - year.low + 1 || at < 0) return date;
  return { ...date, year: { ...year, low: year.low + at, high: year.low + at } };
}

/** Without what multiplying binary fractions leaves behind. */
function plain(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
