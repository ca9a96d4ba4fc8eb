import { fold } from '../text/fold-text.ts';

/**
 * How much of what one text says stands in another of its language: pairs of Han characters and Latin words that both
 * hold.
 */
export function sharedPairs(text: string, other: string): number {
  const held = pairsOf(other);
  return [...pairsOf(text)].filter((pair) => held.has(pair)).length;
}

/** Pairs of Han characters and Latin words of a text. */
export function pairsOf(text: string): Set<string> {
  const han = [...text.matchAll(/(?=(?<pair>\p{Script=Han}{2}))/gu)].map(({ groups }) => groups?.['pair'] ?? '');
  const latin = (text.toLowerCase().match(/[a-z\d]{3,}/gu) ?? []).map((word) => fold(word));
  return new Set([...han, ...latin]);
}
