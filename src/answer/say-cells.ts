import type { UnitFinder } from '../dictionary/find-units.ts';
import type { Report } from '../domain/report.ts';
import type { Period } from '../quantities/periods.ts';
import { unmetPeriods } from '../quantities/periods.ts';
import { tableUnit } from '../quantities/table-unit.ts';
import { rowParts } from '../statements/row-parts.ts';
import type { ReadSentence } from './read-sentences.ts';

/** So many cells are said together at most; a row of more is said whole while it is no longer than this. */
const CELLS = 4;
const LENGTH = 240;
/** A longer one is no head: it is what stands above the table. */
const HEAD = 60;
/** As long as the unit that is said behind a figure. */
const UNIT = 6;
/** A form as unlikely as this says nothing of a head. */
const LIKELY = 0.5;

/** What parts a label from its cells, and these: within one of them nobody could tell. */
const MARKS = /[：；]|[:;]\s/u;

/** What of a row is asked for. */
export interface CellsAsked {
  period: Period;
  /** Finds the question's words. */
  find: UnitFinder;
}

interface Cell {
  said: string;
  head: string;
}

/**
 * What a row says of what is asked: its label, and the cells under the heads that meet the time that is asked for and
 * hold most of the question's words, each with its head; all of them where nothing in particular is asked.
 * @returns undefined where its heads do not tell its cells apart
 */
export function sayCells({ said, text, passage }: ReadSentence, asked?: CellsAsked): string | undefined {
  const printed = text.split('\t').map((cell) => cell.trim());
  const parts = said === undefined ? undefined : rowParts(said, printed[0] ?? '');
  if (!parts) return undefined;
  const cells = parts.cells.flatMap((cell): Cell[] => {
    const head = headOf(cell, printed);
    return head === undefined || head.length > HEAD ? [] : [{ said: cell, head }];
  });
  if ([parts.label, ...parts.cells].some((words) => MARKS.test(words))) return undefined;
  if (cells.length < parts.cells.length || new Set(cells.map(({ head }) => head)).size < cells.length) return undefined;
  const chosen = asked ? cellsAsked(cells, asked, passage.report) : cells;
  const unit = tableUnit([parts.notes]);
  const say = (some: readonly Cell[]) =>
    parts.label +
    parts.marks.label +
    some.map((cell) => cell.said).join(parts.marks.cell) +
    (unit === undefined ? '' : ` (${unit})`);
  if (chosen.length <= CELLS) return say(chosen);
  const whole = say(cells);
  return whole.length <= LENGTH ? whole : undefined;
}

function cellsAsked(cells: readonly Cell[], { period, find }: CellsAsked, { publishedOn }: Report): Cell[] {
  const year = publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4));
  const ofTime = leastOf(cells, ({ head }) => unmetPeriods(period, head, year).length);
  return leastOf(ofTime, ({ head }) => -countWords(head, find));
}

/** What stands before what is printed in the row. */
function headOf(said: string, printed: readonly string[]): string | undefined {
  const [value] = printed
    .filter((cell) => cell !== '' && ` ${said}`.lastIndexOf(` ${cell}`) + cell.length >= said.length - UNIT)
    .toSorted((a, b) => b.length - a.length);
  return value === undefined ? undefined : said.slice(0, said.lastIndexOf(value)).trim();
}

function countWords(head: string, find: UnitFinder): number {
  return new Set(find(head).occurrences.flatMap(({ unit, share }) => (share >= LIKELY ? [unit] : []))).size;
}

/** Those of which a number is least. */
function leastOf<T>(all: readonly T[], numberOf: (one: T) => number): T[] {
  const least = Math.min(...all.map(numberOf));
  return all.filter((one) => numberOf(one) === least);
}
