import type { StrangeWord } from '../../../bench/fit/off-list.ts';
import type { Language } from '../../../src/domain/report.ts';
import { pick, seeded } from '../fuzz-runs.ts';
import type { ProofCase } from './case.ts';
import { drawWord } from './draw-word.ts';
import type { WordClass } from './dictionary-words.ts';

/** Whose facts are told. */
const OWNERS = ['company', 'place', 'product'] as const;
type OwnerClass = (typeof OWNERS)[number];

/** Two owners with a figure each, and what is said of them. */
interface TwoFacts {
  a: string;
  b: string;
  what: string;
  x: string;
  y: string;
}
/** A sentence of a report, and one that tells both or one of its facts in other words. */
interface Shape {
  quote: (facts: TwoFacts) => string;
  claim: (facts: TwoFacts) => string;
}

/** None is among those that `bench/fit/off-list.ts` fits on. */
const SHAPES: Record<Language, Record<OwnerClass, readonly [Shape, ...Shape[]]>> = {
  zh: {
    company: [
      {
        quote: ({ a, b, what, x, y }) => `截至2022年末，${a}集团${what}${x}亿元，${b}集团为${y}亿元。`,
        claim: ({ a, b, what, x, y }) => `2022年末，${a}集团的${what}是${x}亿元，${b}集团是${y}亿元。`,
      },
      {
        quote: ({ a, b, what, x, y }) => `${a}公布的${what}为${x}亿元；同期${b}录得${y}亿元。`,
        claim: ({ b, what, y }) => `${b}的${what}为${y}亿元。`,
      },
      {
        quote: ({ a, b, what, x, y }) => `${a}、${b}去年的${what}分别达${x}亿元和${y}亿元。`,
        claim: ({ a, what, x }) => `去年${a}的${what}达${x}亿元。`,
      },
    ],
    place: [
      {
        quote: ({ a, b, what, x, y }) => `分地区看，${a}${what}${x}万吨，${b}${what}${y}万吨。`,
        claim: ({ a, b, what, x, y }) => `${b}的${what}是${y}万吨，${a}则为${x}万吨。`,
      },
      {
        quote: ({ a, b, what, x, y }) => `在${a}，${what}约有${x}万吨；而${b}一带约有${y}万吨。`,
        claim: ({ b, what, y }) => `${b}一带的${what}约为${y}万吨。`,
      },
      {
        quote: ({ a, b, what, x, y }) => `${a}与${b}两地的${what}依次为${x}万吨、${y}万吨。`,
        claim: ({ a, what, x }) => `${a}的${what}为${x}万吨。`,
      },
    ],
    product: [
      {
        quote: ({ a, b, x, y }) => `一季度${a}卖了${x}万台，${b}卖了${y}万台。`,
        claim: ({ a, b, x, y }) => `${b}一季度卖了${y}万台，${a}卖了${x}万台。`,
      },
      {
        quote: ({ a, b, x, y }) => `${a}每台售${x}元，${b}每台售${y}元。`,
        claim: ({ a, x }) => `每台${a}的售价为${x}元。`,
      },
      {
        quote: ({ a, b, x, y }) => `库存方面，${a}还剩${x}万台，${b}剩下${y}万台。`,
        claim: ({ b, y }) => `${b}的库存为${y}万台。`,
      },
    ],
  },
  en: {
    company: [
      {
        quote: ({ a, b, what, x, y }) =>
          `At the end of 2022, ${what} stood at $${x} million for ${a} and $${y} million for ${b}.`,
        claim: ({ a, b, what, x, y }) => `${a} ended 2022 with ${what} of $${x} million, ${b} with $${y} million.`,
      },
      {
        quote: ({ a, b, what, x, y }) => `${a} booked ${what} of $${x} million; at ${b} it was $${y} million.`,
        claim: ({ b, what, y }) => `${b} booked ${what} of $${y} million.`,
      },
      {
        quote: ({ a, b, what, x, y }) =>
          `The ${what} of ${a} and ${b} was $${x} million and $${y} million respectively.`,
        claim: ({ a, what, x }) => `The ${what} of ${a} was $${x} million.`,
      },
    ],
    place: [
      {
        quote: ({ a, b, what, x, y }) =>
          `By region, ${a} accounts for ${what} of ${x} tonnes and ${b} for ${y} tonnes.`,
        claim: ({ a, b, what, x, y }) => `${b} has ${what} of ${y} tonnes, ${a} of ${x} tonnes.`,
      },
      {
        quote: ({ a, b, what, x, y }) =>
          `In ${a} the ${what} is about ${x} tonnes, whereas in ${b} it is about ${y} tonnes.`,
        claim: ({ b, what, y }) => `The ${what} in ${b} is about ${y} tonnes.`,
      },
      {
        quote: ({ a, b, what, x, y }) => `With ${x} tonnes of ${what} ${a} lies behind ${b}, where it is ${y} tonnes.`,
        claim: ({ a, what, x }) => `${a} has ${x} tonnes of ${what}.`,
      },
    ],
    product: [
      {
        quote: ({ a, b, x, y }) => `In the first quarter ${x} units of the ${a} and ${y} units of the ${b} were sold.`,
        claim: ({ a, b, x, y }) => `${y} units of the ${b} were sold in the first quarter, and ${x} of the ${a}.`,
      },
      {
        quote: ({ a, b, x, y }) => `One ${a} costs $${x}, one ${b} $${y}.`,
        claim: ({ a, x }) => `One ${a} costs $${x}.`,
      },
      {
        quote: ({ a, b, x, y }) => `Stocks of the ${a} are down to ${x} units, those of the ${b} to ${y} units.`,
        claim: ({ b, y }) => `Stocks of the ${b} are down to ${y} units.`,
      },
    ],
  },
};
const MEASURED: Record<OwnerClass, WordClass> = { company: 'money', place: 'amount', product: 'amount' };
const LEAST = 12;
const SPAN = 40;

/**
 * Sentences that give two owners a figure each, all words off every list: told as they are, with the owners exchanged,
 * and with one owner who stands nowhere.
 * @param count of each owner class in each language
 */
export function twoFactCases(count: number, seed: number): ProofCase[] {
  return (['zh', 'en'] as const).flatMap((language) =>
    OWNERS.flatMap((owner) => {
      const random = seeded(seed + OWNERS.indexOf(owner) + (language === 'zh' ? 0 : OWNERS.length));
      return Array.from({ length: count }, (_, at) =>
        casesOf(owner, language, `${seed} ${language} ${at}`, random),
      ).flat();
    }),
  );
}

function casesOf(owner: OwnerClass, language: Language, lot: string, random: () => number): ProofCase[] {
  const a = drawWord(owner, `${lot} a`);
  const b = drawWord(owner, `${lot} b`, (word) => word !== a);
  const c = drawWord(owner, `${lot} c`, (word) => word !== a && word !== b);
  const what = drawWord(MEASURED[owner], lot)[language];
  const figure = () => String(LEAST + Math.floor(random() * SPAN));
  const [x, more] = [figure(), figure()];
  const y = more === x ? String(Number(x) + SPAN) : more;
  const shape = pick(SHAPES[language][owner], random);
  const told = (one: StrangeWord, other: StrangeWord): TwoFacts => ({
    a: one[language],
    b: other[language],
    what,
    x,
    y,
  });
  const quote = shape.quote(told(a, b));
  // Whichever of the two the sentence speaks of.
  const stranger = shape.claim(told(c, b)) === shape.claim(told(a, b)) ? told(a, c) : told(c, b);
  const base = { passages: { P1: quote }, attempts: [[{ passage: 'P1', quote }]], kind: owner, language };
  return [
    { ...base, set: 'two facts', text: shape.claim(told(a, b)), isTrue: true },
    { ...base, set: 'two facts', text: shape.claim(told(b, a)), isTrue: false },
    { ...base, set: 'one stranger', text: shape.claim(stranger), isTrue: false },
  ];
}
