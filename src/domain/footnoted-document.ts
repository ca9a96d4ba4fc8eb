import { z } from 'zod';
import { Language } from './report.ts';

/** Formats in which something is passed on. */
export const DocumentFormat = z.enum(['txt', 'md', 'docx', 'pdf']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

/** A sentence with the numbers of its footnotes, from 1. */
export const FootnotedSentence = z.object({
  text: z.string(),
  notes: z.array(z.int().min(1)),
  /** What is said of it in smaller print: a verdict with its reason. */
  remark: z.string().optional(),
});
export type FootnotedSentence = z.infer<typeof FootnotedSentence>;

/** What somebody takes along: sentences with footnotes that name report, section, page and quote. */
export const FootnotedDocument = z.object({
  language: Language,
  title: z.string(),
  /** What stands below the title, a line each. */
  about: z.array(z.string()),
  parts: z.array(
    z.object({
      heading: z.string().optional(),
      sentences: z.array(FootnotedSentence),
      /** What is said of the part as a whole. */
      remarks: z.array(z.string()),
    }),
  ),
  /** The footnotes, in the order of their numbers; `word`: that they are notes. */
  notes: z.array(z.string()),
});
export type FootnotedDocument = z.infer<typeof FootnotedDocument>;
