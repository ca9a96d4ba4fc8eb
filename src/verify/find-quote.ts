import type { Passage, Quote } from '../domain/answer.ts';
import type { Place, PlaceMark } from '../domain/report.ts';
import { citedPlace } from '../domain/report.ts';
import { foldText } from '../text/fold-text.ts';

/**
 * Finds a quote in a passage, width, case and white space aside.
 * @returns the passage's own words with their place; undefined when the passage does not hold them, or holds
 *   them only as a part of a longer number or word (`5%` is not a quote from `25%`)
 */
export function findQuote(passage: Pick<Passage, 'chunk' | 'report'>, quoteText: string): Quote | undefined {
  const wanted = foldText(quoteText).folded;
  if (wanted === '') return undefined;
  const { folded, offsets } = foldText(passage.chunk.text);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (splitsCharacter(offsets, at) || splitsCharacter(offsets, at + wanted.length)) continue;
    const start = offsets[at] ?? 0;
    const end = endOf(offsets, at + wanted.length, passage.chunk.text);
    if (standsAlone(passage.chunk.text, start, end)) return quoteAt(passage, start, end);
  }
  return undefined;
}

/**
 * The quote of a range of the passage's text; offsets count from the chunk's start. Nothing else makes one: what is
 * cited was found.
 */
function quoteAt({ chunk, report }: Pick<Passage, 'chunk' | 'report'>, start: number, end: number): Quote {
  const span = { start: chunk.span.start + start, end: chunk.span.start + end };
  return {
    reportId: report.id,
    reportTitle: report.title,
    path: chunk.path,
    place: citedPlace(report, placeAt(chunk.places, span.start)),
    span,
    text: chunk.text.slice(start, end),
  };
}

// One original character can fold into several (`㎡` into `m2`): half of it is no quote.
function splitsCharacter(offsets: number[], at: number): boolean {
  return at > 0 && offsets[at] === offsets[at - 1];
}

// A folded character may come from a pair of surrogates: the end is where the next original begins, white space cut
// off.
function endOf(offsets: number[], foldedEnd: number, text: string): number {
  const next = offsets[foldedEnd] ?? text.length;
  const last = offsets[foldedEnd - 1] ?? next;
  return last + Math.max(1, text.slice(last, next).trimEnd().length);
}

function standsAlone(text: string, start: number, end: number): boolean {
  return (
    !cutsToken(text.slice(Math.max(0, start - 2), start), text.slice(start, end).slice(0, 2)) &&
    !cutsToken(text.slice(0, end).slice(-2), text.slice(end, end + 2))
  );
}

/** True when the boundary between `before` and `after` lies inside a number or a Latin word. */
function cutsToken(before: string, after: string): boolean {
  if (/[\p{Nd}]$/u.test(before) && /^(?:\p{Nd}|[.,]\p{Nd})/u.test(after)) return true;
  if (/\p{Nd}[.,]$/u.test(before) && /^\p{Nd}/u.test(after)) return true;
  return /[a-z]$/iu.test(before) && /^[a-z]/iu.test(after);
}

function placeAt(places: PlaceMark[], offset: number): Place {
  const mark = places.findLast(({ start }) => start <= offset) ?? places[0];
  if (!mark) throw new RangeError('a chunk has at least one place');
  return mark.place;
}
