import { findQuantities } from './find-quantities.ts';
import type { Quantity } from './quantity.ts';
import { isFigure } from './quantity.ts';

const ZH_UNIT = /单位\s*[:：]\s*(?<unit>(?:人民币)?[^\s，,；;：:)）]{1,8})/u;
const EN_UNIT = /\b(?:(?:in|of)\s+)?(?:thousands|millions|billions)\b(?:\s+of\s+\w+)?/iu;

/** What the figures of a table are counted in, as a line above it or its first head says: `万元`, `in millions`. */
export function tableUnit(lines: readonly string[]): string | undefined {
  for (const line of lines.toReversed()) {
    const unit = ZH_UNIT.exec(line)?.groups?.['unit'] ?? EN_UNIT.exec(line)?.[0];
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** What is said of a whole row stands in brackets behind it. */
const NOTES = /\((?<notes>[^()]*(?:\([^()]*\)[^()]*)*)\)$/u;
const EN_SCALE = /thousand|million|billion/iu;
/** Counted by itself, whatever the table is counted in. */
const EACH = /\bper\b|每/iu;

/** What the head of a cell says it is counted in: `增减（%） 3.1`. */
const OF_HEAD = /[(（](?<unit>[^()（）]{1,8})[)）] [-−–(（]?$/u;
/** So far before a cell its unit is looked for, in characters. */
const HEAD = 16;
/** A column of its own says what the row is counted in: `单位 万吨；`. */
const OF_ROW = /[：；:;]\s?单位 (?<unit>[^；;\s]{1,8})(?=[；;])/u;

/**
 * The quantities of a row in what its table is counted in: bare numbers and amounts, and no shares. The head of a cell
 * says it first, then a cell of the row, then the table.
 * @param text the row as it is said, with the unit in brackets behind it
 */
export function inTableUnit(quantities: readonly Quantity[], text: string): Quantity[] {
  const notes = NOTES.exec(text)?.groups?.['notes'];
  const ofTable = notes === undefined || EACH.test(text) ? undefined : scaleIn(notes);
  const ofRow = unitOf(OF_ROW.exec(text)?.groups?.['unit']);
  return quantities.map((one) => {
    const isBare = one.unit === '' && one.kind === 'count';
    const head = text.slice(Math.max(0, one.start - HEAD), one.start);
    const own = isBare ? (unitOf(OF_HEAD.exec(head)?.groups?.['unit']) ?? ofRow) : undefined;
    if (own) return scaled(one, own);
    if (!ofTable || (!isBare && (one.kind !== 'money' || one.precision >= ofTable.low))) return one;
    return scaled(one, isBare && ofTable.unit !== '' ? ofTable : { ...one, low: ofTable.low });
  });
}

function scaled(one: Quantity, { low: by, kind, unit }: Pick<Quantity, 'low' | 'kind' | 'unit'>): Quantity {
  return { ...one, kind, unit, low: one.low * by, high: one.high * by, precision: one.precision * by };
}

function unitOf(unit: string | undefined): Quantity | undefined {
  // A head may name months, or how long: nothing is counted in these.
  const [one] = unit === undefined || /\d/u.test(unit) ? [] : findQuantities(`1${unit}`);
  return one && one.end > 1 && isAmount(one) ? one : undefined;
}

function scaleIn(notes: string): Quantity | undefined {
  const english = EN_SCALE.exec(notes)?.[0].toLowerCase();
  const first = notes.split(/[,，]/u)[0]?.trim() ?? '';
  const [one] = findQuantities(english === undefined ? `1${first}` : `1 ${english}`);
  // What is counted otherwise behind it is no scale: `(approximately $228 in 2021)`.
  return one !== undefined && one.start === 0 && one.low > 1 && one.end > 1 && isAmount(one) ? one : undefined;
}

function isAmount(one: Quantity): boolean {
  return isFigure(one) && one.kind !== 'duration';
}
