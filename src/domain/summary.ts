import { z } from 'zod';
import { Claim, FigureSeries, Quote, told, Withheld } from './answer.ts';
import { Span } from './report.ts';

/** How much is said: about 250, 700 or 1,500 Chinese characters. */
export const SummaryLength = z.enum(['brief', 'standard', 'detailed']);
export type SummaryLength = z.infer<typeof SummaryLength>;

/** What somebody wants summarised. */
export const SummaryRequest = z.object({
  /** Free words that name a section, and perhaps a length. */
  text: z.string(),
  /** Goes before a length that the words name. */
  length: SummaryLength.optional(),
  /** Exactly this stretch of a report, whatever the words say: one of the candidates that were offered. */
  section: z.object({ reportId: z.string().min(1), span: Span }).optional(),
});
export type SummaryRequest = z.infer<typeof SummaryRequest>;

/** A page by its position in the file and by what is printed on it. */
const PageRef = z.object({ number: z.int().min(1), label: z.string().optional() });

/** A stretch of a report that can be summarised: a section, a range of pages, the whole of it. */
export const SectionRef = z.object({
  reportId: z.string().min(1),
  reportTitle: z.string().min(1),
  /** Headings, outermost first; of a page range those that all of it stands under; empty for a whole report. */
  path: z.array(z.string()),
  span: Span,
  firstPage: PageRef,
  lastPage: PageRef,
});
export type SectionRef = z.infer<typeof SectionRef>;

/** A figure that matters, with what it measures. */
export const KeyFigure = z.object({
  /** Words of the sentence that say what is measured. */
  label: z.string().min(1),
  /** As printed, with its unit. */
  value: z.string().min(1),
  quote: Quote,
});
export type KeyFigure = z.infer<typeof KeyFigure>;

/** How much of a section the points were taken from. */
export const Coverage = z.object({
  points: z.int().min(0),
  /** Paragraphs that a point was taken from, and all of them. */
  coveredParagraphs: z.int().min(0),
  paragraphs: z.int().min(0),
  /** Tables, none of which is read. */
  tables: z.int().min(0),
});
export type Coverage = z.infer<typeof Coverage>;

/** What may be posted or printed of a summary. Made by `verifySummary` only: the brand keeps every other value out. */
export const VerifiedSummary = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('summarised'),
      request: SummaryRequest,
      length: SummaryLength,
      section: SectionRef,
      composer: z.string().min(1),
      ...told,
      /** In reading order. */
      points: z.array(Claim).min(1),
      coverage: Coverage,
      figures: z.array(KeyFigure),
      series: z.array(FigureSeries),
      withheld: z.array(Withheld),
    }),
    /** Several sections fit nearly equally, best first. */
    z.object({ outcome: z.literal('which'), request: SummaryRequest, candidates: z.array(SectionRef).min(1) }),
    /** No section fits; the nearest ones, best first. */
    z.object({ outcome: z.literal('not_found'), request: SummaryRequest, nearest: z.array(SectionRef) }),
  ])
  .brand<'VerifiedSummary'>();
export type VerifiedSummary = z.infer<typeof VerifiedSummary>;
