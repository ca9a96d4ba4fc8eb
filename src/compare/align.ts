import type { Likeness } from '../dictionary/likeness.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { createNames, holdsName } from '../lexicon/names.ts';
import { remember } from '../text/remember.ts';
import { holdsHan } from '../text/holds-letters.ts';
import type { ContentWord } from './content-words.ts';

const KNOWN = createNames();
/** The forms of the first known name in a word, and the other ones of the word itself. */
const knownForms = remember(
  (text: string) => ({
    forms: KNOWN.find(text)[0]?.forms,
    others: KNOWN.formsOf(text).filter((form) => form !== text),
  }),
  300_000,
);
/**
 * What the report speaks of throughout need not stand in each of its sentences, and is said a little less surely by it.
 */
const IN_CONTEXT = 0.9;
/** A name that another script writes as it sounds. */
const SOUNDS_ALIKE = 0.95;
const KEEPS_LOOKING = 0.8;
/** `Non-GAAP` is no GAAP. */
const DENIES = /\bnon-$/iu;
const DENIED = /^non-/iu;

/** What words are compared with: a stretch of text and the words in it. */
export interface SaidWords {
  text: string;
  words: readonly ContentWord[];
  /** Title, headings and what else stands around it. */
  context: string;
}

/** How surely two words of texts say the same, 0 to 1. */
export type WordLikeness = (one: ContentWord, other: ContentWord) => number;

/** Pairs of words that are remembered: those of some hundred sentences. */
const MOST_PAIRS = 200_000;
/** So much of the longer one of two names the shorter one is at least. */
const MOST_OF_IT = 0.5;

/** Compares words by what they mean, and names by what they are called: two that look alike are two. Each pair once. */
export function createWordLikeness(likeness: Likeness, names: NameReader): WordLikeness {
  const known = new Map<string, Map<string, number>>();
  let pairs = 0;
  const likenessOf = (one: ContentWord, other: ContentWord) => {
    if (DENIED.test(one.text) !== DENIED.test(other.text)) return 0;
    if (one.isName || other.isName) return likenessOfNames(one, other, names);
    return knownForms(one.text).others.includes(other.text) ? 1 : likeness(one, other);
  };
  return (one, other) => {
    const row = known.get(one.id) ?? new Map<string, number>();
    const before = row.get(other.id);
    if (before !== undefined) return before;
    const value = likenessOf(one, other);
    pairs += 1;
    if (pairs > MOST_PAIRS) {
      known.clear();
      pairs = 1;
    }
    known.set(one.id, row.set(other.id, value));
    return value;
  };
}

function likenessOfNames(one: ContentWord, other: ContentWord, names: NameReader): number {
  if (one.key === other.key) return 1;
  const [short, long] = one.text.length <= other.text.length ? [one.text, other.text] : [other.text, one.text];
  if (long.includes(short) && short.length > MOST_OF_IT * long.length) return SOUNDS_ALIKE;
  const { forms } = knownForms(one.text);
  if (forms && holdsName(other.text, forms)) return 1;
  if (one.language === other.language) return 0;
  const [latin, han] = one.language === 'en' ? [one.text, other.text] : [other.text, one.text];
  return names.findIn(latin, han) === undefined ? 0 : SOUNDS_ALIKE;
}

/** Tells how surely a word is said by some evidence, 0 to 1. */
export type Aligner = (word: ContentWord, said: SaidWords) => number;

/**
 * Aligns words: the same, another form, the dictionary within a language and across, a known alias, a name by its
 * sound.
 */
export function createAligner(likeness: WordLikeness, names: NameReader): Aligner {
  return (word, { text, words, context }) => {
    if (holdsAsItIs(word, text)) return 1;
    const named = word.isName ? byName(word, context, names) : 0;
    let most = IN_CONTEXT * (holdsAsItIs(word, context) ? 1 : named);
    for (const other of words) {
      most = Math.max(most, likeness(word, other));
      if (most === 1) return 1;
    }
    return most >= KEEPS_LOOKING ? most : Math.max(most, byName(word, text, names));
  };
}

function holdsAsItIs({ text: own, language }: ContentWord, text: string): boolean {
  if (language === 'zh' || holdsHan(own))
    return text.includes(own) || (/[A-Za-z\d]/u.test(own) && text.replaceAll(' ', '').includes(own));
  const at = text.toLowerCase().indexOf(own.toLowerCase());
  const isWhole = at >= 0 && !/[A-Za-z]/u.test(text.charAt(at - 1) + text.charAt(at + own.length));
  return isWhole && !DENIES.test(text.slice(0, at));
}

function byName({ text: own, language, isName }: ContentWord, text: string, names: NameReader): number {
  const { forms, others } = knownForms(own);
  if (forms && holdsName(text, forms)) return 1;
  if (others.some((form) => text.includes(form))) return 1;
  const isAcross = language === 'en' && isName && holdsHan(text);
  return isAcross && names.findIn(own, text) !== undefined ? SOUNDS_ALIKE : 0;
}
