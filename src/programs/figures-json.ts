import { z } from 'zod';
import type { ComparedFigures, FoundFigures } from '../domain/figure-fact.ts';
import { FigureFact, FiguresRequest } from '../domain/figure-fact.ts';
import { placeCell } from '../outlets/figures-export.ts';

/** Where a figure stands. */
const FigureCitation = z.object({
  report: z.string().describe('Id of the report.'),
  reportTitle: z.string(),
  publishedOn: z.string().nullable(),
  section: z.array(z.string()),
  page: z.string().describe('The printed page; a slide, a paragraph (¶3) or cells (Sheet!A4:D4) without pages.'),
  quote: z.string().describe('Verbatim text of the report.'),
});

/** A figure as data. */
export const FigureJson = FigureFact.omit({ quote: true, report: true, subject: true, period: true, place: true })
  .extend({
    subject: FigureFact.shape.subject
      .unwrap()
      .nullable()
      .describe('Whose figure it is; null: the report does not say.'),
    period: FigureFact.shape.period.unwrap().nullable(),
    place: FigureFact.shape.place.unwrap().nullable(),
    citation: FigureCitation,
  })
  .describe('unsure names what the report does not say beside the figure.');
export type FigureJson = z.infer<typeof FigureJson>;

/** Figures that can be compared: one measure over time, or of several. */
const ComparedJson = z.object({
  kind: z.enum(['over_time', 'across']),
  title: z.string(),
  unit: z.string(),
  series: z.string().nullable().describe('The series whose issues they are of; null: all of one report.'),
  points: z.array(
    z.object({ label: z.string(), value: z.number(), report: z.string(), page: z.string(), quote: z.string() }),
  ),
});

/** What figures were found. */
export const FiguresJson = z.object({
  request: FiguresRequest,
  figures: z.array(FigureJson),
  more: z.int().min(0).describe('How many more there are than are given.'),
  leftOut: z.int().min(0).describe('Figures of which it is not certain what they measure.'),
  compared: z.array(ComparedJson),
});
export type FiguresJson = z.infer<typeof FiguresJson>;

/** Figures as scripts read them. */
export function figuresJson({ request, facts, more, leftOut, compared }: FoundFigures): FiguresJson {
  return { request, figures: facts.map(factJson), more, leftOut, compared: compared.map(comparedJson) };
}

function factJson({ statement, quote, report, period, subject, place, ...fact }: FigureFact): FigureJson {
  const { measure, value, kind, unit, qualifier, stances, unsure } = fact;
  return {
    subject: subject ?? null,
    measure,
    period: period ?? null,
    value,
    kind,
    unit,
    qualifier,
    place: place ?? null,
    stances,
    unsure,
    statement,
    citation: {
      report: quote.reportId,
      reportTitle: quote.reportTitle,
      publishedOn: report.publishedOn ?? null,
      section: quote.path,
      page: placeCell(quote),
      quote: quote.text,
    },
  };
}

function comparedJson({ points, series, ...compared }: ComparedFigures): z.infer<typeof ComparedJson> {
  return {
    ...compared,
    series: series ?? null,
    points: points.map(({ label, value, fact }) => ({
      label,
      value,
      report: fact.report.id,
      page: placeCell(fact.quote),
      quote: fact.quote.text,
    })),
  };
}
