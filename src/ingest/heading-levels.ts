import type { Heading } from './find-headings.ts';
import { numberingOf } from '../text/numbering.ts';
import { groupByCohesion } from './group-by-cohesion.ts';

/** Type sizes nearer than this are one level, in points. */
const SAME_SIZE = 0.6;
/** From this many headings of one kind of numbering on, numbers tell the levels. */
const NUMBERED = 3;
/** Fewer headings than this are too few to compare what stands under them. */
const COMPARABLE = 6;
/** More than this are no articles: each would be compared with each. */
const COMPARED = 1000;

/** Text of the paragraphs `from` to `to`, the latter not included. */
type TextOf = (from: number, to: number) => string;

/**
 * The level of each heading, from 1: by the format's marks, by type size, by numbering, else by what stands under them.
 */
export function headingLevels(headings: Heading[], textOf: TextOf, paragraphCount: number): number[] {
  if (headings.some(({ markedLevel }) => markedLevel !== undefined))
    return ranked(headings.map(({ markedLevel }) => markedLevel ?? 1));
  if (headings.some(({ typeSize }) => typeSize !== undefined))
    return sizeLevels(headings.map(({ typeSize }) => typeSize ?? 0));
  if (areNumbered(headings)) return numberLevels(headings.map(({ text }) => numberingOf(text)));
  return topicLevels(headings, textOf, paragraphCount);
}

/** Levels without gaps: 2, 4, 4 becomes 1, 2, 2. */
function ranked(levels: number[]): number[] {
  const used = [...new Set(levels)].toSorted((a, b) => a - b);
  return levels.map((level) => used.indexOf(level) + 1);
}

function sizeLevels(sizes: number[]): number[] {
  const levels: number[] = [];
  for (const size of [...new Set(sizes)].toSorted((a, b) => b - a)) {
    if ((levels.at(-1) ?? Infinity) - size > SAME_SIZE) levels.push(size);
  }
  return sizes.map((size) => levels.findIndex((level) => level - size <= SAME_SIZE) + 1);
}

/**
 * Levels of the titles that a report lists, by their kinds of numbering in the order in which these appear; a title
 * without a number (a preface, an annex) is of the first.
 */
export function numberingLevels(titles: readonly string[]): number[] {
  const kinds = titles.map(numberingOf);
  const levels = numberLevels(kinds);
  return kinds.map((kind, at) => (kind === undefined ? 1 : (levels[at] ?? 1)));
}

/** True when the headings are numbered, all or those of one level. */
export function areNumbered(headings: Heading[]): boolean {
  const kinds = headings.flatMap(({ text }) => numberingOf(text) ?? []);
  return [...Map.groupBy(kinds, (kind) => kind).values()].some((same) => same.length >= NUMBERED);
}

/** A kind of numbering lies one level below the kind that was open when it first appeared; no number lies below all. */
function numberLevels(kinds: (string | undefined)[]): number[] {
  const order: string[] = [];
  for (const kind of kinds) {
    if (kind !== undefined && !order.includes(kind)) order.push(kind);
  }
  return kinds.map((kind) => (kind === undefined ? order.length + 1 : order.indexOf(kind) + 1));
}

/**
 * Parts are headings that stand apart right above another heading. Among the others an article's heading begins
 * a run of blocks that share its words, and the rest are its subsections.
 */
function topicLevels(headings: Heading[], textOf: TextOf, paragraphCount: number): number[] {
  const isPart = headings.map((heading, index) => heading.apart && headings[index + 1]?.from === heading.to);
  const below = headings.flatMap((_, index) => (isPart[index] ? [] : [index]));
  const top = isPart.includes(true) ? 2 : 1;
  if (below.length < COMPARABLE || below.length > COMPARED) return isPart.map((part) => (part ? 1 : top));
  const blocks = below.map((index) => {
    const heading = headings[index];
    if (!heading) return '';
    // The heading's own words count twice: they name the matter.
    return [heading.text, heading.text, textOf(heading.to, headings[index + 1]?.from ?? paragraphCount)].join('\n');
  });
  let count = 0;
  const partOf = isPart.map((part) => (count += part ? 1 : 0));
  const parts = below.map((index) => partOf[index] ?? 0);
  const starts = groupByCohesion(blocks, parts);
  const begins = new Set(below.filter((_, at) => starts[at]));
  return headings.map((_, index) => {
    if (isPart[index]) return 1;
    return begins.has(index) ? top : top + 1;
  });
}
