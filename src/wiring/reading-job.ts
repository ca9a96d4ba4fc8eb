import { z } from 'zod';

/**
 * What the reading process is asked for: a file's content, and the id that its report is to have. It gives a
 * `PreparedReport`.
 */
export const ReadingJob = z.object({
  path: z.string(),
  /** With its dot, lower case. */
  extension: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  id: z.string(),
  /** Words that are added to the project's own. */
  lexiconDirectory: z.string().optional(),
  /** Pages that are left out: they took too long before. */
  skip: z.array(z.int().min(1)).optional(),
  /** Recognises text in pictures of pages. */
  recogniser: z
    .object({ program: z.string(), languages: z.array(z.string()).min(1), data: z.string().optional() })
    .optional(),
});
export type ReadingJob = z.infer<typeof ReadingJob>;
