import { isFigure } from './quantity.ts';
import { findQuantities } from './find-quantities.ts';

/** 第12期, 总第203期, No. 5, Issue 12, Vol. 3, FY23, Q2. */
const NUMBERED = [
  /第?\s{0,3}[\d一二三四五六七八九十百]{1,5}\s{0,3}[期号卷辑季]/gu,
  /\b(?:no|issue|vol(?:ume)?|number|fy|q|h)\.?\s*\d{1,4}\b/giu,
  /\d{1,8}/gu,
];
/** What times leave behind: 年度, 月, second half. */
const LEFT = [
  /[上下]半年|[一二三四]季度|前[一二三四九]个?月|[年月日度季期总第](?!刊)/gu,
  /\b(?:first|second|third|fourth)[- ](?:quarter|half)\b/giu,
];

/** A title without what tells one issue of a series from another: dates, periods, numbers. Letters only, lower case. */
export function cutIssue(title: string): string {
  const plain = title.normalize('NFKC');
  const times = findQuantities(plain).filter((quantity) => !isFigure(quantity));
  const cut = times.toReversed().reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, plain);
  return [...NUMBERED, ...LEFT]
    .reduce((text, pattern) => text.replaceAll(pattern, ' '), cut)
    .replaceAll(/[^\p{L}]+/gu, '')
    .toLowerCase();
}
