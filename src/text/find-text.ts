import type { Span } from '../domain/report.ts';
import { foldText } from './fold-text.ts';

/** Every place where words stand in a text, width, case and white space aside; places do not overlap. */
export function findText(text: string, words: string, limit: number): Span[] {
  const wanted = foldText(words).folded;
  const spans: Span[] = [];
  if (wanted === '') return spans;
  const { folded, offsets } = foldText(text);
  for (
    let at = folded.indexOf(wanted);
    at >= 0 && spans.length < limit;
    at = folded.indexOf(wanted, at + wanted.length)
  ) {
    const start = offsets[at] ?? 0;
    const last = offsets[at + wanted.length - 1] ?? start;
    // White space after the last character folds to nothing and is no part of it.
    const end = last + Math.max(1, text.slice(last, offsets[at + wanted.length] ?? text.length).trimEnd().length);
    spans.push({ start, end });
  }
  return spans;
}
