import { readNumeral } from '../text/numerals.ts';

/** A number as it stands in a text. */
export interface NumberFound {
  start: number;
  end: number;
  value: number;
  /** What the last digit that is written stands for. */
  step: number;
  /** In which way it is written; figures need no unit beside them. */
  writing: 'figures' | 'chinese' | 'english';
}

const FIGURES = /(?:\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/gu;
const CHINESE = /(?:[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?|半)/gu;
const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new RegExp(
  `\\b(?:(?:${TENS.join('|')})(?:[- ` +
    `](?:${ONES.slice(1, 10).join('|')}))?|${ONES.slice(1).toReversed().join('|')})(?: ` +
    `hundred)?\\b|\\b(?:a )?hundred\\b`,
  'giu',
);

/** Every number of a text, in figures, Chinese numerals and English words, in order. */
export function findNumbers(text: string): NumberFound[] {
  return [...figures(text), ...chinese(text), ...english(text)].toSorted((a, b) => a.start - b.start);
}

function figures(text: string): NumberFound[] {
  return [...text.matchAll(FIGURES)].map(({ 0: raw, index }) => {
    const digits = raw.replaceAll(',', '');
    const decimals = digits.split('.')[1]?.length ?? 0;
    return { start: index, end: index + raw.length, value: Number(digits), step: 10 ** -decimals, writing: 'figures' };
  });
}

function chinese(text: string): NumberFound[] {
  return [...text.matchAll(CHINESE)].flatMap(({ 0: raw, index }): NumberFound[] => {
    const [whole = '', fraction = ''] = raw.split('点');
    const value =
      raw === '半'
        ? 0.5
        : readNumeral(whole) +
          (fraction === '' ? 0 : Number(`0.${[...fraction].map((digit) => readNumeral(digit)).join('')}`));
    if (!Number.isFinite(value) || value === 0) return [];
    return [
      {
        start: index,
        end: index + raw.length,
        value,
        step: raw === '半' ? 0.1 : 10 ** -fraction.length,
        writing: 'chinese',
      },
    ];
  });
}

function english(text: string): NumberFound[] {
  return [...text.matchAll(SMALL)].map(({ 0: raw, index }) => ({
    start: index,
    end: index + raw.length,
    value: valueOf(raw.toLowerCase()),
    step: 1,
    writing: 'english',
  }));
}

function valueOf(words: string): number {
  const hundred = words.endsWith('hundred') ? 100 : 1;
  const parts = words.split(/[- ]/u).filter((word) => word !== 'hundred' && word !== 'a');
  const sum = parts.reduce(
    (total, word) => total + (TENS.includes(word) ? 10 * (TENS.indexOf(word) + 2) : ONES.indexOf(word)),
    0,
  );
  return hundred * (sum || 1);
}

const SCALES: Record<string, number> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
/** What may be one of them. */
const SCALE = /^[^\S\n-]*-?(?<scale>万亿|[十百千]?[万亿]|[a-z]{2,8}\b)/iu;

/** The scale with which a text begins: 万亿, billion. */
export function scaleAt(text: string): { factor: number; length: number } | undefined {
  const found = SCALE.exec(text);
  const factor = SCALES[found?.groups?.['scale']?.toLowerCase() ?? ''];
  return found && factor !== undefined ? { factor, length: found[0].length } : undefined;
}
