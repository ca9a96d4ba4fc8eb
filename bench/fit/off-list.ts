import type { NameReader } from '../../src/dictionary/read-names.ts';
import { contentWords } from '../../src/compare/content-words.ts';
import { findQuantities } from '../../src/quantities/find-quantities.ts';
import { pick } from '../../tests/support/fuzz-runs.ts';

/** A sentence with its quotes, and whether they prove it. */
export interface LabelledClaim {
  /** Claims of one report are left out together. */
  report: string;
  quotes: readonly string[];
  claim: string;
  /** What stands above and before the quotes. */
  context?: string | undefined;
  isTrue: boolean;
}

/** Words on nobody's list, in both languages, one the other's translation. */
export interface StrangeWord {
  zh: string;
  en: string;
}

/** A true claim with one of its names or things replaced by a word that stands nowhere: no longer true. */
export function withAStranger(
  claim: LabelledClaim,
  words: readonly [StrangeWord, ...StrangeWord[]],
  names: NameReader,
  random: () => number,
): LabelledClaim[] {
  const candidates = contentWords(claim.claim, findQuantities(claim.claim), names).filter(
    ({ text, language, isName, weight }) => isName || (weight >= 1 && language === 'zh' && text.length > 1),
  );
  const [first, ...more] = candidates;
  if (!first) return [];
  const { start, end } = pick([first, ...more], random);
  const stranger = pick(words, random);
  const text = /\p{Script=Han}/u.test(claim.claim) ? stranger.zh : stranger.en;
  return [{ ...claim, claim: claim.claim.slice(0, start) + text + claim.claim.slice(end), isTrue: false }];
}

const MEASURES: readonly [StrangeWord, ...StrangeWord[]] = [
  { zh: '产量', en: 'output' },
  { zh: '收入', en: 'revenue' },
  { zh: '面积', en: 'area' },
  { zh: '员工', en: 'workforce' },
  { zh: '销量', en: 'sales' },
  { zh: '利润', en: 'profit' },
];

/** Sentences that give two owners a figure each: told as they are, and with the figures exchanged. */
export function twoFacts(
  words: readonly [StrangeWord, ...StrangeWord[]],
  count: number,
  random: () => number,
): LabelledClaim[] {
  return Array.from({ length: count }, (_, at) => {
    const [a, b, measure] = [pick(words, random), pick(words, random), pick(MEASURES, random)];
    const [x, y] = [12 + Math.floor(random() * 40), 55 + Math.floor(random() * 40)];
    const shape = pick(SHAPES, random);
    const [first, second] = at % 2 === 0 ? [x, y] : [y, x];
    return {
      report: 'two facts',
      quotes: [shape.quote(a, b, measure, x, y)],
      claim: shape.claim(a, b, measure, first, second),
      isTrue: at % 2 === 0,
    };
  });
}

type Say = (a: StrangeWord, b: StrangeWord, measure: StrangeWord, x: number, y: number) => string;

const SHAPES: readonly [{ quote: Say; claim: Say }, ...{ quote: Say; claim: Say }[]] = [
  {
    quote: (a, b, m, x, y) => `${a.zh}的${m.zh}为${x}万，${b.zh}的${m.zh}为${y}万。`,
    claim: (a, b, m, x, y) => `${m.zh}方面，${a.zh}是${x}万，${b.zh}是${y}万。`,
  },
  {
    quote: (a, b, _, x, y) => `2021年，${a.zh}增长${x}%，${b.zh}则增长了${y}%。`,
    claim: (a, b, _, x, y) => `${b.zh}增长${y}%，而${a.zh}增长${x}%。`,
  },
  {
    quote: (a, b, m, x, y) => `The ${m.en} of ${a.en} came to ${x} million, that of ${b.en} to ${y} million.`,
    claim: (a, b, m, x, y) => `${a.en} had ${m.en} of ${x} million and ${b.en} of ${y} million.`,
  },
  {
    quote: (a, b, _, x, y) => `${a.en} rose by ${x}%, while ${b.en} gained ${y}%.`,
    claim: (a, b, _, x, y) => `${b.en} was up ${y}% and ${a.en} ${x}%.`,
  },
  {
    quote: (a, b, m, x, y) => `${a.zh}的${m.zh}达到${x}万吨；${b.zh}只有${y}万吨。`,
    claim: (a, _, m, x) => `${a.zh}的${m.zh}为${x}万吨。`,
  },
  {
    quote: (a, b, m, x, y) => `${a.en} reported ${m.en} of $${x} million; ${b.en} reported $${y} million.`,
    claim: (a, _, m, x) => `${m.en} at ${a.en} was $${x} million.`,
  },
];
