import type { Claim, Passage, Quote } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { splitSentences } from '../text/sentences.ts';
import { holdersOf } from '../verify/grounds-of.ts';

/** A sentence with the quotes that are to prove it. */
export type Judged = Pick<Claim, 'text' | 'quotes'>;

/** What a judge finds of a sentence. */
export interface Judgement {
  proved: boolean;
  /** Words of the sentence that its quotes do not prove. */
  unproved?: string[] | null | undefined;
  /** When it is not proved: the nearest sentence that the same quotes do prove. */
  instead?: string | null | undefined;
}

/**
 * Judges whether quotes prove sentences, all that are asked about at once.
 * @returns by the place of the sentence; one that is not judged is missing
 * @throws ModelError when a model does not answer
 */
export type Judge = (
  sentences: readonly Judged[],
  passages: readonly Passage[],
  language: Language,
) => Promise<Map<number, Judgement>>;

/** Characters of the sentence before a quote. */
const BEFORE = 300;

/** What a judge gets to see besides a quote: report, date and headings, and the sentence before it. */
export function aroundQuote(quote: Quote, passages: readonly Passage[]): { where: string; before?: string } {
  const [holder] = holdersOf(quote, passages);
  const published = holder?.report.publishedOn;
  const where = [quote.reportTitle, ...(published === undefined ? [] : [published]), ...quote.path].join(' › ');
  const start = holder ? quote.span.start - holder.chunk.span.start : 0;
  const before = holder && splitSentences(holder.chunk.text.slice(0, start)).at(-1)?.text.slice(-BEFORE);
  return { where, ...(before === undefined ? {} : { before }) };
}
