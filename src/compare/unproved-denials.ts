import { stemPhrase } from '../dictionary/glosses.ts';
import { findNegations } from '../lexicon/negations.ts';
import type { NameReader } from '../dictionary/read-names.ts';
import { tagWords } from '../text/tag-words.ts';

/** What a negation turns round stands so near behind it, in characters. */
const REACH = 8;
const CLAUSE_END = /[，。；：！？\n]/u;
/** Verbs, adjectives and adverbs. */
const PREDICATE = /^[vad]/u;

/**
 * What an English claim states and a Chinese quote denies, looked up in the dictionary: `没有单独公布` denies
 * `announced`. For claims that the comparison of negations lets pass because their figures stand in other clauses.
 * @returns the words of the quote; also where the dictionary does not know any of them
 */
export function unprovedDenials(claim: string, quotes: readonly string[], { englishOf }: NameReader): string[] {
  if (/\p{Script=Han}/u.test(claim) || findNegations(claim).length > 0) return [];
  const said = new Set(stemPhrase(claim).split(' '));
  return quotes
    .flatMap((quote) => deniedIn(quote))
    .flatMap(({ text, words }) => {
      const meanings = words.flatMap((word) => englishOf(word));
      const isStated = meanings.some((meaning) => said.has(meaning));
      return isStated || meanings.length === 0 ? [text] : [];
    });
}

/** What each negation of a Chinese text turns round. */
function deniedIn(quote: string): { text: string; words: string[] }[] {
  if (!/\p{Script=Han}/u.test(quote)) return [];
  return findNegations(quote).map(({ text, end }) => {
    const [behind = ''] = quote.slice(end, end + REACH).split(CLAUSE_END);
    return {
      text: text + behind,
      words: tagWords(behind)
        .filter(({ tag }) => PREDICATE.test(tag))
        .map((word) => word.text),
    };
  });
}
