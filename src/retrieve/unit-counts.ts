import type { Span } from '../domain/report.ts';
import type { FoundUnits } from '../dictionary/find-units.ts';

/**
 * How often each unit of a question occurs in a text, and the text's length: a Latin word counts one, a Chinese
 * character two (itself and its pair).
 */
export interface UnitCounts {
  counts: Float64Array;
  length: number;
}

/** Counts the units of stretches of one text; spans refer to its canonical form. */
export function countUnits(
  { canonical, occurrences }: FoundUnits,
  unitCount: number,
  spans: readonly Span[],
): UnitCounts[] {
  const counted = spans.map((span) => ({ counts: new Float64Array(unitCount), length: lengthOf(canonical, span) }));
  let at = 0;
  for (const { unit, start, share } of occurrences) {
    while (at + 1 < spans.length && start >= (spans[at]?.end ?? 0)) at += 1;
    const counts = counted[at]?.counts;
    if (counts) counts[unit] = (counts[unit] ?? 0) + share;
  }
  return counted;
}

/** Counts of several texts together. */
export function sumCounts(all: readonly UnitCounts[]): UnitCounts {
  const sum = { counts: new Float64Array(all[0]?.counts.length ?? 0), length: 0 };
  for (const { counts, length } of all) {
    for (let unit = 0; unit < counts.length; unit++) sum.counts[unit] = (sum.counts[unit] ?? 0) + (counts[unit] ?? 0);
    sum.length += length;
  }
  return sum;
}

const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff];

function lengthOf(text: string, { start, end }: Span): number {
  let length = 0;
  let isInWord = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isHan = code >= FIRST_HAN && code <= LAST_HAN;
    const isWord =
      !isHan && ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f));
    if (isHan) length += 2;
    else if (isWord && !isInWord) length += 1;
    isInWord = isWord;
  }
  return length;
}
