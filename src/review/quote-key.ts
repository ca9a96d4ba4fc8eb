import { createHash } from 'node:crypto';
import type { Quote } from '../domain/answer.ts';

/** Digits of the words' hash: enough to tell the versions of one place apart. */
const DIGITS = 12;

/** Names a quote by its report, its place and its words: `a1b2c3d4e5f6:100-125:0f9e8d7c6b5a`. */
export function quoteKey({ reportId, span, text }: Quote): string {
  return `${reportId}:${span.start}-${span.end}:${createHash('sha256').update(text).digest('hex').slice(0, DIGITS)}`;
}
