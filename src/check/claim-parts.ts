import type { AlignedWord, Comparison } from '../compare/comparison.ts';
import type { Fault } from '../compare/fault.ts';
import type { ReadText } from '../compare/read-text.ts';
import { clausesOf } from '../compare/read-text.ts';
import type { ClaimPart } from '../domain/check.ts';
import type { Span } from '../domain/report.ts';
import type { CheckWeights } from './check-weights.ts';

/** A part says something from so many words on, a figure among them or not. */
const WORDS = 2;

/**
 * Which parts of a claim a sentence says: its clauses, each by its own words and by what is wrong in it. None where it
 * has no two parts, or where it says all or nothing of them.
 */
export function claimParts(
  claim: ReadText,
  { words }: Comparison,
  faults: readonly Fault[],
  { said, here }: CheckWeights['supported'],
): ClaimPart[] {
  const parts = clausesOf(claim).flatMap((span) => {
    const own = words.filter(({ word }) => isIn(word, span));
    const text = claim.text.slice(span.start, span.end).trim();
    if (own.length < WORDS) return [];
    const isSaid = shareOf(own, (one) => one.share) >= said && shareOf(own, (one) => one.here) >= here;
    return [{ text, stands: isSaid && !faults.some((fault) => isOf(fault, text)) }];
  });
  const standing = parts.filter(({ stands }) => stands);
  return standing.length > 0 && standing.length < parts.length ? parts : [];
}

function isIn(word: Span, span: Span): boolean {
  return word.start >= span.start && word.end <= span.end;
}

/** A fault of the whole sentence is one of each part. */
function isOf({ claimed, at = claimed }: Fault, text: string): boolean {
  return text.includes(at) || claimed.includes(text) || claimed.split(' … ').some((word) => text.includes(word));
}

function shareOf(words: readonly AlignedWord[], of: (word: AlignedWord) => number): number {
  const total = words.reduce((sum, { word }) => sum + word.weight, 0);
  return total === 0 ? 0 : words.reduce((sum, aligned) => sum + aligned.word.weight * of(aligned), 0) / total;
}

/** A word of which so little is said is not said. */
const UNSAID = 0.45;
/** Words that are named. */
const NAMED = 4;

/** The words of a claim that a sentence does not give, or gives otherwise, in their order. */
export function unsaidWords(claim: ReadText, { words }: Comparison, faults: readonly Fault[]): string[] {
  const faulty = faults.map(({ claimed, at = claimed }) => at).filter((text) => claim.text.includes(text));
  const least = words
    .filter(({ word, share }) => share < UNSAID && !faulty.some((text) => text.includes(word.text)))
    .toSorted((a, b) => b.word.weight - a.word.weight)
    .map(({ word }) => word.text);
  return [...new Set([...faulty, ...least].slice(0, NAMED))].toSorted(
    (a, b) => claim.text.indexOf(a) - claim.text.indexOf(b),
  );
}
