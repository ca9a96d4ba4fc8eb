import type { Token, TokenKind } from '../text/tokenise.ts';

/** What a token of each kind weighs: figures and names say more than words, a character alone less. Measured in retrieval. */
const KIND_WEIGHTS: Record<TokenKind, number> = { character: 0.3, pair: 1, latin: 2, number: 3 };

/** A query term with its weight: kind times inverse document frequency. */
export interface WeighedTerm extends Token {
  weight: number;
}

/** How strongly repetition counts, and how strongly length is held against a text. */
export interface Bm25Settings {
  k1: number;
  b: number;
  /** Tokens of an average text. */
  averageLength: number;
}

/** Weighs a question's terms by how rare they are: idf = ln(1 + (N - df + .5) / (df + .5)), Robertson and Zaragoza 2009. */
export function weighTerms(tokens: Token[], frequency: ReadonlyMap<string, number>, chunkCount: number): WeighedTerm[] {
  return tokens.map((token) => {
    const df = Math.min(frequency.get(token.term) ?? 0, chunkCount);
    return { ...token, weight: KIND_WEIGHTS[token.kind] * Math.log(1 + (chunkCount - df + 0.5) / (df + 0.5)) };
  });
}

/** Occurrences of each term. */
export function countTerms(tokens: Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Okapi BM25 of a text, given its term counts and its length in tokens. */
export function bm25(terms: WeighedTerm[], counts: ReadonlyMap<string, number>, length: number, settings: Bm25Settings): number {
  const { k1, b, averageLength } = settings;
  const norm = k1 * (1 - b + (b * length) / averageLength);
  return terms.reduce((score, { term, weight }) => {
    const tf = counts.get(term) ?? 0;
    return tf === 0 ? score : score + (weight * tf * (k1 + 1)) / (tf + norm);
  }, 0);
}

/** Share of the terms' weight that occurs in a text, 0 to 1. */
export function coverage(terms: WeighedTerm[], counts: ReadonlyMap<string, number>): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return terms.reduce((sum, { term, weight }) => sum + (counts.has(term) ? weight : 0), 0) / total;
}
