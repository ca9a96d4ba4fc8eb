import { words } from '../lexicon/lexicon.ts';
import { canonicalText } from '../text/canonical-text.ts';
import { fold } from '../text/fold-text.ts';
import type { WordForms } from './word-forms.ts';
import { latinTokens, termsOf } from '../text/tokenise.ts';

/** Characters that may stand between two of a word that is written out: 自膨瓣, 自膨胀式瓣膜. */
const BETWEEN = 2;
/** `量`, `额`: a noun that ends so is measured. */
const MEASURED = words('overview/measured');
const SHORT = /^\p{Script=Han}{2}$/u;
const SPREAD = /^\p{Script=Han}{3,6}$/u;

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
  return most === 0 ? at : folded.search(new RegExp([...wanted].join(`\\p{Script=Han}{0,${most}}`), 'u'));
}

/** How many characters may stand between two of a word: 销量 is short for 销售量. */
function mostBetween(word: string): number {
  if (SPREAD.test(word)) return BETWEEN;
  return SHORT.test(word) && MEASURED.isIn(word) ? 1 : 0;
}

/** `U.S.` is `US`. */
const DOTTED = /\b(?:\p{Lu}\.){2,5}/gu;

function latinAt(word: string, text: string): number {
  const [term] = termsOf(word);
  const undotted = text.replaceAll(DOTTED, (letters) => letters.replaceAll('.', '').padEnd(letters.length));
  return latinTokens(canonicalText(undotted)).find((token) => token.term === term)?.start ?? -1;
}
