import { words } from '../lexicon/lexicon.ts';
import { numeralsIn } from '../text/numerals.ts';
import { holdsWord } from '../text/holds-letters.ts';
import { findDates } from '../quantities/dates.ts';
import { atSpaces } from '../text/white-space.ts';

/** What the last turn of a conversation wants of the question before it, when it asks nothing of its own. */
export type FollowUp =
  | { wants: 'more' | 'translation' }
  /** The same, so many places further down in the order: 2 is the second. */
  | { wants: 'place'; place: number }
  /** The same question of another year. */
  | { wants: 'year'; text: string };

const ANY = words('follow');
const LANGUAGE = words('follow/language');
const NEXT = words('follow/next');
const MORE = words('follow/more');
const SHIFTS = [
  [words('follow/earlier'), -1],
  [words('follow/later'), 1],
] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six'];

/**
 * Reads a turn that holds nothing but words that go on from the question before it; undefined for any other.
 * @param before the question before it, complete
 */
export function readFollowUp(before: string, last: string): FollowUp | undefined {
  const text = last.normalize('NFKC');
  if (holdsWord(ANY.blank(text))) return undefined;
  if (LANGUAGE.isIn(text)) return { wants: 'translation' };
  const shift = SHIFTS.find(([forms]) => forms.isIn(text))?.[1];
  if (shift !== undefined) {
    const shifted = withYear(before, shift);
    return shifted === undefined ? undefined : { wants: 'year', text: shifted };
  }
  const next = NEXT.first(text);
  if (next) return { wants: 'place', place: placeIn(next.text) };
  return MORE.isIn(text) ? { wants: 'more' } : undefined;
}

/** The question of the year before or after; undefined when it names none. */
function withYear(question: string, shift: number): string | undefined {
  const year = findDates(question).find((date) => date.year)?.year;
  if (!year) return undefined;
  return (
    question.slice(0, year.start) + year.text.replace(/\d{4}/u, String(year.low + shift)) + question.slice(year.end)
  );
}

function placeIn(text: string): number {
  const lower = text.toLowerCase();
  const ordinal = ORDINALS.findIndex((word) => lower.includes(word)) + 1;
  const cardinal = CARDINALS.findIndex((word) => atSpaces(lower).includes(word)) + 1;
  if (ordinal > 0) return ordinal;
  if (cardinal > 1) return cardinal;
  // 下一个 is the second, as 其次 is.
  return numeralsIn(text).find((number) => number > 1) ?? 2;
}
