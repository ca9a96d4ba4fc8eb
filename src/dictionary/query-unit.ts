import type { Frequencies } from '../domain/ports.ts';
import type { Language } from '../domain/report.ts';
import { canonicalText } from '../text/canonical-text.ts';
import type { Token, TokenKind } from '../text/tokenise.ts';
import { termsOf } from '../text/tokenise.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** One way to say a unit. */
export interface Alternative {
  /** As it stands in a canonical text; Latin words as stems with a space between. */
  form: string;
  /** The same as search terms. */
  terms: string[];
  /** How likely it is meant, up to 1. */
  weight: number;
}

/**
 * One thing a question asks about. Translations and other names of it are one unit (Pirkola's structured query), not
 * many terms.
 */
export interface QueryUnit {
  /** For people who look into a ranking. */
  label: string;
  kind: TokenKind;
  alternatives: Alternative[];
  /** What it counts: its kind, its length, its rarity. */
  weight: number;
  /** Chunks that hold it under one form or another, as an estimate. */
  documentFrequency: number;
}

/** What a question asks about, for each language of the reports. */
export interface QuestionUnits {
  /** Terms: characters, pairs of them, names, translations; what retrieval searches for. */
  units: Record<Language, QueryUnit[]>;
  /** Words and names with other words for the same; what an answer must speak of. */
  concepts: Record<Language, QueryUnit[]>;
}

/** What a token of each kind weighs: figures and names say more than words, a character alone less. */
export const KIND_WEIGHTS: Record<TokenKind, number> = { character: 0.3, pair: 1, latin: 2, number: 3 };

/** A word or name as an alternative. */
export function alternativeOf(word: string, weight = 1): Alternative {
  const terms = termsOf(word);
  return { form: holdsHan(word) ? canonicalText(word).trim() : terms.join(' '), terms, weight };
}

/** A unit of one term, as it stands in the question. */
export function tokenUnit({ term, kind }: Token, frequencies: Frequencies): QueryUnit {
  return weighUnit(
    { label: term, kind, alternatives: [{ form: term, terms: [term], weight: 1 }] },
    KIND_WEIGHTS[kind],
    frequencies,
  );
}

/**
 * Weighs a unit: factor times idf = ln(1 + (N - df + .5) / (df + .5)) (Robertson and Zaragoza 2009), df over all its
 * alternatives.
 */
export function weighUnit(
  unit: Omit<QueryUnit, 'weight' | 'documentFrequency'>,
  factor: number,
  { documentFrequency, chunkCount }: Frequencies,
): QueryUnit {
  const most = Math.max(...unit.alternatives.map(({ weight }) => weight));
  // Chance that a chunk holds none of the alternatives, as if they were independent: adding up their frequencies would
  // make a word with many translations worthless.
  const none = unit.alternatives.reduce((chance, { terms, weight }) => {
    const rarest = Math.min(...terms.map((term) => documentFrequency.get(term) ?? 0));
    return chance * (1 - Math.min(1, (rarest * weight) / (most * Math.max(1, chunkCount))));
  }, 1);
  const df = chunkCount * (1 - none);
  return { ...unit, documentFrequency: df, weight: factor * Math.log(1 + (chunkCount - df + 0.5) / (df + 0.5)) };
}

/** So often a word is asked for; said more often it says no more, and each time would be looked for everywhere. */
const ALIKE = 4;

/** What a text speaks of, no word of it more often than counts. */
export function fewAlike<T extends { label: string }>(spans: readonly T[]): T[] {
  const counts = new Map<string, number>();
  return spans.filter(({ label }) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    return count <= ALIKE;
  });
}

/** A phrase of the question with what it may be called in the other language. */
export interface TranslatedSpan {
  label: string;
  /** Offsets in the question. */
  from: number;
  to: number;
  /** Words of English, characters of Chinese. */
  length: number;
  alternatives: Alternative[];
  /** A name is said on purpose and counts more. */
  isName: boolean;
  /** How much of the question it carries, up to 1; absent: all. */
  content?: number;
}
