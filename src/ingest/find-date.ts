import type { SourceLine, SourcePage } from '../domain/source.ts';
import { words } from '../lexicon/lexicon.ts';
import type { Read } from './find-title.ts';
import { readDates } from '../quantities/printed-dates.ts';

/** What a date of publication is looked for in. */
export interface DateSources {
  /** What the format states, `YYYY-MM-DD`. */
  stated?: string | undefined;
  /** When the file was last written. */
  writtenOn?: string | undefined;
  pages: readonly SourcePage[];
  /** Lines that stand at the edges of many pages, most frequent first. */
  furniture: readonly string[];
  /** The file's name. */
  file: string;
}

/** Covers and imprints are on the first pages, or on the last. */
const FIRST_PAGES = 3;
const LAST_SHARE = 0.12;
/** A word for publishing stands so near before a date, in characters, or after it. */
const NEAR = 40;
const AFTER = 12;
/** A date in the middle of a longer line is a date of something else. */
const LINE_LENGTH = 200;

const PUBLISHED = words('report date/published');
/** `NEW YORK, Tuesday, August 1, 2023 – …`: where a news release is sent from, and when. */
const DATELINE = /^\p{Lu}[\p{Lu} .,]{2,40}(?:[-–—] ?)?(?:\p{L}{3,9}, ?)?$/u;
/** What may stand beside a date that has a line for itself: a weekday, a place, a time. */
const BESIDE = /^(?:\p{Lu}\p{L}{1,14}|\p{Lo}{1,6}|\d{1,2}:\d{2}|[AP]M)$/u;
const MARKS = /[\s,，.。()（）[\]|—–-]+/u;
const MOST_BESIDE = 3;

/**
 * When a report was published, to the day or the month: what the format states; a date on the cover that has a line for
 * itself, or a word for publishing beside it; a date line; one that runs along the pages; the date of the signatures.
 */
export function findDate({ stated, writtenOn, pages, furniture, file }: DateSources): Read<string> | undefined {
  if (stated !== undefined) return { value: stated, confidence: 0.95 };
  const candidates = [
    ...pages.flatMap(({ lines }, page) => lines.flatMap((line, at) => onPage(line, at, page, pages.length))),
    ...furniture.slice(0, FURNITURE).flatMap((line) => ofLine(line, 0.8)),
    ...ofLine(file.replaceAll('_', ' '), 0.5),
    ...(writtenOn === undefined ? [] : [{ value: writtenOn, confidence: WRITTEN }]),
  ];
  return candidates.reduce<Read<string> | undefined>(
    (best, candidate) => (best === undefined || isBetter(candidate, best) ? candidate : best),
    undefined,
  );
}

/** A report may be written anew long after it was published: how sure that day is. */
const WRITTEN = 0.3;

/** Lines at the edges of pages that are looked at. */
const FURNITURE = 40;

/** From here on down a date is one of several that are signed or named: the last of them is the report's. */
const SEVERAL = 0.75;

/** The surer one; of two as sure, the one that is exact to the day, or the later. */
function isBetter(a: Read<string>, b: Read<string>): boolean {
  if (a.confidence !== b.confidence) return a.confidence > b.confidence;
  if (a.confidence <= SEVERAL) return a.value > b.value;
  return a.value.length > b.value.length && a.value.startsWith(b.value);
}

function onPage({ text }: SourceLine, at: number, page: number, pageCount: number): Read<string>[] {
  const isFirst = page < FIRST_PAGES;
  const isLast = page >= pageCount - Math.max(2, Math.ceil(LAST_SHARE * pageCount));
  if (!isFirst && !isLast) return [];
  const line = text.normalize('NFKC').trim();
  // The start of a text without line ends is its cover.
  const read = line.length > LINE_LENGTH ? line.slice(0, at === 0 && page === 0 ? LINE_LENGTH : 0) : line;
  return readDates(read).flatMap(({ date, start, end }) => {
    const [before, after] = [read.slice(0, start), read.slice(end)];
    const isPublished =
      PUBLISHED.isIn(before.slice(-NEAR)) || PUBLISHED.atStart(after.trim().slice(0, AFTER)) !== undefined;
    const confidence = confidenceOf({
      isPublished,
      isAlone: isBeside(before) && isBeside(after),
      isDateline: page === 0 && DATELINE.test(before) && before.trim() !== '',
      isFirst,
      isLast,
      page,
    });
    return confidence === undefined ? [] : [{ value: date, confidence }];
  });
}

function isBeside(text: string): boolean {
  const pieces = text.split(MARKS).filter((piece) => piece !== '' && piece !== ':' && piece !== '：');
  return pieces.length <= MOST_BESIDE && pieces.every((piece) => BESIDE.test(piece));
}

interface Standing {
  isPublished: boolean;
  isAlone: boolean;
  isDateline: boolean;
  isFirst: boolean;
  isLast: boolean;
  page: number;
}

/** Set after where fourteen reports print their date; the order decides, not the values. */
function confidenceOf({ isPublished, isAlone, isDateline, isFirst, isLast, page }: Standing): number | undefined {
  if (isFirst && isPublished) return 0.95;
  if (isFirst && isAlone) return 0.92 - 0.05 * page;
  if (isDateline) return 0.85;
  if (isLast && isPublished) return 0.75;
  if (isLast && isAlone) return 0.55;
  return undefined;
}

function ofLine(line: string, confidence: number): Read<string>[] {
  return readDates(line.normalize('NFKC')).map(({ date }) => ({ value: date, confidence }));
}
