import { describe, expect, it } from 'vitest';
import { checkModelClaim } from '../../src/model/check-model-claim.ts';
import { aPassage } from '../support/builders.ts';
import type { Fact } from '../support/claims/facts.ts';
import { say, WAYS } from '../support/claims/say.ts';
import { prove } from '../support/prove.ts';

/** Lies that are let through, of over 900 and of over 70: today's figures. Only ever make these smaller. */
const [OF_ANOTHER, OF_DENIED] = [33, 4];
/** Names on no list: cities, persons, firms, as the dictionary has them or only as they sound. */
const UNLISTED = [
  ['赫尔辛基', 'Helsinki'],
  ['雷克雅未克', 'Reykjavik'],
  ['塔林', 'Tallinn'],
  ['萨格勒布', 'Zagreb'],
  ['帕兰提尔', 'Palantir'],
  ['维斯塔拉', 'Vistara'],
  ['卡洛维娜', 'Carlovina'],
  ['吴曼青', 'Wu Manqing'],
  ['陈立武', 'Chen Liwu'],
] as const;
const WHEN = { zh: '2021年', en: '2021' };
const WHAT = { zh: '收入', en: 'revenue' };
const VALUES = ['37', '52', '81'].map((millions) => ({
  zh: `${millions}万元`,
  en: `${Number(millions) * 10},000 yuan`,
}));

/** Sentences in which two unlisted names have their figures, each in its clause, in one clause, or in a list. */
const PAIRS = UNLISTED.map((one, at) => [one, UNLISTED[(at + 4) % UNLISTED.length] ?? one] as const);
const SENTENCES: readonly ((a: string, b: string, x: string, y: string) => string)[] = [
  (a, b, x, y) => `2021年，${a}的收入为${x}，${b}的收入为${y}。`,
  (a, b, x, y) => `2021年，${a}的收入为${x}；与之相比，${b}只有${y}。`,
  (a, b, x, y) => `2021年${a}和${b}的收入分别为${x}和${y}。`,
];

function verdictOn(text: string, quote: string): 'proved' | 'failed' {
  return checkModelClaim(
    { text, citations: [{ passage: 'P1', quote }] },
    { passages: [aPassage({ text: quote })], language: 'en', prove },
  ).kind;
}

const told = PAIRS.flatMap(([a, b]) =>
  SENTENCES.map((sentence) => ({
    quote: sentence(a[0], b[0], VALUES[0]?.zh ?? '', VALUES[1]?.zh ?? ''),
    owners: [a[1], b[1]],
  })),
);
const claimsOf = (who: string, value: number): string[] =>
  Array.from({ length: WAYS }, (_, way) =>
    say({ who: { zh: who, en: who }, what: WHAT, value: VALUES[value] ?? { zh: '', en: '' }, when: WHEN }, 'en', way),
  );

describe('an English claim about somebody whom only the Chinese quote names', () => {
  it('is shown when the quote gives the figure in a clause of theirs', () => {
    const trueOnes = told
      .filter(({ quote }) => !quote.includes('分别'))
      .flatMap(({ quote, owners }) =>
        owners.flatMap((owner, at) => claimsOf(owner, at).map((claim) => ({ claim, quote }))),
      );
    const shown = trueOnes.filter(({ claim, quote }) => verdictOn(claim, quote) === 'proved');
    expect(shown.length / trueOnes.length).toBeGreaterThan(0.7);
  });

  it('is not shown when the figure is another’s, of nobody or somebody else’s altogether', () => {
    const lies = told.flatMap(({ quote, owners: [a = '', b = ''] }) =>
      [
        ...claimsOf(a, 1),
        ...claimsOf(b, 0),
        ...claimsOf(a, 2),
        ...UNLISTED.filter(([, other]) => other !== a && other !== b).flatMap(([, other]) => claimsOf(other, 0)),
      ].map((claim) => ({ claim, quote })),
    );
    expect(lies.length).toBeGreaterThan(900);
    const shown = lies.filter(({ claim, quote }) => verdictOn(claim, quote) === 'proved');
    expect(shown.length > OF_ANOTHER ? shown : []).toEqual([]);
  });
});

/** What is denied, how an English sentence would state it, and what stands beside it. */
const DENIED: readonly (readonly [denied: string, ...stated: string[]])[] = [
  ['没有实现盈利', 'was profitable', 'made a profit', 'achieved profits'],
  ['没有单独公布利润', 'separately announced its profit', 'published its profit'],
  ['未能上市', 'went public', 'was listed'],
  ['没有出口芯片', 'exported chips', 'had chip exports'],
  ['不再生产汽车', 'produced cars', 'still produced cars'],
  ['尚未获得批准', 'won approval', 'was approved'],
];

describe('an English claim over a quote that denies something else', () => {
  const quotes = DENIED.map(([denied]) => `2021年，微软${denied}，收入增长21%。`);

  it('is shown when it says what stands beside', () => {
    const fact: Omit<Fact, 'quote'> = {
      who: { zh: '微软', en: 'Microsoft' },
      what: WHAT,
      value: { zh: '21%', en: '21%' },
      when: WHEN,
      moves: 'up',
    };
    const claims = quotes.flatMap((quote) =>
      Array.from({ length: WAYS }, (_, way) => ({ quote, claim: say(fact, 'en', way) })),
    );
    const shown = claims.filter(({ claim, quote }) => verdictOn(claim, quote) === 'proved');
    expect(shown.length / claims.length).toBeGreaterThan(0.7);
  });

  it('is not shown when it states what is denied', () => {
    const lies = DENIED.flatMap(([, ...stated], at) =>
      stated.flatMap((words) =>
        [
          `Microsoft ${words} in 2021.`,
          `In 2021, Microsoft ${words}.`,
          `Microsoft ${words} and its revenue grew by 21% in 2021.`,
          `In 2021, Microsoft, which ${words}, grew its revenue by 21%.`,
          `With revenue up 21% Microsoft ${words} in 2021.`,
          `Microsoft ${words} as revenue grew by 21% in 2021.`,
        ].map((claim) => ({ claim, quote: quotes[at] ?? '' })),
      ),
    );
    expect(lies.length).toBeGreaterThanOrEqual(70);
    const shown = lies.filter(({ claim, quote }) => verdictOn(claim, quote) === 'proved');
    expect(shown.length > OF_DENIED ? shown : []).toEqual([]);
  });
});
