import { isBesideFigure } from '../text/captions.ts';
import { endsWithDate } from '../text/date-lines.ts';
import { fold } from '../text/fold-text.ts';
import { beginsWithMark } from '../text/numbering.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { isNumbered, withoutNumber } from './heading-key.ts';
import type { PlacedParagraph } from './lay-out-text.ts';
import { atSpaces, withoutSpace } from '../text/white-space.ts';

/** A heading, on one line or two. */
export interface Heading {
  text: string;
  /** Index of its first paragraph, and of the first one after it. */
  from: number;
  to: number;
  /** An empty line or the end of the page follows. */
  apart: boolean;
  typeSize?: number;
  markedLevel?: number;
}

/** Longest heading, in characters of folded text: two lines of a Chinese report; three of an English one. */
const HEADING_LENGTH = { zh: 60, en: 120 };
/** Type this much higher than the body's is a heading's. */
const LARGER = 1.08;
/** Under a heading stands at least this much text, in characters; else it is a line of a list or table. */
const BODY_LENGTH = 30;
/** More short lines than this in a row are a list, not headings. */
const HEADING_LINES = 2;

/** Headings in type that is larger stand on so many pages for one, or they are not all that there are. */
const PAGES_PER_HEADING = 4;
/** Under a heading in the type of the text stands a sentence, and at least so much, in characters. */
const PROSE_LENGTH = { zh: 60, en: 120 };
/** What stands so often alone in a line is no heading. */
const MOST_ALIKE = 3;

/**
 * Finds the headings: by the format's marks, else by type size, else by the shape of the line. Where type tells few, or
 * the report lists what is above them, also those in the type of the text that stand alone above a paragraph.
 * @param isListed whether the report lists its headings itself
 */
export function findHeadings(paragraphs: PlacedParagraph[], isListed = false): Heading[] {
  const bodySize = commonSize(paragraphs);
  const marked = paragraphs.some(({ headingLevel }) => headingLevel !== undefined);
  const larger =
    marked || bodySize === undefined ? [] : paragraphs.filter((paragraph) => isLarger(paragraph, bodySize));
  const sized = larger.length > 0;
  const pageCount = paragraphs.at(-1)?.pages.at(-1)?.page ?? 0;
  const isSparse = sized && (isListed || larger.length * PAGES_PER_HEADING < pageCount);
  const alone = isSparse ? standingAlone(paragraphs) : new Set<number>();
  const isHeading = (paragraph: PlacedParagraph, index: number): boolean => {
    if (marked) return paragraph.headingLevel !== undefined;
    if (paragraph.table) return false;
    if (!sized) return looksLikeHeading(paragraph.text);
    if (alone.has(index)) return true;
    return (
      isLarger(paragraph, bodySize ?? 0) &&
      fold(paragraph.text).length <= HEADING_LENGTH.en &&
      /[\p{L}]/u.test(paragraph.text)
    );
  };
  const runs = headingRuns(paragraphs, isHeading);
  const headings = marked || sized ? runs.flat() : runs.filter((run) => linesOf(run) <= HEADING_LINES).flat();
  return mergeLines(headings).filter(
    (heading, at, all) => marked || sized || hasBody(heading, all[at + 1], paragraphs),
  );
}

/** Indexes of short lines without a sentence in them, each right above a paragraph of prose. */
function standingAlone(paragraphs: PlacedParagraph[]): Set<number> {
  const found = paragraphs.flatMap(({ text }, index) =>
    isNumberedOrShort(text) && isProse(paragraphs[index + 1]?.text ?? '') ? [index] : [],
  );
  const alike = Map.groupBy(found, (index) => fold(paragraphs[index]?.text ?? ''));
  return new Set([...alike.values()].filter((same) => same.length <= MOST_ALIKE).flat());
}

function isNumberedOrShort(text: string): boolean {
  if (text.includes('\t')) return false;
  return looksLikeHeading(text) || (isNumbered(text) && looksLikeHeading(withoutNumber(text)));
}

function isProse(text: string): boolean {
  const least = holdsHan(text) ? PROSE_LENGTH.zh : PROSE_LENGTH.en;
  return text.length >= least && !text.includes('\t') && /[。.!?！？](?![\p{Script=Latin}\p{N}\p{P}\p{S}])/u.test(text);
}

function isLarger({ typeSize }: PlacedParagraph, bodySize: number): boolean {
  return typeSize !== undefined && typeSize > bodySize * LARGER;
}

/** Height of most of the text, in points. */
function commonSize(paragraphs: PlacedParagraph[]): number | undefined {
  const lengths = new Map<number, number>();
  for (const { typeSize, text } of paragraphs) {
    if (typeSize !== undefined) lengths.set(typeSize, (lengths.get(typeSize) ?? 0) + text.length);
  }
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

const SENTENCE_INSIDE = /[。！!；;…]|[？?].*[？?]|\.\s|[，,：:、—–-]$|\.$/u;
const TABLE_ROW = /\t|\S {2,}\S+ {2,}\S/u;

/** A short line without a sentence in it: all that a text without markup shows of a heading. */
function looksLikeHeading(text: string): boolean {
  if (SENTENCE_INSIDE.test(text) || TABLE_ROW.test(text) || beginsWithMark(text) || isBesideFigure(text)) return false;
  // A line under the title: who published it, and when.
  if (endsWithDate(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || letters < withoutSpace(text).length / 3) return false;
  if (holdsHan(text)) return fold(text).length <= HEADING_LENGTH.zh;
  return atSpaces(text).length <= 14 && fold(text).length <= HEADING_LENGTH.en && /^[\p{Lu}\d“"]/u.test(text);
}

/** Headings that follow each other with nothing between them. */
function headingRuns(
  paragraphs: PlacedParagraph[],
  isHeading: (paragraph: PlacedParagraph, index: number) => boolean,
): Heading[][] {
  const runs: Heading[][] = [];
  paragraphs.forEach((paragraph, index) => {
    if (!isHeading(paragraph, index)) return;
    const heading: Heading = { text: paragraph.text, from: index, to: index + 1, apart: paragraph.apart };
    if (paragraph.typeSize !== undefined) heading.typeSize = paragraph.typeSize;
    if (paragraph.headingLevel !== undefined) heading.markedLevel = paragraph.headingLevel;
    const run = runs.at(-1);
    if (run?.at(-1)?.to === index) run.push(heading);
    else runs.push([heading]);
  });
  return runs;
}

/** Lines that stand together: one that stands apart is a heading of its own. */
function linesOf(run: Heading[]): number {
  return run.length - run.slice(0, -1).filter(({ apart }) => apart).length;
}

/** Joins the two lines of one heading; what stands apart, or in other type, is another heading. */
function mergeLines(headings: Heading[]): Heading[] {
  const merged: Heading[] = [];
  for (const heading of headings) {
    const last = merged.at(-1);
    if (last && isSecondLine(last, heading))
      merged.splice(-1, 1, { ...heading, text: joinHeading(last.text, heading.text), from: last.from });
    else merged.push(heading);
  }
  return merged;
}

function isSecondLine(first: Heading, second: Heading): boolean {
  return (
    first.to === second.from &&
    !first.apart &&
    first.to - first.from === 1 &&
    first.typeSize === second.typeSize &&
    second.markedLevel === undefined
  );
}

function joinHeading(first: string, second: string): string {
  return /[\p{Script=Latin}\d]$/u.test(first) && /^[\p{Script=Latin}\d]/u.test(second)
    ? `${first} ${second}`
    : first + second;
}

function hasBody(heading: Heading, next: Heading | undefined, paragraphs: PlacedParagraph[]): boolean {
  if (next && next.from === heading.to) return true;
  const body = paragraphs.slice(heading.to, next?.from ?? paragraphs.length);
  return body.reduce((length, { text }) => length + text.length, 0) >= BODY_LENGTH;
}
