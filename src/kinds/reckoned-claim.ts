import type { Language } from '../domain/report.ts';
import type { Quantity } from '../quantities/quantity.ts';
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
const NUMBER = /\d[\d,]*(?:\.\d+)?/u;

const WORDS: Record<
  Language,
  Record<Reckoned, (result: string) => string> & Record<'about' | 'and' | 'end' | 'points', string>
> = {
  zh: {
    difference: (result) => `相差${result}`,
    which: (result) => `相差${result}`,
    change: (result) => `相差${result}`,
    sum: (result) => `合计${result}`,
    ratio: (result) => `前者是后者的${result}倍`,
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
    about: 'about ',
    and: '; ',
    end: '.',
    points: ' percentage points',
  },
};

/**
 * Two figures with what follows from them, in the unit in which they are written: `甲12亿元，乙9亿元，相差3亿元。`
 * Undefined when nothing follows: their units are not alike.
 * @param isOfTimes the labels are times: in English they stand behind the figures
 */
export function reckonedClaim(
  terms: readonly [Term, Term],
  operation: Reckoned,
  language: Language,
  isOfTimes = false,
): string | undefined {
  const [one, other] = terms;
  const result = resultOf(one.quantity, other.quantity, operation, language);
  if (result === undefined) return undefined;
  const words = WORDS[language];
  // What is reckoned from `over 3` and `about 2` is no more exact than they are.
  const about = terms.every(({ quantity }) => quantity.qualifier === 'exact') ? '' : words.about;
  const said = terms.map(({ label, said: figure }) => {
    if (label === '' || language === 'zh') return label + figure;
    return isOfTimes ? `${figure} (${label})` : `${label}: ${figure}`;
  });
  return [...said, words[operation](about + result)].join(words.and) + words.end;
}

/** A figure as it is printed where its unit stands elsewhere. */
export function withoutUnit(term: Term): Term {
  const text = NUMBER.exec(term.quantity.text)?.[0];
  if (text === undefined) return term;
  const value = Number(text.replaceAll(',', ''));
  return {
    ...term,
    said: text,
    quantity: { ...term.quantity, kind: 'count', unit: '', text, low: value, high: value },
  };
}

function resultOf(one: Quantity, other: Quantity, operation: Reckoned, language: Language): string | undefined {
  if (one.kind !== other.kind || one.unit !== other.unit || one.low !== one.high || other.low !== other.high)
    return undefined;
  if (operation === 'ratio') return other.low === 0 ? undefined : trimmed(one.low / other.low, MOST_DIGITS);
  const value = operation === 'sum' ? one.low + other.low : Math.abs(one.low - other.low);
  const digits = Math.max(digitsOf(one.text), digitsOf(other.text));
  if (one.kind === 'percent') return trimmed(value, digits) + (operation === 'sum' ? '%' : WORDS[language].points);
  return written(value, [one, other], digits);
}

/** As the larger of the two is written: with its sign of currency, its scale and its unit. */
function written(value: number, [one, other]: [Quantity, Quantity], digits: number): string | undefined {
  const like = one.low >= other.low ? one : other;
  const number = NUMBER.exec(like.text)?.[0];
  if (number === undefined) return undefined;
  const scale = like.low / Number(number.replaceAll(',', ''));
  if (!Number.isFinite(scale) || scale <= 0) return undefined;
  const grouped = number.includes(',') || /^\d{5,}$/u.test(number);
  return like.text.trim().replace(number, trimmed(value / scale, digits, grouped && number.includes(',')));
}

function digitsOf(text: string): number {
  return NUMBER.exec(text)?.[0].split('.')[1]?.length ?? 0;
}

function trimmed(value: number, digits: number, isGrouped = false): string {
  const text = value.toFixed(Math.max(digits, 0));
  const bare = text.includes('.') ? text.replace(/\.?0+$/u, '') : text;
  if (!isGrouped) return bare;
  const [whole = '', part] = bare.split('.');
  const grouped = whole.replaceAll(/(?<=\d)(?=(?:\d{3}){1,8}(?!\d))/gu, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
