import { z } from 'zod';
import type { ReadingNote, Report, ReportFact } from './report.ts';
import { PublishedOn } from './report.ts';

/** Longest fact that a person says of a report, in characters. */
const FACT_LENGTH = 300;
const Fact = z.string().trim().min(1).max(FACT_LENGTH);

/** What a person says of a report, in the place of what was read from its file. */
export const Description = z.object({
  title: Fact.optional(),
  publishedOn: PublishedOn.optional(),
  publisher: Fact.optional(),
  company: Fact.optional(),
  period: Fact.optional(),
  kind: Fact.optional(),
});
export type Description = z.infer<typeof Description>;

/** What is newly said; null takes back what was said before. */
export type DescriptionChange = { [Fact in DescribedFact]?: Description[Fact] | null };

/** Facts that can be said. */
export const DESCRIBED = ['title', 'publishedOn', 'publisher', 'company', 'period', 'kind'] as const;
export type DescribedFact = (typeof DESCRIBED)[number];

/** A report as it is with what a person says of it. */
export function describeReport(read: Report, said: Description): Report {
  const facts = DESCRIBED.filter((fact) => said[fact] !== undefined);
  if (facts.length === 0) return read;
  const sure: Partial<Record<ReportFact, number>> = Object.fromEntries(facts.map((fact) => [fact, 1]));
  const { notes = [], ...rest } = read;
  const left = notes.flatMap((note) => stillUnsure(note, sure));
  return {
    ...rest,
    ...Object.fromEntries(facts.map((fact) => [fact, said[fact]])),
    confidence: { ...read.confidence, ...sure },
    described: facts,
    ...(left.length > 0 ? { notes: left } : {}),
  };
}

/** What a person said is no longer unsure. */
function stillUnsure(note: ReadingNote, sure: Partial<Record<ReportFact, number>>): ReadingNote[] {
  if (note.what !== 'unsure') return [note];
  const facts = note.facts.filter((fact) => !(fact in sure));
  return facts.length > 0 ? [{ ...note, facts }] : [];
}

/**
 * What was said of a report that stays true of another edition of it: what was corrected, where the new one reads the
 * same as the old one did. A date that a new edition prints itself is not the old one's.
 */
export function carriedOver(said: Description, before: Report, now: Report): Description {
  return Object.fromEntries(
    DESCRIBED.flatMap((fact) => (said[fact] !== undefined && before[fact] === now[fact] ? [[fact, said[fact]]] : [])),
  );
}
