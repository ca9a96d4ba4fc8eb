import type { ReadSentence } from '../answer/read-sentences.ts';
import { contentWords } from '../compare/content-words.ts';
import type { Zone } from '../compare/figure-zones.ts';
import { zonesOf } from '../compare/figure-zones.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { given } from '../domain/given.ts';
import type { Span } from '../domain/report.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import type { RowParts } from '../statements/row-parts.ts';
import { rowParts } from '../statements/row-parts.ts';
import { inTableUnit } from '../quantities/table-unit.ts';
import { remember } from '../text/remember.ts';

/** What stands beside a figure. */
export interface Beside {
  quantity: Quantity;
  /** The text that it was read from: of a row what it says with its heads. */
  source: string;
  /** Its words, of a row its label and head, of a sentence those of its part of the clause. */
  text: string;
  /** Of a sentence: what the clause before says, which has no figure of its own. */
  before?: string;
  /** Of a row: the head above it. */
  head: string;
  /** Of whom or what it is: the label of its row, the last name before it. */
  named: string | undefined;
  date: DateFound | undefined;
  /** Of a row whose columns are certain. */
  cell?: Cell;
}

/** A cell as its row is said: `Asia: 2019 31`. */
export interface Cell {
  label: string;
  /** Its head and what is printed in it. */
  said: string;
  printed: string;
  /** What its table is called and counted in. */
  notes: string;
  marks: RowParts['marks'];
}

/** The figures of a statement with what stands beside each. */
export function besidesOf(sentence: ReadSentence, names: NameReader): Beside[] {
  return isOfTable(sentence) ? cellsOf(sentence) : clausesOf(sentence.text, names);
}

/** True for a row, as it stands there or as it is said with its heads. */
export function isOfTable(sentence: ReadSentence): boolean {
  return sentence.kind === 'row' || rowOf(sentence) !== undefined;
}

/** What a row says with the heads of its columns; it is shown as it is printed. */
export function rowOf({ span, passage }: ReadSentence): string | undefined {
  return passage.statements.find((one) => one.kind === 'row' && one.quotes[0]?.start === span.start)?.text;
}

/** Behind a row's label, where its columns are not certain. */
const LABEL_END = /[：:]\s{0,4}(?=.{0,200}\d)/u;
const LABEL_MARKS = /[：:\s]{1,8}$/u;
/** The number of a row, before what it is called. */
const SERIAL = /^\d{1,4}(?=[.\s]{0,3}\t\s{0,4}\p{L})/u;
const CAPTION = /\s\((?=\p{L}).*\)$/su;
const CELL_END = /[；;\t]/u;

/** What stands in the row itself: its heads, and what names its table, may hold numbers, too. */
function cellsOf(sentence: ReadSentence): Beside[] {
  const { span, passage } = sentence;
  const printed = passage.chunk.text.slice(span.start, span.end);
  const said = rowOf(sentence);
  const parts = said === undefined ? undefined : rowParts(said, (printed.split('\t')[0] ?? '').trim());
  return said !== undefined && parts ? headedCells(said, parts, printed) : bareCells(said ?? sentence.text, printed);
}

/** Each cell under its head: the figure is what is printed in it, and nothing of the head. */
function headedCells(said: string, parts: RowParts, row: string): Beside[] {
  const printed = row
    .split('\t')
    .slice(1)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const label = [parts.group, parts.label].filter((part) => part !== '').join(' ');
  const quantities = inTableUnit(findQuantities(said), said);
  return parts.cells.flatMap((cell): Beside[] => {
    const value = printed.filter((each) => ` ${cell}`.includes(` ${each}`)).toSorted((x, y) => y.length - x.length)[0];
    const at = value === undefined ? -1 : cell.lastIndexOf(value);
    const from = said.indexOf(cell);
    const [quantity, ...others] =
      at < 0 ? [] : quantities.filter((one) => isWithin(one, from + at, from + cell.length));
    if (!quantity || !isFigure(quantity) || others.some(isFigure)) return [];
    const head = cell.slice(0, at).trim();
    const { marks, notes } = parts;
    return [
      {
        quantity,
        source: said,
        text: `${label} ${head}`,
        head,
        named: parts.label,
        date: undefined,
        ...given({
          cell: value === undefined ? undefined : { label: parts.label, said: cell, printed: value, notes, marks },
        }),
      },
    ];
  });
}

function isWithin({ start, end }: Span, from: number, to: number): boolean {
  return start >= from && end <= to;
}

function bareCells(said: string, row: string): Beside[] {
  const text = withoutCaption(said);
  const printed = row.normalize('NFKC');
  const serial = SERIAL.exec(printed)?.[0];
  const labelEnd = LABEL_END.exec(text);
  const bare = text.indexOf('\t');
  const from = labelEnd ? labelEnd.index + labelEnd[0].length : Math.max(0, bare);
  const label = text.slice(0, from);
  return findQuantities(text)
    .filter((quantity) => isFigure(quantity) && quantity.start >= from && isPrinted(quantity, printed, serial))
    .map((quantity) => {
      const cell = text.slice(from, quantity.start).split(CELL_END).at(-1) ?? '';
      return {
        quantity,
        source: text,
        text: `${label} ${cell}`,
        head: cell.trim(),
        named: named(label),
        date: undefined,
      };
    });
}

/** What a table is called stands in brackets behind its last cell, and may hold figures of its own. */
function withoutCaption(row: string): string {
  const last = Math.max(row.lastIndexOf(';'), row.lastIndexOf('；'));
  const caption = last < 0 ? -1 : row.slice(last).search(CAPTION);
  return caption < 0 ? row : row.slice(0, last + caption);
}

function isPrinted({ text }: Quantity, row: string, serial: string | undefined): boolean {
  const number = /\d[\d,.]*/u.exec(text)?.[0];
  return number !== undefined && number !== serial && row.includes(number);
}

function named(label: string): string | undefined {
  const bare = label.replace(LABEL_MARKS, '').trim();
  return bare === '' ? undefined : bare;
}

/** Read once: every operand asks the same statements. */
const zonesByReader = new WeakMap<NameReader, (text: string) => ReadZones>();

interface ReadZones {
  figures: readonly Quantity[];
  zones: ReadonlyMap<number, Zone>;
}

function clausesOf(text: string, names: NameReader): Beside[] {
  const read = zonesByReader.get(names) ?? remember((each: string) => readZones(each, names), 20_000);
  zonesByReader.set(names, read);
  const { figures, zones } = read(text);
  return figures.flatMap((quantity): Beside[] => {
    const zone = zones.get(quantity.start);
    if (!zone) return [];
    const textOf = (found: readonly Span[]) => found.map((word) => text.slice(word.start, word.end)).join(' ');
    return [
      {
        quantity,
        source: text,
        text: `${textOf([...zone.own, ...zone.names])} ${partOf(text, quantity, zone.clause, figures)}`,
        before: textOf(zone.before),
        head: '',
        named: zone.names.at(-1)?.text,
        date: zone.date,
      },
    ];
  });
}

function readZones(text: string, names: NameReader): ReadZones {
  const quantities = findQuantities(text);
  const figures = quantities.filter(isFigure);
  const read = {
    text,
    quantities,
    figures,
    orders: [],
    moves: [],
    dates: findDates(text, quantities),
    words: contentWords(text, quantities, names),
  };
  return { figures, zones: zonesOf(read) };
}

/** What stands between the figure before and the one behind, within the clause. */
function partOf(text: string, { start, end }: Quantity, clause: Span, figures: readonly Quantity[]): string {
  const before = figures.findLast((other) => other.end <= start && other.start >= clause.start);
  const behind = figures.find((other) => other.start >= end && other.end <= clause.end);
  return text.slice(before?.end ?? clause.start, start) + text.slice(end, behind?.start ?? clause.end);
}
