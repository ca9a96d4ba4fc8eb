import { createNames } from '../text/names.ts';

const KNOWN = createNames();
const CAPITALISED = /(?<![\p{L}\d])\p{Lu}[\p{L}\d]*(?:[.&'’-][\p{L}\d]+)*/gu;
/** Capitalised in English without naming anybody. */
const NO_NAME = /^(?:I|The|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q[1-4]|H[12]|CEOs?|CFO|IPOs?|AI|IT|IP|R&D|GDP|US|USA|UK|EU|UN|RMB|USD|Chinese|American|European|Japanese|Korean|English|Asian|African|German|French|Internet)$/u;

/**
 * Words of an English claim that look like names and stand in none of its quotes. Where the quotes are in Chinese nobody can tell a name
 * that was translated from one that was made up: neither is proved.
 * @param isWord true for an English word of the dictionary in any form: at the beginning of a sentence every word has a capital
 */
export function unprovedWords(claim: string, quotes: readonly string[], isWord: (word: string) => boolean): string[] {
  if (/\p{Script=Han}/u.test(claim)) return [];
  const held = quotes.join('\n').toLowerCase();
  const known = KNOWN.find(claim);
  return [...claim.matchAll(CAPITALISED)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’]s$/u, '');
    const isKnown = known.some(({ text, start }) => index < start + text.length && start < index + word.length);
    const begins = index === 0 || /[.!?:;“"(]\s*$/u.test(claim.slice(0, index));
    const isOrdinary = NO_NAME.test(bare) || (begins && !/.\p{Lu}/u.test(bare) && isWord(bare));
    return isKnown || isOrdinary || held.includes(bare.toLowerCase()) ? [] : [bare];
  });
}
