import { turnedRound } from '../lexicon/antonyms.ts';
import { tagWords } from '../text/tag-words.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

const NOUN = /^(?:n|x|j|l|eng)/u;
/** A word of which so much is said is said. */
const SAID = 0.5;
/** Characters on either side by which a place in a sentence is known again. */
const ANCHOR = 2;
/** What stands there may be so much longer. */
const LONGER = 3;
/** What holds no word apart: marks, 了, 的. */
const LOOSE = /[\p{P}\s了的]/gu;

/**
 * What of a claim stands turned round in a sentence (较高 for 较低), or has another noun in its place among the
 * same words.
 */
export function compareWords(claim: ReadClaim, { sentence }: Evidence, shares: readonly number[]): Finding[] {
  const found = bare(sentence.text);
  const turned = turnedRound(bare(claim.text), found).map(({ said, instead }): Finding => ({
    fact: 'word',
    outcome: 'differs',
    claimed: said,
    found: instead,
  }));
  return [...turned, ...exchanged(claim, found, shares)];
}

/** Nouns that the sentence does not say in any way and that have another one in their place. */
function exchanged(claim: ReadClaim, found: string, shares: readonly number[]): Finding[] {
  const compared = [...claim.figures, ...claim.dates, ...claim.directions, ...claim.orders];
  return tagWords(claim.text).flatMap(({ text: claimed, start, tag }): Finding[] => {
    const end = start + claimed.length;
    const share = shares[claim.words.findIndex(({ label }) => label.includes(claimed))];
    if (
      share === undefined ||
      share >= SAID ||
      !NOUN.test(tag) ||
      found.includes(claimed) ||
      compared.some((other) => start < other.end && other.start < end)
    )
      return [];
    const other = inItsPlace(bare(claim.text.slice(0, start)), claimed, bare(claim.text.slice(end)), found);
    return other === undefined ? [] : [{ fact: 'word', outcome: 'differs', claimed, found: other }];
  });
}

function inItsPlace(before: string, claimed: string, after: string, found: string): string | undefined {
  const [left, right] = [before.slice(-ANCHOR), after.slice(0, ANCHOR)];
  if (left.length < ANCHOR) return undefined;
  for (let at = found.indexOf(left); at >= 0; at = found.indexOf(left, at + 1)) {
    const from = at + left.length;
    const to = right.length < ANCHOR ? endOfEqual(found, from, claimed) : found.indexOf(right, from + 1);
    if (to > from && to - from <= claimed.length + LONGER && isNoun(found.slice(from, to)))
      return found.slice(from, to);
  }
  return undefined;
}

/**
 * At the end of a claim there is nothing to know the place by: a word as long, with a character in common, ends there.
 */
function endOfEqual(found: string, from: number, claimed: string): number {
  const other = found.slice(from, from + claimed.length);
  return [...other].some((character) => claimed.includes(character)) ? from + claimed.length : -1;
}

function isNoun(text: string): boolean {
  const words = tagWords(text);
  return words.length === 1 && NOUN.test(words[0]?.tag ?? '');
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(LOOSE, '');
}
