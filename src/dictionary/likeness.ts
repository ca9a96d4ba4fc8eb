import { stemmer } from 'stemmer';
import type { Language } from '../domain/report.ts';
import { remember } from '../text/remember.ts';
import type { Glosses } from './glosses.ts';
import { nameKey } from './glosses.ts';

/** A word as it is compared: English ones as their stems. */
export interface ComparedWord {
  text: string;
  language: Language;
  key: string;
}

/** How surely two words say the same, 0 to 1. */
export type Likeness = (one: ComparedWord, other: ComparedWord) => number;

/**
 * What shares of characters, beginnings and senses say of two words; fitted by hand, the weights of a comparison stand
 * on them.
 */
const CONTAINED = 0.9;
const TWO_CHARACTERS = 0.75;
const ONE_CHARACTER = 0.45;
const SAME_BEGINNING = 0.8;
const MOST_BY_SENSE = 0.85;
/** A sense that comes later than this among a word's proves nothing. */
const LEAST_SENSE = 0.3;
/** English letters by whose beginning two stems are known as one word. */
const BEGINNING = 5;
/** A shorter stem has lost more than an ending. */
const SHORTEST_STEM = 3;
/** Most words have two characters. */
const PAIR = 2;
/** Characters of words whose senses are remembered. */
const MOST_KEPT = 500_000;
/** Senses that nearly every verb has. */
const SAYS_NOTHING = new Set('be have do make get go take use one thing person place time year'.split(' '));

/**
 * Compares words by their letters, and by what the dictionary gives for both: the same English for two Chinese ones,
 * the same Chinese for two English ones.
 */
export function createLikeness(glosses: Glosses): Likeness {
  const sensesOf = (word: string) =>
    weightsOf(glosses.toEnglish(word), (text) =>
      text.split(' ').filter((stem) => stem.length > 2 && !SAYS_NOTHING.has(stem)),
    );
  const english = remember((word: string) => {
    const whole = sensesOf(word);
    // A compound of two words says what they say.
    const [before, behind] = [word.slice(0, PAIR), word.slice(PAIR)].map((part) => sensesOf(part));
    return whole.size > 0 || word.length !== 2 * PAIR || !before?.size || !behind?.size
      ? whole
      : new Map([...before, ...behind]);
  }, MOST_KEPT);
  const chinese = remember(
    (stem: string) =>
      weightsOf([...glosses.toChinese(stem), ...glosses.toChinese(nameKey(stem))], (text) =>
        text.length > 1 ? [text] : [],
      ),
    MOST_KEPT,
  );
  return (one, other) => {
    if (one.key === other.key) return 1;
    if (one.language === 'zh' && other.language === 'zh')
      return Math.max(alikeInCharacters(one.text, other.text), bySense(english(one.text), english(other.text)));
    if (one.language === 'en' && other.language === 'en')
      return Math.max(alikeInLetters(one.key, other.key), bySense(chinese(one.key), chinese(other.key)));
    const [han, latin] = one.language === 'zh' ? [one, other] : [other, one];
    return across(han.text, latin.key, english(han.text), chinese(latin.key));
  };
}

/** The key of an English word. */
export function stemOf(word: string): string {
  const own = word.toLowerCase();
  const stem = stemmer(own);
  // `Sued` is no `su`.
  return stem.length < SHORTEST_STEM && own.endsWith('ed') ? stemmer(own.slice(0, -1)) : stem;
}

function weightsOf(
  translations: readonly { text: string; weight: number }[],
  parts: (text: string) => string[],
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { text, weight } of translations) {
    if (weight < LEAST_SENSE) continue;
    for (const part of parts(text)) weights.set(part, Math.max(weights.get(part) ?? 0, weight));
  }
  return weights;
}

function alikeInCharacters(one: string, other: string): number {
  if (one.length > 1 && other.length > 1 && (one.includes(other) || other.includes(one))) return CONTAINED;
  const shared = [...one].filter((character) => other.includes(character)).length;
  if (shared >= 2) return TWO_CHARACTERS;
  return shared === 1 && one.length <= 2 && other.length <= 2 ? ONE_CHARACTER : 0;
}

function alikeInLetters(one: string, other: string): number {
  return one.length >= BEGINNING && other.length >= BEGINNING && one.slice(0, BEGINNING) === other.slice(0, BEGINNING)
    ? SAME_BEGINNING
    : 0;
}

function bySense(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const [sense, weight] of one) {
    const shared = Math.min(weight, other.get(sense) ?? 0);
    if (shared > 0) most = Math.max(most, Math.min(MOST_BY_SENSE, LEAST_SENSE + 2 * LEAST_SENSE * shared));
  }
  return most;
}

function across(
  han: string,
  stem: string,
  english: ReadonlyMap<string, number>,
  chinese: ReadonlyMap<string, number>,
): number {
  let weight = english.get(stem) ?? 0;
  for (const [text, own] of chinese) if (text.includes(han) || han.includes(text)) weight = Math.max(weight, own);
  return weight === 0 ? 0 : (1 + Math.min(1, weight)) / 2;
}
