import { words } from '../lexicon/lexicon.ts';
import { readNumeral } from '../text/numerals.ts';
import type { Quantity } from './quantity.ts';
import { qualifierOf } from './qualifiers.ts';

/** A share that is said in words is meant to within this part of it: a third of 34 %. */
const LOOSENESS = 0.06;

const DIGIT = '零〇一二两三四五六七八九十百';
const NUMERAL = `[${DIGIT}]+|\\d+(?:\\.\\d+)?`;
const CHINESE_PERCENT = new RegExp(`百分之(?<amount>(?:${NUMERAL})(?:点[零〇一二三四五六七八九]+)?)`, 'gu');
const CHINESE_FRACTION = new RegExp(
  `(?!百分之)(?<parts>千|(?<![${DIGIT}\\d.])(?:[${DIGIT}]+|\\d+))分之(?<amount>${NUMERAL})`,
  'gu',
);
const HALF =
  /一半|半数|过半|大半|\bhalf\b(?!-?year| of (?:the|this|last|next) year|[- ](?:an? )?(?:hour|day|month|minute))/giu;
/** The half of a year is a time. */
const HALF_OF_YEAR = /(?:first|second|latter|former)\s+$/iu;
const ENGLISH_FRACTION = new RegExp(
  String.raw`\b(?<amount>[a-z]{1,5})[\s-]+(?<parts>[a-z]{5,9}?)s?\b` +
    String.raw`(?=\s*(?:\s(?:of|less|more|fewer|higher|lower|the)|[,.;]|$))`,
  'giu',
);
const PARTS = 'third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const OTHER_PARTS: Record<string, number> = { hundredth: 100, quarter: 4 };
const AMOUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, nine: 9 };
const DOUBLED = /翻了?(?<doublings>[一两二三])番/gu;
const MULTIPLES = words('multiple');

/** Shares and multiples that are said in words: 百分之三十, 三分之一, 一半, a tenth, doubled, 翻一番. */
export function findFractions(text: string): Quantity[] {
  return [
    ...matches(text, CHINESE_PERCENT, ({ groups }) => numeral(groups?.['amount'] ?? ''), 0),
    ...matches(
      text,
      CHINESE_FRACTION,
      ({ groups }) => (100 * numeral(groups?.['amount'] ?? '')) / numeral(groups?.['parts'] ?? ''),
      LOOSENESS,
    ),
    ...matches(text, HALF, ({ index }) => (HALF_OF_YEAR.test(text.slice(0, index)) ? Number.NaN : 50), LOOSENESS).map(
      asMoreThanHalf,
    ),
    ...matches(
      text,
      ENGLISH_FRACTION,
      ({ groups }) => englishShare(groups?.['amount'] ?? '', groups?.['parts'] ?? ''),
      LOOSENESS,
    ),
    ...[...text.matchAll(DOUBLED)].map((match) =>
      quantityAt(text, match, 2 ** readNumeral(match.groups?.['doublings'] ?? ''), 'times', 0),
    ),
    ...MULTIPLES.find(text).map(({ text: word, start, class: kind }) =>
      quantityAt(text, { 0: word, index: start }, Number(kind.slice('multiple/'.length)), 'times', 0),
    ),
  ];
}

function matches(
  text: string,
  pattern: RegExp,
  valueOf: (match: RegExpExecArray) => number,
  looseness: number,
): Quantity[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = valueOf(match);
    return Number.isFinite(value) ? [quantityAt(text, match, value, 'percent', looseness)] : [];
  });
}

function quantityAt(
  text: string,
  { 0: found, index }: Pick<RegExpExecArray, 0 | 'index'>,
  value: number,
  kind: 'percent' | 'times',
  looseness: number,
): Quantity {
  const [start, end] = [index, index + found.length];
  const precision = looseness === 0 ? 1 : looseness * value;
  return {
    text: found,
    start,
    end,
    low: value,
    high: value,
    kind,
    unit: kind === 'times' ? 'x' : '%',
    qualifier: qualifierOf(text.slice(0, start), text.slice(end)),
    precision,
  };
}

function asMoreThanHalf(quantity: Quantity): Quantity {
  return /过半|大半/u.test(quantity.text) ? { ...quantity, qualifier: 'over' } : quantity;
}

function numeral(text: string): number {
  const [whole = '', fraction] = text.split('点');
  return (
    readNumeral(whole) +
    (fraction === undefined ? 0 : Number(`0.${[...fraction].map((digit) => readNumeral(digit)).join('')}`))
  );
}

function englishShare(amount: string, parts: string): number {
  const name = parts.toLowerCase();
  const of = OTHER_PARTS[name] ?? (PARTS.includes(name) ? PARTS.indexOf(name) + 3 : Number.NaN);
  return (100 * (AMOUNTS[amount.toLowerCase()] ?? Number.NaN)) / of;
}
