import type { Passage, Quote } from '../domain/answer.ts';
import { splitSentences } from '../text/sentences.ts';

/** A sentence of a passage with the part of it that a quote holds. */
export interface QuotedSentence {
  text: string;
  from: number;
  to: number;
}

/**
 * The whole sentences of which a quote holds at least a part: what stands before and after it may turn its meaning
 * round.
 */
export function quotedSentences({ chunk }: Passage, { span }: Quote): QuotedSentence[] {
  const [start, end] = [span.start - chunk.span.start, span.end - chunk.span.start];
  return splitSentences(chunk.text).flatMap(({ text, span: own }) => {
    if (own.end <= start || own.start >= end) return [];
    return [{ text, from: Math.max(0, start - own.start), to: Math.min(text.length, end - own.start) }];
  });
}
