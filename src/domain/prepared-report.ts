import { z } from 'zod';
import { Chunk, NameRuns, Page, Report, Section } from './report.ts';
import { PageLayout } from './source.ts';
import { Statement } from './statement.ts';

/** A report after ingest, ready for the library: everything that is stored of it but the vectors. */
export const PreparedReport = z.object({
  report: Report,
  /** Paragraphs joined by a line feed, furniture removed; all spans refer to it. */
  text: z.string(),
  pages: z.array(Page),
  sections: z.array(Section),
  chunks: z.array(Chunk),
  /** What each chunk says, in the order of the chunks; spans are offsets in the chunk's text. */
  statements: z.array(z.array(Statement)),
  /** Id of the reader that read them. */
  reader: z.string().min(1),
  /** Names that it teaches, each as the forms it goes by: `亚马逊云服务（Amazon Web Services，简称AWS）`. */
  aliases: z.array(z.array(z.string())),
  names: NameRuns,
  /** Where words stand that were recognised from the picture of their page, by the page's physical number. */
  recognised: z.array(z.object({ page: z.int().min(1), layout: PageLayout })).optional(),
});
export type PreparedReport = z.infer<typeof PreparedReport>;
