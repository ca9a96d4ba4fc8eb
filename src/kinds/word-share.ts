import { words } from '../lexicon/lexicon.ts';
import { canonicalText } from '../text/canonical-text.ts';
import { fold } from '../text/fold-text.ts';
import type { WordForms } from './word-forms.ts';
import { latinTokens, termsOf } from '../text/tokenise.ts';
import { isHan } from '../text/holds-letters.ts';
import { hanAtStart } from '../text/starts-with.ts';

/** Characters that may stand between two of a word that is written out: 自膨瓣, 自膨胀式瓣膜. */
const BETWEEN = 2;
/** `量`, `额`: a noun that ends so is measured. */
const MEASURED = words('overview/measured');
/** A word of so many characters may be spread. */
const LONGEST_SPREAD = 6;

const LATIN = /^\p{Script=Latin}+$/u;

/** The share of some words that stand in a text. */
export function shareOf(sought: readonly string[], text: string, formsOf: WordForms = (word) => [word]): number {
  if (sought.length === 0) return 0;
  const isThere = (word: string) => formsOf(word).some((form) => placeOf(form, text) >= 0);
  return sought.filter(isThere).length / sought.length;
}

/** Where a word stands first, with others between its characters when it has three Chinese ones and more; else -1. */
export function placeOf(word: string, text: string): number {
  const [folded, wanted] = [fold(text), fold(word)];
  // Latin words in any form, foundry, foundries; `earnings per share` stands in `earnings per common share`.
  if (/\s/u.test(word.trim()) && /^[\p{Script=Latin}\s]+$/u.test(word)) {
    const places = word
      .trim()
      .split(/\s+/u)
      .map((part) => latinAt(part, text));
    return places.includes(-1) ? -1 : Math.min(...places);
  }
  if (LATIN.test(wanted)) return latinAt(wanted, text);
  const at = folded.indexOf(wanted);
  if (at >= 0) return at;
  const most = mostBetween(wanted);
  return most === 0 ? at : spreadAt(folded, wanted, most);
}

/**
 * Where the characters of a word stand first in their order, so many Chinese ones at most between each two; else -1.
 */
function spreadAt(text: string, word: string, most: number): number {
  const [first = '', ...others] = word;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const ends = others.reduce(
      (reached, character) => reached.flatMap((end) => nextEnds(text, end, character, most)),
      [at + first.length],
    );
    if (ends.length > 0) return at;
  }
  return -1;
}

/** Where a character ends that stands from here on, behind so many Chinese ones at most. */
function nextEnds(text: string, from: number, character: string, most: number): number[] {
  const between = hanAtStart(text.slice(from, from + most)).length;
  return Array.from({ length: between + 1 }, (_, gap) => from + gap).flatMap((at) =>
    text.startsWith(character, at) ? [at + character.length] : [],
  );
}

/** How many characters may stand between two of a word: 销量 is short for 销售量. */
function mostBetween(word: string): number {
  if (!isHan(word) || word.length < 2 || word.length > LONGEST_SPREAD) return 0;
  if (word.length > 2) return BETWEEN;
  return MEASURED.isIn(word) ? 1 : 0;
}

/** `U.S.` is `US`. */
const DOTTED = /\b(?:\p{Lu}\.){2,5}/gu;

function latinAt(word: string, text: string): number {
  const [term] = termsOf(word);
  const undotted = text.replaceAll(DOTTED, (letters) => letters.replaceAll('.', '').padEnd(letters.length));
  return latinTokens(canonicalText(undotted)).find((token) => token.term === term)?.start ?? -1;
}
