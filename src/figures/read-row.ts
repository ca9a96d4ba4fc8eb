import type { Statement } from '../domain/statement.ts';
import { given } from '../domain/given.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { scaleAt } from '../quantities/number-words.ts';
import { isFigure } from '../quantities/quantity.ts';
import { tableUnit } from '../quantities/table-unit.ts';
import type { RowParts } from '../statements/row-parts.ts';
import { rowParts } from '../statements/row-parts.ts';
import { timeOf } from '../statements/read-clauses.ts';
import type { ReadFact } from './read-fact.ts';
import { holdsHan, readsAsWord } from '../text/holds-letters.ts';

/** What a head says its figures are counted in: `占比(%)`, `金额（万元）`. */
const IN_BRACKETS = /[(（](?<unit>[^()（）]{1,16})[)）]\s*$/u;
/** A cell that is one figure, and nothing else. */
const FIGURE = /^[(（]?[-+–−]?\s{0,4}[$€£¥]?\s{0,4}[(（]?\d[\d,]*(?:\.\d+)?[)）]?\s{0,4}(?:%|％|‰)?[)）]?$/u;
const BELOW_ZERO = /^[$€£¥]?\s*[(（]|^[$€£¥]?\s*[-–−]/u;
const BRACKETS = /[(（][^()（）]{0,80}[)）]?/gu;
/** The unit of a Chinese table, and percent, is said behind each of its figures, within its brackets. */
const ADDED = /(?:\p{Lo}{1,6}|%)(?=[)）]?$)/u;
/** 流动资产：, within a head: the group that the rows begin with. */
const GROUP_ENDS = /[：:](?!\S)/u;
/** 2019年度: what is left when the year is cut off. */
const LEFT_OF_TIME = /^\s*\p{Lo}(?:\s|$)/u;
/** `52 Weeks Ended`: what is left of a time. */
const PARTICIPLE = /^[a-z]+ed$/iu;

/**
 * The figures of a row whose columns are certain.
 * @param printed the row as it stands in the report, cells parted by tabs
 */
export function readRow({ text, clauses }: Statement, printed: string): { facts: ReadFact[]; leftOut: number } {
  const cells = printed.split('\t').map((cell) => cell.trim());
  const row = rowParts(text, cells[0] ?? '');
  if (row === undefined || cells.length < 2) return { facts: [], leftOut: countFigures(cells) };
  const unit = tableUnit([row.notes]);
  const found = row.cells.map((said) => cellOf(said, cells, unit));
  // A group that is somebody is whose row it is; any other says more of what is measured.
  const isOwner = clauses.some(({ names }) =>
    names.some(({ kind, name }) => kind !== 'guess' && row.group.includes(name)),
  );
  const place = clauses[0]?.names.find(({ kind }) => kind === 'place')?.name;
  const stances = clauses[0]?.stances ?? [];
  const facts = found.flatMap((cell): ReadFact[] => {
    const fact = cell && factOf(cell, row, isOwner);
    return fact ? [{ ...fact, ...given({ place }), stances }] : [];
  });
  return { facts, leftOut: countFigures(cells) - facts.length };
}

interface Cell {
  head: string;
  value: string;
  /** What its table counts in, where that is known. */
  unit: string | undefined;
}

/** What stands above a cell: all of what is said of it but what is printed in it, and the unit of its table. */
function cellOf(said: string, printed: readonly string[], ofTable: string | undefined): Cell | undefined {
  const added = ADDED.exec(said)?.[0] ?? '';
  for (const unit of new Set(['', added])) {
    const bare = unit === '' ? said : said.replace(ADDED, '');
    const value = printed
      .filter((cell) => FIGURE.test(cell) && ` ${bare}`.endsWith(` ${cell}`))
      .toSorted((a, b) => b.length - a.length)[0];
    if (value !== undefined)
      return { head: bare.slice(0, bare.length - value.length).trim(), value, unit: unit === '' ? ofTable : unit };
  }
  return undefined;
}

function factOf({ head, value, unit: ofTable }: Cell, row: RowParts, isOwner: boolean): ReadFact | undefined {
  const ofHead = /%|％/u.test(head) ? '%' : IN_BRACKETS.exec(head)?.groups?.['unit'];
  const unit = ofHead !== undefined && isUnit(ofHead) ? ofHead : undefined;
  const quantity = quantityOf(value, unit, ofTable);
  const { period, rest } = periodIn(head);
  const what = rest.replace(IN_BRACKETS, '').split(GROUP_ENDS).at(-1)?.replace(LEFT_OF_TIME, '').trim() ?? '';
  if (quantity === undefined || head === '') return undefined;
  const isLabelMeasure = !readsAsWord(what.replaceAll(BRACKETS, '')) || what.length < 2 || PARTICIPLE.test(what);
  const label =
    row.group === '' || isOwner ? row.label : [row.group, row.label].join(holdsHan(row.label) ? '，' : ', ');
  const subject = isOwner ? row.group : undefined;
  return {
    ...(isLabelMeasure && subject === undefined ? {} : { subject: isLabelMeasure ? subject : label }),
    measure: isLabelMeasure ? label : what,
    ...(period ? { period } : {}),
    ...quantity,
    stances: [],
  };
}

/** The time that a head names, and what it says besides. */
function periodIn(head: string): { period: ReadFact['period']; rest: string } {
  const quantities = findQuantities(head).filter((one) => !isFigure(one) || one.kind === 'duration');
  const dates = findDates(head, quantities);
  const rest = quantities
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, head)
    .replaceAll(/[\s,，.]+/gu, ' ')
    .trim();
  const [date] = dates;
  if (!date || dates.length > 1) return { period: undefined, rest: date ? rest : head };
  return {
    period: { text: head.slice(quantities[0]?.start ?? 0, quantities.at(-1)?.end).trim(), time: timeOf(date) },
    rest,
  };
}

function isUnit(text: string): boolean {
  const [quantity] = findQuantities(`1${text}`);
  return quantity !== undefined && quantity.end > 1 && (quantity.unit !== '' || quantity.low !== 1);
}

function quantityOf(
  value: string,
  ofHead: string | undefined,
  ofTable: string | undefined,
): Pick<ReadFact, 'value' | 'kind' | 'unit' | 'qualifier' | 'unsure'> | undefined {
  const bare = value.replaceAll(/[()（）\s+–−-]/gu, '');
  const isBare = !/[$€£¥%％‰\p{L}]/u.test(bare);
  const isChinese = ofTable !== undefined && holdsHan(ofTable);
  const [quantity] = findQuantities(`${bare}${isBare ? (ofHead ?? (isChinese ? ofTable : '')) : ''}`).filter(isFigure);
  if (!quantity) return undefined;
  const sign = BELOW_ZERO.test(value) ? -1 : 1;
  // In millions, except per share: a figure with decimals may be of the exceptions.
  const isScaled = ofTable !== undefined && !isChinese && ofHead === undefined && !/[.%％]/u.test(bare);
  const factor = sign * (isScaled ? scaleOf(ofTable) : 1);
  const [low = 0, high = low] = [quantity.low * factor, quantity.high * factor].toSorted((a, b) => a - b);
  const isKnown = quantity.unit !== '' || (ofHead !== undefined && isBare);
  return {
    value: {
      text: printedWith(value, { isBare, isScaled, ofHead, ofTable: isChinese || isScaled ? ofTable : undefined }),
      low,
      high,
    },
    kind: quantity.kind,
    unit: quantity.unit,
    qualifier: quantity.qualifier,
    unsure: isKnown ? [] : ['unit'],
  };
}

/** As printed, with the unit that its head or its table gives: `3,497 (in millions)`. */
function printedWith(
  value: string,
  {
    isBare,
    isScaled,
    ofHead,
    ofTable,
  }: { isBare: boolean; isScaled: boolean; ofHead: string | undefined; ofTable: string | undefined },
): string {
  if (isScaled) return `${value} (${ofTable ?? ''})`;
  const unit = isBare ? (ofHead ?? ofTable ?? '') : '';
  return unit === '%' || holdsHan(unit) ? `${value}${unit}` : [value, unit].join(' ').trim();
}

function scaleOf(unit: string | undefined): number {
  return unit === undefined ? 1 : (scaleAt(unit.replace(/^in\s+|s(?:\s+of\s+\w+)?$/giu, ''))?.factor ?? 1);
}

function countFigures(cells: readonly string[]): number {
  return cells.filter((cell) => FIGURE.test(cell) && findQuantities(cell).some(isFigure)).length;
}
