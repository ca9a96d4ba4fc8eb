import { z } from 'zod';
import { Quote } from './answer.ts';
import { Qualifier, QuantityKind } from './quantity.ts';
import { Report } from './report.ts';
import { StanceKind, StatementKind, Time } from './statement.ts';

/** What of a fact was not said beside its figure, and is taken from what stands around it. */
export const UnsurePart = z.enum(['subject', 'period', 'unit']);
export type UnsurePart = z.infer<typeof UnsurePart>;

/** A figure of a report as data: whose, what it measures, of when, how much. */
export const FigureFact = z.object({
  /** Whose figure it is, in the report's words; absent where it does not say. */
  subject: z.string().min(1).optional(),
  /** What is measured, in the report's words. */
  measure: z.string().min(1),
  /** When: in the report's words where it says it, and as it counts. */
  period: z.object({ text: z.string().min(1), time: Time }).optional(),
  /** As printed, and what it comes to in its unit, scale multiplied in; both ends the same for a single value. */
  value: z.object({ text: z.string().min(1), low: z.number(), high: z.number() }),
  kind: QuantityKind,
  /** What the value counts: `CNY`, `%`, `家`; empty where the report does not say. */
  unit: z.string(),
  qualifier: Qualifier,
  /** Where it is so, when a place is named beside it. */
  place: z.string().min(1).optional(),
  /** None where it is said outright to be so. */
  stances: z.array(StanceKind),
  /** The statement that it was read from: its id within the report, and what it is. */
  statement: z.object({ id: z.string(), kind: StatementKind }),
  unsure: z.array(UnsurePart),
  quote: Quote,
  report: Report.pick({ id: true, title: true, file: true, publishedOn: true }),
});
export type FigureFact = z.infer<typeof FigureFact>;

/** Which figures are wanted. */
export const FiguresRequest = z.object({
  /** Words that subject and measure are to speak of; empty: every figure, which needs one report. */
  text: z.string(),
  /** Reports by id, file or stem; absent: all. */
  reports: z.array(z.string()).optional(),
  /** Of this time only: `2020`, `2020-Q3`, `2020-07`. */
  period: z.string().optional(),
  /** In this unit only: `%`, `USD`, `亿元`. */
  unit: z.string().optional(),
});
export type FiguresRequest = z.infer<typeof FiguresRequest>;

/** Issues of one series, oldest first. */
export const ReportSeries = z.object({
  title: z.string().min(1),
  publisher: z.string().optional(),
  issues: z.array(Report.pick({ id: true, title: true, publishedOn: true, period: true })).min(2),
});
export type ReportSeries = z.infer<typeof ReportSeries>;

/** One measure of one subject over time, or of several subjects at one time; in order of time, or as they stand. */
export const ComparedFigures = z.object({
  kind: z.enum(['over_time', 'across']),
  title: z.string().min(1),
  unit: z.string(),
  /** The series that the reports belong to; absent where all points are of one report. */
  series: z.string().optional(),
  points: z.array(z.object({ label: z.string().min(1), value: z.number(), fact: FigureFact })).min(2),
});
export type ComparedFigures = z.infer<typeof ComparedFigures>;

/** What was found. */
export const FoundFigures = z.object({
  request: FiguresRequest,
  /** Best first; with no words that they are to speak of, in reading order. */
  facts: z.array(FigureFact),
  /** How many more there are than are given. */
  more: z.int().min(0),
  /** Figures that were read and are no facts, for it is not certain what they measure. */
  leftOut: z.int().min(0),
  /** What can be drawn, best first. */
  compared: z.array(ComparedFigures),
});
export type FoundFigures = z.infer<typeof FoundFigures>;
