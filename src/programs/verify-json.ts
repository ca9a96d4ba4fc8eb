import { z } from 'zod';
import type { Quote } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import { CitationJson, citationJson } from './citation-json.ts';

const JudgedDegree = z.enum(['verbatim', 'computed', 'compared', 'judged', 'none']);

/** Whether a sentence may be shown as proved by its quotes. */
export const JudgedJson = z.object({
  degree: JudgedDegree.describe('How the quotes prove the sentence; none: they do not.'),
  shown: z.boolean().describe('Whether it may be shown as proved.'),
  reasons: z.array(z.string()).describe('Why it is not proved.'),
  computed: z.string().optional().describe('How its figures follow from those of its quotes.'),
  citations: z.array(CitationJson),
});
export type JudgedJson = z.infer<typeof JudgedJson>;

/** What became of a sentence that was held against its quotes. */
export interface Judged {
  degree: z.infer<typeof JudgedDegree>;
  reasons: string[];
  computed?: string;
  quotes: Quote[];
}

/** The same as scripts read it. */
export function judgedJson({ degree, reasons, computed, quotes }: Judged): JudgedJson {
  return { degree, shown: degree !== 'none', reasons, ...given({ computed }), citations: quotes.map(citationJson) };
}
