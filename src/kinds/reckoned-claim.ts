import type { Language } from '../domain/report.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { compute } from '../quantities/compute.ts';
import { printedNumber } from '../quantities/printed-number.ts';
import type { ReckonOperation } from '../domain/quantity.ts';
import type { Operation } from './read-comparison.ts';

/** What is reckoned, or asked of the figures. */
export type Reckoned = Exclude<Operation, 'each'>;

/** A figure with what it is of. */
export interface Term {
  label: string;
  quantity: Quantity;
  /** As it is told, with what qualifies it. */
  said: string;
}

/** Digits behind the point of what is reckoned of percents, and of ratios. */
const MOST_DIGITS = 2;

const WORDS: Record<
  Language,
  Record<Reckoned | 'fall', (result: string) => string> & Record<'about' | 'and' | 'end' | 'points', string>
> = {
  zh: {
    difference: (result) => `相差${result}`,
    which: (result) => `相差${result}`,
    change: (result) => `相差${result}`,
    sum: (result) => `合计${result}`,
    ratio: (result) => `前者是后者的${result}倍`,
    share: (result) => `前者占后者的${result}`,
    growth: (result) => `增长${result}`,
    fall: (result) => `下降${result}`,
    about: '约',
    and: '，',
    end: '。',
    points: '个百分点',
  },
  en: {
    difference: (result) => `a difference of ${result}`,
    which: (result) => `a difference of ${result}`,
    change: (result) => `a difference of ${result}`,
    sum: (result) => `${result} together`,
    ratio: (result) => `${result} times as much`,
    share: (result) => `a share of ${result}`,
    growth: (result) => `up ${result}`,
    fall: (result) => `down ${result}`,
    about: 'about ',
    and: '; ',
    end: '.',
    points: ' percentage points',
  },
};

/**
 * Figures with what follows from them, in the unit in which they are written: `甲12亿元，乙9亿元，相差3亿元。`
 * Undefined when nothing follows: their units are not alike, or more than two are held against each other.
 * @param isOfTimes the labels are times: in English they stand behind the figures
 */
export function reckonedClaim(
  terms: readonly [Term, Term, ...Term[]],
  operation: Reckoned,
  language: Language,
  isOfTimes = false,
): string | undefined {
  const quantities = terms.map(({ quantity }) => quantity);
  const result = resultOf(quantities, operation, language);
  if (result === undefined) return undefined;
  const words = WORDS[language];
  const said = terms.map(({ label, said: figure }) => {
    if (label === '' || language === 'zh') return label + figure;
    return isOfTimes ? `${figure} (${label})` : `${label}: ${figure}`;
  });
  return [...said, resultWords(quantities, operation, result, language)].join(words.and) + words.end;
}

/** A figure as it is printed where its unit stands elsewhere. */
export function withoutUnit(term: Term): Term {
  const printed = printedNumber(term.quantity.text);
  if (!printed) return term;
  const { text, value } = printed;
  return {
    ...term,
    said: text,
    quantity: { ...term.quantity, kind: 'count', unit: '', text, low: value, high: value },
  };
}

/**
 * What follows from some figures, as it is written: in the unit of the largest, percents as points. Undefined where
 * nothing follows: their units are not alike, or more than two are held against each other.
 */
export function resultOf(quantities: readonly Quantity[], operation: Reckoned, language: Language): string | undefined {
  const [first] = quantities;
  const isAlike = quantities.every(
    ({ kind, unit, low, high }) => kind === first?.kind && unit === first.unit && low === high,
  );
  const reckoning = computedAs(operation);
  const values = quantities.map(({ low }) => low);
  const value = isAlike ? compute(reckoning, values) : undefined;
  if (value === undefined || !first) return undefined;
  const isShare = first.kind === 'percent' || first.kind === 'points';
  // Nobody tells a share of a share, or by how much of itself it rose.
  if (reckoning === 'share' || reckoning === 'growth')
    return isShare ? undefined : `${trimmed(Math.abs(value), reckoning === 'share' ? 1 : MOST_DIGITS)}%`;
  if (reckoning === 'ratio') return trimmed(value, MOST_DIGITS);
  const digits = Math.max(...quantities.map(({ text }) => digitsOf(text)));
  if (first.kind !== 'percent') return written(value, quantities, digits);
  return trimmed(value, digits) + (reckoning === 'sum' ? '%' : WORDS[language].points);
}

/** Which is more, and what changed, is told by the difference. */
export function computedAs(operation: Reckoned): ReckonOperation {
  return operation === 'which' || operation === 'change' ? 'difference' : operation;
}

/** The result with the words that say what it is. */
export function resultWords(
  quantities: readonly Quantity[],
  operation: Reckoned,
  result: string,
  language: Language,
): string {
  const words = WORDS[language];
  // What is reckoned from `over 3` and `about 2` is no more exact than they are.
  const about = quantities.every(({ qualifier }) => qualifier === 'exact') ? '' : words.about;
  const [first, last] = [quantities[0]?.low ?? 0, quantities.at(-1)?.low ?? 0];
  return words[operation === 'growth' && last < first ? 'fall' : operation](about + result);
}

/** As the largest is written: with its sign of currency, its scale and its unit. */
function written(value: number, all: readonly Quantity[], digits: number): string | undefined {
  const [like] = all.toSorted((a, b) => b.low - a.low);
  const printed = printedNumber(like?.text ?? '');
  if (!like || !printed) return undefined;
  const scale = like.low / printed.value;
  if (!Number.isFinite(scale) || scale <= 0) return undefined;
  return like.text.trim().replace(printed.text, trimmed(value / scale, digits, printed.text.includes(',')));
}

function digitsOf(text: string): number {
  return printedNumber(text)?.text.split('.')[1]?.length ?? 0;
}

function trimmed(value: number, digits: number, isGrouped = false): string {
  const text = value.toFixed(Math.max(digits, 0));
  const bare = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  if (!isGrouped) return bare;
  const [whole = '', part] = bare.split('.');
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3}){1,8}(?!\d))/gu, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
