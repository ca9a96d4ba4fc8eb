import { z } from 'zod';

/** What a section is ordered by: `npm run fit -- sections` weighs these. */
export const SECTION_FEATURES = [
  'title',
  'titlePairs',
  'above',
  'said',
  'lead',
  'text',
  'strength',
  'passages',
  'kind',
] as const;

/** What decides about the points of a summary: `npm run fit -- points` tunes these. */
export const POINT_SETTINGS = [
  'share',
  'amount',
  'count',
  'date',
  'year',
  'name',
  'person',
  'word',
  'heading',
  'repeated',
  'first',
  'opening',
  'cue',
  'question',
  'inQuotation',
  'example',
  'density',
  'spread',
] as const;

const Share = z.number().min(0).max(1);
/** What was fitted on: the sets with their sizes. */
const fitted = { set: z.string().min(1), date: z.iso.date() };

/** Weights of the choice among sections. */
export const SectionWeights = z.object({
  ...fitted,
  /** On reports left out in turn: share of the requests whose section comes first, and among the first three. */
  leftOut: z.object({ first: Share, firstThree: Share }),
  weights: z.record(z.enum(SECTION_FEATURES), z.number()),
});
export type SectionWeights = z.infer<typeof SectionWeights>;

/** Settings of the choice of points. */
export const PointWeights = z.object({
  ...fitted,
  /** On reports left out in turn: share of the key facts that the points hold, and characters of a summary. */
  leftOut: z.object({ keyFacts: Share, characters: z.number() }),
  weights: z.record(z.enum(POINT_SETTINGS), z.number().min(0)),
});
export type PointWeights = z.infer<typeof PointWeights>;

/** What things weigh, and how much is made of where they stand. */
export type PointTuning = PointWeights['weights'];

/** The fitted weights that summaries stand on. */
export interface SummaryWeights {
  sections: SectionWeights;
  points: PointWeights;
}
