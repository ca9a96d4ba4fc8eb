import type { Language } from '../../../src/domain/report.ts';
import type { Fact } from './facts.ts';

/** A way to say a fact. */
type Template = (fact: Record<'who' | 'what' | 'value' | 'when', string>) => string;

const STANDS: Record<Language, readonly Template[]> = {
  zh: [
    ({ who, what, value, when }) => `${when}，${who}的${what}为${value}。`,
    ({ who, what, value, when }) => `${who}的${what}，${when}是${value}。`,
    ({ who, what, value, when }) => `${value}，这是${who}${when}的${what}。`,
    ({ who, what, value, when }) => `就${what}而言，${who}${when}达到${value}。`,
  ],
  en: [
    ({ who, what, value, when }) => `In ${when}, the ${what} of ${who} was ${value}.`,
    ({ who, what, value, when }) => `${who} had a ${what} of ${value} in ${when}.`,
    ({ who, what, value, when }) => `${value} was the ${what} of ${who} in ${when}.`,
    ({ who, what, value, when }) => `The ${what} of ${who} came to ${value} in ${when}.`,
  ],
};

const MOVES: Record<'up' | 'down', Record<Language, readonly Template[]>> = {
  up: {
    zh: [
      ({ who, what, value, when }) => `${when}，${who}的${what}增长了${value}。`,
      ({ who, what, value, when }) => `${who}${when}的${what}上升${value}。`,
      ({ who, what, value, when }) => `${who}的${what}在${when}上涨${value}。`,
      ({ who, what, value, when }) => `${when}，${who}的${what}增幅为${value}。`,
    ],
    en: [
      ({ who, what, value, when }) => `In ${when}, the ${what} of ${who} grew by ${value}.`,
      ({ who, what, value, when }) => `The ${what} of ${who} rose ${value} in ${when}.`,
      ({ who, what, value, when }) => `The ${what} of ${who} was up ${value} in ${when}.`,
      ({ who, what, value, when }) => `In ${when}, the ${what} of ${who} increased by ${value}.`,
    ],
  },
  down: {
    zh: [
      ({ who, what, value, when }) => `${when}，${who}的${what}下降了${value}。`,
      ({ who, what, value, when }) => `${who}${when}的${what}下滑${value}。`,
      ({ who, what, value, when }) => `${who}的${what}在${when}下跌${value}。`,
      ({ who, what, value, when }) => `${when}，${who}的${what}减少了${value}。`,
    ],
    en: [
      ({ who, what, value, when }) => `In ${when}, the ${what} of ${who} fell by ${value}.`,
      ({ who, what, value, when }) => `The ${what} of ${who} dropped ${value} in ${when}.`,
      ({ who, what, value, when }) => `The ${what} of ${who} was down ${value} in ${when}.`,
      ({ who, what, value, when }) => `In ${when}, the ${what} of ${who} declined by ${value}.`,
    ],
  },
};

/** How many ways there are to say a fact in one language. */
export const WAYS = STANDS.zh.length;

/** A fact in one of the ways to say it. */
export function say({ who, what, value, when, moves }: Omit<Fact, 'quote'>, language: Language, way: number): string {
  const templates = moves === undefined ? STANDS[language] : MOVES[moves][language];
  const words = { who: who[language], what: what[language], value: value[language], when: when[language] };
  const said = templates[way % templates.length]?.(words) ?? '';
  return said.charAt(0).toUpperCase() + said.slice(1);
}
