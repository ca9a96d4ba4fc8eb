import type { Quantity } from './quantity.ts';
import { findCalendar } from './calendar.ts';
import { findFractions } from './fractions.ts';
import type { NumberFound } from './number-words.ts';
import { findNumbers, scaleAt } from './number-words.ts';
import { qualifierOf } from './qualifiers.ts';
import { remember } from '../text/remember.ts';
import { sameWidth } from '../text/same-width.ts';
import { currencyBefore, unitAt } from './units.ts';

/** Numbers in names: H1, N95, COVID-19, 第三, 5G. */
const IN_NAME_BEFORE = /[A-Za-z_][A-Za-z\d]{0,8}[-.]?$|\d[.,]$|[第双]$/u;
const IN_NAME_AFTER = /^-?[A-Za-z]/u;
/** `17%vs38%`: no name. */
const VERSUS = /(?<![A-Za-z])vs\.?$/iu;
/** Chinese numerals inside words: 统一, 之一, 万一. */
const IN_WORD_BEFORE = /[统唯单同任逐专惟某每另这那之万几数前后上下再更头]$/u;
/** 两成半, 一倍半, 两年半. */
const HALF_MORE = /^半(?![年月天日个小径导])/u;
const HALF = 0.5;
const INFIX = /^\s?[多余]/u;
const BOTH_ENDS = /^\s*(?:and|和|与)\s*$/iu;
/** `grew by 40 to 70`: by how much, and up to where. */
const BY_BEFORE = /\bby(?: [a-z]+)? ?[$€£¥]? ?$/iu;
const RANGE = /^\s*(?:-|—|–|~|～|至|到|to)+\s*(?:US)?[$€£¥￥]?\s*$/u;

/**
 * Every quantity of a text in order: numbers in figures and words with their units, shares in words, dates.
 * @param reportYear the year that 今年 and `this year` mean; without it they are passed over
 */
export function findQuantities(text: string, reportYear?: number): Quantity[] {
  return readersByYear(String(reportYear))(text);
}

const readersByYear = remember(
  (year) => remember((text) => readQuantities(text, year === 'undefined' ? undefined : Number(year)), 200_000),
  600,
);

function readQuantities(text: string, reportYear: number | undefined): Quantity[] {
  const plain = sameWidth(text);
  const special = [...findCalendar(plain, reportYear), ...findFractions(plain)];
  const isFree = ({ start, end }: { start: number; end: number }) =>
    !special.some((other) => start < other.end && other.start < end);
  const numbers = findNumbers(plain).filter(isFree);
  const plainQuantities = numbers.flatMap((number, at) => {
    const next = numbers[at + 1];
    return readNumber(plain, number, next && rangeEnd(plain, number, next));
  });
  return joinRanges(
    plain,
    [...special, ...plainQuantities].toSorted((a, b) => a.start - b.start),
  );
}

/** The second number of `20-30%`: the first has its unit. */
function rangeEnd(text: string, number: NumberFound, next: NumberFound): NumberFound | undefined {
  return RANGE.test(text.slice(number.end, next.start)) && number.writing === next.writing ? next : undefined;
}

function readNumber(text: string, number: NumberFound, inherits: NumberFound | undefined): Quantity[] {
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  const sign = currencyBefore(before);
  if (!sign && IN_NAME_BEFORE.test(before) && !VERSUS.test(before)) return [];
  if (number.writing === 'chinese' && IN_WORD_BEFORE.test(before) && number.value < 10) return [];
  const tail = readTail(text, inherits?.end ?? number.end);
  const unit = sign ? { kind: 'money' as const, unit: sign.unit, factor: 1 } : tail.unit;
  if (!unit && !standsAlone(text, number, tail)) return [];
  // 一个, 一家: an article.
  if (number.writing === 'chinese' && number.value === 1 && tail.scale === 1 && unit?.kind === 'count') return [];
  if (number.writing === 'english' && number.value === 1 && !unit) return [];
  const factor = tail.scale * (unit?.factor ?? 1);
  const end = inherits ? number.end : tail.end;
  const start = number.start - (sign?.length ?? 0);
  const qualifier = tail.isMore ? 'over' : qualifierOf(text.slice(0, start), text.slice(tail.end));
  const value = (number.value + (tail.isHalfMore ? HALF : 0)) * factor;
  return [
    {
      text: text.slice(start, end),
      start,
      end,
      low: value,
      high: value,
      kind: unit?.kind ?? 'count',
      unit: unit?.unit ?? '',
      qualifier,
      precision: number.step * factor,
    },
  ];
}

/** What follows a number: 多, a scale, 多 again, a unit. */
function readTail(text: string, from: number) {
  let end = from;
  const skip = (pattern: RegExp) => {
    const found = pattern.exec(text.slice(end, end + 12))?.[0];
    end += found?.length ?? 0;
    return found !== undefined;
  };
  const isMoreBefore = skip(INFIX);
  const scale = scaleAt(text.slice(end, end + 12));
  end += scale?.length ?? 0;
  const isMoreAfter = skip(INFIX);
  const unit = unitAt(text.slice(end, end + 24));
  end += unit?.length ?? 0;
  const isHalfMore = unit !== undefined && skip(HALF_MORE);
  return {
    isHalfMore,
    scale: scale?.factor ?? 1,
    isScaled: scale !== undefined,
    isMore: isMoreBefore || isMoreAfter,
    unit,
    end,
  };
}

/**
 * A number without a unit: one in figures that is no part of a name, one in Chinese numerals only with a scale
 * (三千万).
 */
function standsAlone(
  text: string,
  number: NumberFound,
  { isScaled, end }: { isScaled: boolean; end: number },
): boolean {
  if (number.writing === 'figures') return isScaled || !IN_NAME_AFTER.test(text.slice(end, end + 2));
  return isScaled || number.writing === 'english';
}

/** `10亿美元至15亿美元` is one quantity. */
function joinRanges(text: string, found: Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const quantity of found) {
    const last = joined.at(-1);
    if (last && isLikeUnit(last, quantity) && last.high < quantity.low && isRange(text, last, quantity)) {
      joined[joined.length - 1] = {
        ...last,
        kind: quantity.kind,
        unit: quantity.unit,
        high: quantity.high,
        end: quantity.end,
        text: text.slice(last.start, quantity.end),
        precision: Math.min(last.precision, quantity.precision),
      };
    } else joined.push(quantity);
  }
  return joined;
}

/** `20—30`, `between 20 and 30`, `介于20与30之间`. */
function isRange(text: string, first: Quantity, second: Quantity): boolean {
  const between = text.slice(first.end, second.start);
  return (
    (RANGE.test(between) && !BY_BEFORE.test(text.slice(0, first.start))) ||
    (BOTH_ENDS.test(between) &&
      (/\bbetween\s*$|介于\s*$/iu.test(text.slice(0, first.start)) || /^\s*之间/u.test(text.slice(second.end))))
  );
}

/** The first number of a range may leave its unit to the second: `10亿至15亿美元`. */
function isLikeUnit(first: Quantity, second: Quantity): boolean {
  return (
    (first.kind === second.kind && first.unit === second.unit) ||
    (first.kind === 'count' && first.unit === '' && second.kind === 'money')
  );
}
