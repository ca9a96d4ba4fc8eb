import { readNumeral } from './numerals.ts';
import { simplify } from './simplify.ts';

/**
 * Chinese numerals of tens and more with a digit beside: 七十六, 三千五百, 十二; not the 千 and 百 of 百度
 * or 千兆.
 */
const DIGIT = '一二三四五六七八九';
const NUMERAL = new RegExp(
  `(?:[两${DIGIT}][千百十][零〇]?)+[${DIGIT}]?|(?<![两${DIGIT}十百千万亿几数])十[${DIGIT}]`,
  'gu',
);
const PERCENT = /百分之(?<amount>\d+(?:\.\d+)?|[零一二三四五六七八九十百]+)/gu;
const CHINESE_QUARTER = /(?:第\s*|(?<!\s)\s+)?(?<digit>[一二三四1-4])\s*季(?:度|(?=报))/gu;
const ENGLISH_QUARTER = /\b(?<name>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+quarter(?:\s+of\b)?/gu;
/** `2020Q3`, `Q3FY2020`: the quarter apart from the year. */
const JOINED_QUARTER = /(?<=\d)q(?<digit>[1-4])\b|\bq(?<other>[1-4])(?=(?:fy)?\d{4})/gu;
const QUARTER_NAMES = ['first', 'second', 'third', 'fourth'];
/** 1—9月, 2021～2023: one dash. */
const DASH = /(?<=\d)\s*[—–~～‐‑-]+\s*(?=\d)/gu;
/** 5GSA is 5G SA. */
const GENERATION = /(?<![a-z\d])\dg(?=[a-z])/gu;
/** White space between Chinese and digits is a matter of taste: `2000 亿元`. */
const SPACE = /(?<=\p{Script=Han})[^\S\n]+(?=[\p{Script=Han}\d])|(?<=\d)[^\S\n]+(?=\p{Script=Han})/gu;

/** Number of a quarter, by its name or its figure: `third`, `4th`. */
function quarterOf(name: string): string {
  const at = QUARTER_NAMES.indexOf(name);
  return at < 0 ? name.charAt(0) : String(at + 1);
}

/**
 * The form in which texts and questions are compared for searching: one width, case and script, numerals as figures,
 * quarters as `q3`. Offsets do not stay.
 */
export function canonicalText(text: string): string {
  return simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(SPACE, '')
    .replaceAll(DASH, '-')
    .replaceAll(GENERATION, '$& ')
    .replaceAll(CHINESE_QUARTER, (_, digit: string) => ` q${readNumeral(digit)} `)
    .replaceAll(ENGLISH_QUARTER, (_, name: string) => `q${quarterOf(name)}`)
    .replaceAll(JOINED_QUARTER, (_, digit?: string, other?: string) => ` q${digit ?? other} `)
    .replaceAll(PERCENT, (_, amount: string) => `${readNumeral(amount)}%`)
    .replaceAll(NUMERAL, (numeral) => String(readNumeral(numeral)));
}
