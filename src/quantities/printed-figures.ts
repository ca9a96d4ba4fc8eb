import type { Quantity } from '../domain/quantity.ts';
import { findQuantities } from './find-quantities.ts';
import { withQualifier } from './qualifiers.ts';

/** What a figure counts. */
export type FigureKind = 'share' | 'amount' | 'count' | 'date';

/** A figure as a text prints it. */
export interface PrintedFigure {
  kind: FigureKind;
  /** With the words that belong to it: `超过2000亿元`, `19%`. */
  text: string;
  /** Offsets in the text. */
  start: number;
  end: number;
  /** The number alone, as it is printed before its unit, of a range the last one; scales are part of the unit. */
  value: number;
  /** What stands after the number, a sign of currency first: `%`, `亿元`, `万个`, `$billion`. */
  unit: string;
  /** How many figures it is: two for a range both ends of which have their unit, `20%—30%`; one for `20—30%`. */
  size: 1 | 2;
}

/** The last number of a quantity, and what of it stands after. */
const PRINTED = /(?<number>\d[\d,]{0,40}(?:\.\d{1,20})?)\s{0,3}[多余]?(?<unit>[^\d]*)$/u;
/** A range whose first end has a unit, or a sign of currency, of its own. */
const ENDS_WITH_UNIT: readonly RegExp[] = [
  /^[^\d\s]{1,16}\s{0,3}[\d,.]{1,40}\s{0,3}(?:[~—–-]|至|到|to\b|and\b|和|与)/u,
  /^[\d,.]{1,40}\s{0,3}[万亿]{0,2}[^\d\s,.~—–至到万亿-]{1,16}\s{0,3}(?:[~—–-]|至|到|to\b|and\b|和|与)/u,
];
const SIGN = /[$€£¥]/u;

/** The quantities of a text that are printed in figures, in order. */
export function printedFigures(text: string): PrintedFigure[] {
  return findQuantities(text).flatMap((quantity) => {
    const { number, unit = '' } = PRINTED.exec(quantity.text)?.groups ?? {};
    if (number === undefined) return [];
    const { start, end } = withQualifier(text, quantity);
    return [
      {
        kind: kindOf(quantity),
        text: text.slice(start, end).trim(),
        start,
        end,
        value: Number(number.replaceAll(',', '')),
        size: quantity.high > quantity.low && ENDS_WITH_UNIT.some((pattern) => pattern.test(quantity.text)) ? 2 : 1,
        unit: `${SIGN.exec(quantity.text)?.[0] ?? ''}${unit.replaceAll(/[多余](?=元|美元|个|$)/gu, '').trim()}`,
      },
    ];
  });
}

function kindOf({ kind, text }: Quantity): FigureKind {
  if (kind === 'percent' || kind === 'points') return 'share';
  if (kind === 'money') return 'amount';
  const isTime = kind === 'year' || kind === 'months' || kind === 'day' || (kind === 'duration' && text.endsWith('年'));
  return isTime ? 'date' : 'count';
}
