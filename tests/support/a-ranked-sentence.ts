import { z } from 'zod';
import type { RankedSentence } from '../../src/answer/rank-sentences.ts';
import type { ReadSentence } from '../../src/answer/read-sentences.ts';
import type { SentenceFeatures } from '../../src/answer/sentence-features.ts';
import { STATEMENT_FEATURES } from '../../src/answer/statement-weights.ts';
import { aChunk, aPassage } from './builders.ts';

const WEIGHED = z
  .record(z.enum(STATEMENT_FEATURES), z.number())
  .parse(Object.fromEntries(STATEMENT_FEATURES.map((name) => [name, 0])));

/** A sentence that is its chunk, in a section of its own unless one is named. */
export function aReadSentence(text: string, over: Partial<ReadSentence> & { path?: string[] } = {}): ReadSentence {
  const { path = [text], ...rest } = over;
  return {
    passage: aPassage({ chunk: aChunk({ text, path }) }),
    rank: 0,
    lag: 0,
    span: { start: 0, end: text.length },
    text,
    kind: 'sentence',
    isHead: false,
    terms: [],
    presence: [],
    precision: 0,
    clauses: [],
    head: { text: '', presence: [] },
    label: { presence: [], precision: 0 },
    cell: 0,
    figures: [],
    quantities: [],
    section: '',
    article: '',
    heading: [],
    title: [],
    chunk: [],
    nearness: 0,
    nearnessWithPrevious: 0,
    ...rest,
  };
}

/** A sentence with its score; every feature is 0 but those that are given. */
export function aRankedSentence(
  text: string,
  score: number,
  over: { features?: Partial<SentenceFeatures>; unmet?: string[]; named?: string[]; sentence?: ReadSentence } = {},
): RankedSentence {
  return {
    sentence: over.sentence ?? aReadSentence(text),
    score,
    features: { ...WEIGHED, unknownNames: 0, person: 0, title: 0, ...over.features },
    unmet: over.unmet ?? [],
    named: over.named ?? [],
  };
}
