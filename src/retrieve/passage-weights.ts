import { z } from 'zod';

/** What a candidate is ordered by, by name: `npm run fit -- passages` weighs these. */
export const PASSAGE_FEATURES = [
  'chunk',
  'sentence',
  'coverage',
  'figures',
  'heading',
  'report',
  'period',
  'answerShape',
  'length',
  'cosine',
] as const;

/** What a candidate is ordered by; lexical features are shares of the question's weight. */
export interface PassageFeatures {
  /** BM25 of the whole chunk with the heads of its tables, and of its sentence or row that fits best. */
  chunk: number;
  sentence: number;
  /** Share of the question that the chunk holds at all. */
  coverage: number;
  /** Share of its figures and Latin names that stand in the two sentences that fit best. */
  figures: number;
  /** Share of the question in the headings and what the report is called. */
  heading: number;
  /** Share of the question in what the report is called, whom it is about and what time. */
  report: number;
  /** Share of the times that are asked for which the chunk, its headings or its report name; 0 when none is. */
  period: number;
  /** 1 when the two sentences that fit best hold something of the kind that is asked for. */
  answerShape: number;
  /** ln of the number of tokens. */
  length: number;
  /** Nearness of the vectors. */
  cosine: number;
}

const Weights = z.record(z.enum(PASSAGE_FEATURES), z.number());
const Share = z.number().min(0).max(1);

/** Weights of the passages' order as `npm run fit -- passages` writes them. */
export const PassageWeights = z.object({
  /** What was fitted on: the sets with their sizes and weights. */
  set: z.string().min(1),
  date: z.iso.date(),
  /** On reports and public sets left out in turn: shares of the questions whose passage is first, or among ten. */
  leftOut: z.object({ first: Share, firstTen: Share }),
  /** For chunks in the question's language, and in the other one: there words match by chance more often. */
  own: Weights,
  translated: Weights,
});
export type PassageWeights = z.infer<typeof PassageWeights>;
