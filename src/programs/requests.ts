import { z } from 'zod';
import { LIMITS, PORTIONS } from '../domain/limits.ts';
import { SummaryLength } from '../domain/summary.ts';

// What other programs ask. A length that has words of its own at every door is written into the schema and looked at by
// these words, not by those of the schema.

/** Passages and figures that are given unless more are asked for, and at most. */
export const GIVEN = { hits: 10, mostHits: 1000, figures: 50, mostFigures: 2000 } as const;
/** Longest period and unit that are looked for, in characters. */
const FILTER = 40;

const words = (most: number) => z.string().meta({ maxLength: most });
const reports = z
  .array(z.string())
  .meta({ maxItems: LIMITS.reports })
  .optional()
  .describe('Only these reports, by id or file name; absent: all.');

/** A question, or the turns of a conversation of which the last is answered. */
export const AskRequest = z.strictObject({
  question: words(LIMITS.question).optional().describe('The question, in Chinese or English.'),
  turns: z
    .array(words(LIMITS.question))
    .min(1)
    .meta({ maxItems: LIMITS.turns + 1 })
    .optional()
    .describe('In the place of question: those of a conversation, oldest first; the last one is answered.'),
  reports,
});
export type AskRequest = z.infer<typeof AskRequest>;

/** What passages are searched for. */
export const SearchRequest = z.strictObject({
  question: words(LIMITS.question).describe('A question or words, in Chinese or English.'),
  limit: z.int().min(1).max(GIVEN.mostHits).optional().describe(`Passages at most; absent: ${GIVEN.hits}.`),
  reports,
});
export type SearchRequest = z.infer<typeof SearchRequest>;

/** A text to be checked claim by claim. */
export const CheckRequest = z.strictObject({
  draft: words(LIMITS.draft).describe('The text whose statements are checked, one sentence or many.'),
  reports,
});
export type CheckRequest = z.infer<typeof CheckRequest>;

/** A sentence with the quotes that are to prove it. */
export const VerifyRequest = z.strictObject({
  claim: z.string().min(1).max(PORTIONS.modelClaim).describe('The sentence.'),
  quotes: z
    .array(z.string().min(1).max(PORTIONS.modelQuote))
    .max(PORTIONS.modelQuotes)
    .describe('Verbatim text of the reports that it rests on.'),
  question: words(LIMITS.question).optional().describe('What the sentence answers.'),
  reports,
});
export type VerifyRequest = z.infer<typeof VerifyRequest>;

/** What is to be summarised. */
export const SummarizeRequest = z.strictObject({
  request: words(LIMITS.question).describe('What to summarise, in free words: a section, pages 3-5, the whole report.'),
  length: SummaryLength.optional().describe('Goes before a length that the words name; absent: standard.'),
});
export type SummarizeRequest = z.infer<typeof SummarizeRequest>;

/** Which figures are wanted. */
export const FiguresAsked = z.strictObject({
  words: words(LIMITS.question).optional().describe('What the figures are about; absent: all of the named reports.'),
  reports,
  period: z.string().max(FILTER).optional().describe('Of this time only: 2020, 2020-Q3, 2020-07.'),
  unit: z.string().max(FILTER).optional().describe('In this unit only: %, USD, 亿元.'),
  limit: z.int().min(1).max(GIVEN.mostFigures).optional().describe(`Figures at most; absent: ${GIVEN.figures}.`),
  trend: z.boolean().optional().describe('Only what is told for several times, over all issues of a series.'),
});
export type FiguresAsked = z.infer<typeof FiguresAsked>;

/** All reports. */
export const ReportsRequest = z.strictObject({});
export type ReportsRequest = z.infer<typeof ReportsRequest>;

/** A page: as it is printed, by its position, or the one on which some words stand. */
export const PageRequest = z.strictObject({
  report: z.string().max(LIMITS.reportName).describe('Id, file name or title of the report.'),
  page: z
    .union([z.int(), z.string().max(LIMITS.reportName)])
    .optional()
    .describe('As citations give it: the printed number, or its label.'),
  number: z.int().min(1).optional().describe('In its place: the position in the file, from 1.'),
  quote: z
    .string()
    .min(1)
    .max(PORTIONS.modelQuote)
    .optional()
    .describe('In its place: verbatim text; the page on which it begins is given.'),
});
export type PageRequest = z.infer<typeof PageRequest>;
