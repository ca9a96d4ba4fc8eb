import type { NameReader } from '../dictionary/read-names.ts';
import type { Passage } from '../domain/answer.ts';
import type { Statement } from '../domain/statement.ts';
import { words as wordsOf } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { printedNumber } from '../quantities/printed-number.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { inTableUnit } from '../quantities/table-unit.ts';
import { rowParts } from '../statements/row-parts.ts';
import type { ContentWord } from './content-words.ts';
import { contentWords } from './content-words.ts';
import { zonesOf } from './figure-zones.ts';
import type { ReadText } from './read-text.ts';

/** A figure of the reports from which one of a claim may follow, with what tells it. */
export interface Operand {
  figure: Quantity;
  /** What it is of: the label and head of a cell, the words beside a figure of a sentence. */
  words: readonly ContentWord[];
  date: DateFound | undefined;
  /** The head of its column, its time left out; empty in a sentence. */
  head: string;
  /** It is told to be all of something. */
  isTotal: boolean;
  /** Nobody says in what its table counts: it may be thousands or millions. */
  isOfUnknownScale: boolean;
  statement: Statement;
  read: ReadText;
  passage: Passage;
}

const TOTAL = wordsOf('reckoning/sum');
const MONTH_S = 365.2425 * (86_400 / 12);
/** A figure that is printed alone in a cell, with its sign and unit. */
const CELL =
  /(?:^|\s)(?<printed>[(（]?[-–−]?[$€£¥]?\s?[(（]?\d[\d,]{0,30}(?:\.\d{1,12})?\s?[)）]?\s?%?[^\d\s;；,，]{0,4})$/u;
const PERCENT = /[%％][)）]?$/u;
const BELOW_ZERO = /^[$€£¥]?\s?[-–−(（]/u;

/** The figures of a statement, each with what tells it. */
export function operandsOf(statement: Statement, read: ReadText, passage: Passage, names: NameReader): Operand[] {
  const common = { statement, read, passage };
  if (statement.kind === 'row') {
    const cells = cellsOf(statement, passage, names);
    if (cells) return cells.map((cell) => ({ ...cell, ...common }));
  }
  const zones = zonesOf(read);
  return read.figures.flatMap((figure) => {
    const zone = zones.get(figure.start);
    if (!zone || figure.low !== figure.high) return [];
    const own = zone.own.some(({ isName }) => isName) ? zone.own : [...zone.own, ...zone.names];
    return [
      {
        ...common,
        figure,
        words: [...new Set(own)],
        date: zone.date,
        head: '',
        isTotal: isTotal(own.map(textOf)),
        isOfUnknownScale: false,
      },
    ];
  });
}

type Cell = Pick<Operand, 'figure' | 'words' | 'date' | 'head' | 'isTotal' | 'isOfUnknownScale'>;

/** The cells of a row that is said with its heads; undefined for one that is not. */
function cellsOf({ text, quotes }: Statement, { chunk }: Passage, names: NameReader): Cell[] | undefined {
  const [span] = quotes;
  const label = chunk.text.slice(span?.start, span?.end).split('\t')[0]?.trim() ?? '';
  const row = rowParts(text, label);
  if (!row) return undefined;
  const labelWords = wordsIn(label, names);
  const groupWords = wordsIn(row.group, names);
  let from = text.indexOf(row.cells[0] ?? '');
  return row.cells.flatMap((cell): Cell[] => {
    const start = text.indexOf(cell, from);
    from = start + cell.length;
    const printed = CELL.exec(cell)?.groups?.['printed'];
    if (printed === undefined) return [];
    const head = cell.slice(0, cell.length - printed.length).trimEnd();
    const figure = figureOf(
      printed,
      PERCENT.test(head) || PERCENT.test(label),
      start + cell.length - printed.length,
      text,
    );
    if (!figure) return [];
    const isScaled = figure.precision !== printedStep(printed) || figure.kind === 'percent';
    const { date, rest } = timeIn(head);
    const headWords = wordsIn(rest, names);
    const isOne = isTotal([...labelWords, ...headWords].map(textOf)) || TOTAL.isIn(label) || TOTAL.isIn(rest);
    return [
      {
        figure,
        words: [...groupWords, ...labelWords, ...headWords],
        date,
        head: rest,
        isTotal: isOne,
        isOfUnknownScale: !isScaled,
      },
    ];
  });
}

/** What a cell prints, in what its table is counted in; below zero where it is printed so. */
function figureOf(printed: string, isPercent: boolean, start: number, text: string): Quantity | undefined {
  const number = printedNumber(printed);
  const own = isPercent && !printed.includes('%') ? `${number?.text ?? ''}%` : printed;
  const [found] = findQuantities(own).filter(isFigure);
  if (!number || !found) return undefined;
  const [scaled = found] = inTableUnit([{ ...found, start: start + found.start, end: start + found.end }], text);
  const sign = BELOW_ZERO.test(printed) ? -1 : 1;
  return { ...scaled, low: sign * Math.abs(scaled.low), high: sign * Math.abs(scaled.high) };
}

/** What the last digit that a cell prints stands for. */
function printedStep(printed: string): number {
  return 10 ** -(printedNumber(printed)?.text.split('.')[1]?.length ?? 0);
}

/** The time that a head names, `Three Months Ended June 30` as the stretch that it is; and what it says besides. */
export function timeIn(head: string): { date: DateFound | undefined; rest: string } {
  const quantities = findQuantities(head).filter((one) => !isFigure(one) || one.kind === 'duration');
  const duration = quantities.find(({ kind }) => kind === 'duration');
  const dates = findDates(head, quantities);
  const date = joined(dates);
  const months = duration ? Math.round(duration.low / MONTH_S) : 0;
  const rest = quantities
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, head)
    .trim();
  return { date: date && months > 0 ? stretch(date, months) : date, rest };
}

function joined(dates: readonly DateFound[]): DateFound | undefined {
  const [first, ...others] = dates;
  return first && others.reduce((all, one) => ({ ...one, ...all }), first);
}

/** So many months that end with a month, or begin the year. */
function stretch({ day: _day, ...date }: DateFound, length: number): DateFound {
  if (length >= 12) return { start: date.start, end: date.end, ...(date.year ? { year: date.year } : {}) };
  const { months } = date;
  const end = months && months.low === months.high ? months.high : length;
  const base = months ?? date.year;
  if (!base) return date;
  return { ...date, months: { ...base, kind: 'months', unit: '', low: Math.max(1, end - length + 1), high: end } };
}

function wordsIn(text: string, names: NameReader): ContentWord[] {
  return contentWords(text, findQuantities(text), names);
}

function isTotal(texts: readonly string[]): boolean {
  return texts.some((text) => TOTAL.is(text));
}

function textOf({ text }: ContentWord): string {
  return text;
}
