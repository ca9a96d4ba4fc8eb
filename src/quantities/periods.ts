import { canonicalText } from '../text/canonical-text.ts';

const QUARTERS: readonly (readonly [number, RegExp])[] = [
  [1, /(?:第?一|1)季度|Q1|first quarter/iu],
  [2, /(?<![前头])(?:第?[二两]|(?<!\d)2)季度|Q2|second quarter/iu],
  [3, /(?<![前头])(?:第?三|(?<!\d)3)季[度报]|Q3|third quarter/iu],
  [4, /(?:第?四|4)季度|Q4|fourth quarter/iu],
];
/** Words for years that count from the report's own. */
const RELATIVE: readonly (readonly [number, RegExp])[] = [
  [0, /今年|本年|年内|年初以来|截至目前|目前|this year/iu],
  [-1, /去年|上年|last year|year before/iu],
  [1, /明年|来年|next year/iu],
];

/** A year, and a quarter of it, that a question names. */
export interface Period {
  years: number[];
  quarter?: number;
}

/** The years and the quarter that a question names. */
export function periodsOf(question: string): Period {
  const years = [
    ...new Set([...question.normalize('NFKC').matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([year]) => Number(year))),
  ];
  const quarter = QUARTERS.find(([, pattern]) => pattern.test(question))?.[0];
  return quarter === undefined ? { years } : { years, quarter };
}

/**
 * What of a period a text does not speak of: `2021`, `Q1`.
 * @param reportYear the year in which the report was published: `今年` in it is that year
 */
export function unmetPeriods({ years, quarter }: Period, text: string, reportYear: number | undefined): string[] {
  const plain = text.normalize('NFKC');
  const missing = years.filter((year) => {
    if (plain.includes(String(year))) return false;
    // A report speaks of its own year without naming it.
    if (year === reportYear && !/(?<!\d)(?:19|20)\d{2}\s*年/u.test(plain)) return false;
    const relative =
      reportYear === undefined ? undefined : RELATIVE.find(([offset]) => reportYear + offset === year)?.[1];
    return relative === undefined || !relative.test(plain);
  });
  const quarterSaid =
    quarter === undefined || QUARTERS.some(([number, pattern]) => number === quarter && pattern.test(plain));
  return [...missing.map(String), ...(quarterSaid ? [] : [`Q${quarter}`])];
}

/** The quarters of years that a text names, as `2020 Q3`, none twice. */
export function quartersIn(text: string): string[] {
  const named = [
    ...canonicalText(text).matchAll(
      /(?<year>(?:19|20)\d{2})年?\s*q(?<quarter>[1-4])|q(?<first>[1-4])\s*(?<then>(?:19|20)\d{2})/gu,
    ),
  ];
  return [
    ...new Set(
      named.map(({ groups }) => `${groups?.['year'] ?? groups?.['then']} Q${groups?.['quarter'] ?? groups?.['first']}`),
    ),
  ];
}

const YEAR = '(?:19|20)\\d{2}';
const CHINESE_PERIOD = new RegExp(
  `(?:预计)?[到在]?(?:${YEAR}\\s*年?(?:第?[前一二三四]{1,2}个?季度|[上下]半年|前\\S{1,2}个月)?|[今去明前]年|第?[一二三四]季度|[上下]半年)`,
  'u',
);
const ENGLISH_PERIOD = new RegExp(`Q[1-4](?:\\s*${YEAR})?|\\b(?:in|by|for)?\\s*(?:Q[1-4]\\s*)?${YEAR}\\b`, 'iu');

/** The period that a question names first, with the word before it; undefined when it names none. */
export function periodIn(question: string): string | undefined {
  const isChinese = /\p{Script=Han}/u.test(question);
  return (
    isChinese ? (CHINESE_PERIOD.exec(question) ?? ENGLISH_PERIOD.exec(question)) : ENGLISH_PERIOD.exec(question)
  )?.[0];
}
