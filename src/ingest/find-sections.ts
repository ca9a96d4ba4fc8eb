import type { Page, Section, SectionKind } from '../domain/report.ts';
import type { Bookmark, SourceLine } from '../domain/source.ts';
import { given } from '../domain/given.ts';
import { closeSpacing } from '../text/close-spacing.ts';
import { detectLanguage } from '../text/language.ts';
import type { Contents } from './find-contents.ts';
import { findContents } from './find-contents.ts';
import type { Heading } from './find-headings.ts';
import { findHeadings } from './find-headings.ts';
import { headingKey } from './heading-key.ts';
import { areNumbered, headingLevels } from './heading-levels.ts';
import type { PlacedParagraph, ReportText } from './lay-out-text.ts';
import { pageAt } from './lay-out-text.ts';
import type { Listed, ListedHeading } from './place-listed.ts';
import { placeBookmarks, placeContents } from './place-listed.ts';
import { sectionKind } from './section-kind.ts';

/** A heading with its level from 1, and whether the report itself lists it. */
interface Levelled extends Heading {
  level: number;
  listed: boolean;
  /** Offset in the text at which its section ends, where that is not the next heading's. */
  until?: number;
}

/** What else a report says of its outline. */
export interface OutlineSources {
  bookmarks?: readonly Bookmark[] | undefined;
  /** The lines of its pages, for a printed table of contents. */
  sheets: readonly { lines: SourceLine[] }[];
  /** What is printed on each page. */
  labels: readonly string[];
  /** The report's title, which is no section of it. */
  title?: string;
}

/** A list of fewer headings is no outline. */
const LEAST_LISTED = 3;
/** Of the titles that a list names, at least so many stand on their pages; else it belongs to something else. */
const STANDING_SHARE = 0.3;

/**
 * Finds the outline of a report: every heading with all that stands under it, in reading order. What the report lists
 * itself, in bookmarks or else in printed contents, is the outline; what else looks like a heading stands below that.
 */
export function findSections({ text, paragraphs, pages }: ReportText, sources?: OutlineSources): Section[] {
  const contents = sources && trueContents(paragraphs, sources);
  const listed = listedHeadings(paragraphs, contents, sources?.bookmarks ?? []);
  const found = below(listed, paragraphs, contents?.pages ?? [], sources?.title);
  const headings = withContents(found, contents?.pages ?? [], paragraphs);
  const starts = headings.map(({ from }) => paragraphs[from]?.span.start ?? text.length);
  const levels = headings.map(({ level }) => level);
  const paths = pathsOf(headings, levels);
  const ends = endsOf(levels);
  const kinds = kindsOf(headings);
  return headings.map(({ listed: isListed, until }, index) => {
    const end = Math.min(starts[ends[index] ?? headings.length] ?? Infinity, until ?? Infinity);
    const start = starts[index] ?? 0;
    const span = { start, end: end === Infinity ? text.length : Math.max(end - 1, start) };
    const kind = kinds[index];
    return {
      path: paths[index] ?? [],
      span,
      ...pagesOf(pages, span),
      ...(isListed ? { listed: isListed } : {}),
      ...given({ kind }),
    };
  });
}

/** Contents that were found, with where their titles stand. */
interface PlacedContents extends Contents {
  placed: Listed;
}

/** Printed contents whose titles stand on their pages, or that call themselves so: else they are a table of figures. */
function trueContents(paragraphs: PlacedParagraph[], { sheets, labels }: OutlineSources): PlacedContents | undefined {
  const contents = findContents(sheets);
  if (!contents) return undefined;
  const placed = placeContents(contents, labels, paragraphs);
  const isNamed = contents.pages.some((page) =>
    sheets[page]?.lines.some(({ text }) => sectionKind(text) === 'contents'),
  );
  return isNamed || isTrusted(placed) ? { ...contents, placed } : undefined;
}

function isTrusted({ headings, foundShare }: Listed): boolean {
  return headings.length >= LEAST_LISTED && foundShare >= STANDING_SHARE;
}

/** Contents with so many times the headings of the bookmarks are the fuller outline. */
const FULLER = 2;

/** The headings that the report lists: its bookmarks when they stand on their pages, else its printed contents. */
function listedHeadings(
  paragraphs: PlacedParagraph[],
  contents: PlacedContents | undefined,
  bookmarks: readonly Bookmark[],
): ListedHeading[] {
  const placed = placeBookmarks(bookmarks, paragraphs);
  const [marked, printed] = [placed, contents?.placed].map((list) => (list && isTrusted(list) ? list.headings : []));
  if (!marked || !printed) return [];
  return marked.length === 0 || printed.length > FULLER * marked.length ? printed : marked;
}

/** A sentence, and no dots that lead to a page. */
const PROSE = /^(?!.*(?:\.{4}|…{2}))[^\t]*[。.!?！？]$/u;
const PROSE_LENGTH = 60;

/** Puts the printed contents in as a section of their own, which ends with their last page. */
function withContents(headings: Levelled[], pages: number[], paragraphs: PlacedParagraph[]): Levelled[] {
  // A foreword on the same page is none of it.
  const own = paragraphs.flatMap(({ pages: [start], text }, at) =>
    pages.includes(start?.page ?? -1) && (!PROSE.test(text) || text.length < PROSE_LENGTH) ? [at] : [],
  );
  const named = own.find((at) => sectionKind(paragraphs[at]?.text ?? '') === 'contents');
  const [from, last] = [named ?? own[0], own.at(-1)];
  if (from === undefined || last === undefined) return headings;
  const text = named === undefined ? undefined : paragraphs[named]?.text;
  const contents: Levelled = {
    text: closeSpacing(text ?? (detectLanguage(paragraphs[from]?.text ?? '') === 'zh' ? '目录' : 'Contents')),
    from,
    to: named === undefined ? from : from + 1,
    apart: false,
    level: 1,
    listed: false,
    until: (paragraphs[last]?.span.end ?? 0) + 1,
  };
  return [...headings.filter(({ from: at }) => at < from || at > last), contents].toSorted((a, b) => a.from - b.from);
}

/** The kind of each section: its own heading's, else that of the one it stands in. */
function kindsOf(headings: Levelled[]): (SectionKind | undefined)[] {
  const open: { level: number; kind: SectionKind | undefined }[] = [];
  return headings.map(({ text, level, until }) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const kind = until === undefined ? (sectionKind(text) ?? open.at(-1)?.kind) : 'contents';
    open.push({ level, kind });
    return kind;
  });
}

/** The listed headings, and below each the others that stand between it and the next. */
function below(
  listed: ListedHeading[],
  paragraphs: PlacedParagraph[],
  contentsPages: number[],
  title: string | undefined,
): Levelled[] {
  const taken = new Set(
    listed.flatMap(({ from, to }) => Array.from({ length: Math.max(to - from, 1) }, (_, at) => from + at)),
  );
  const found = findHeadings(paragraphs, listed.length > 0).filter(
    ({ from }) => !taken.has(from) && !contentsPages.includes(paragraphs[from]?.pages[0]?.page ?? -1),
  );
  const others = listed.length > 0 ? found : withoutTitle(found, paragraphs, title);
  const levels = headingLevels(
    others,
    (from, to) =>
      paragraphs
        .slice(from, to)
        .map((paragraph) => paragraph.text)
        .join('\n'),
    paragraphs.length,
  );
  const all = [
    ...listed.map((heading) => ({ ...heading, listed: true })),
    ...others.map((heading, at) => ({ ...heading, level: levels[at] ?? 1, listed: false })),
  ].toSorted((a, b) => a.from - b.from || Number(b.listed) - Number(a.listed));
  let depth = 0;
  return all.map((heading) => {
    if (heading.listed) depth = heading.level;
    return heading.listed ? heading : { ...heading, level: depth + heading.level };
  });
}

function pagesOf(pages: Page[], span: { start: number; end: number }): { firstPage: number; lastPage: number } {
  return { firstPage: pageAt(pages, span.start), lastPage: pageAt(pages, Math.max(span.start, span.end - 1)) };
}

/**
 * The report's own title is no section of it, nor what stands above it on the cover: the title as it was read, or on a
 * cover the largest type, once, before any other heading; in a text the first line, when it alone is not numbered among
 * numbered headings.
 */
function withoutTitle(headings: Heading[], paragraphs: PlacedParagraph[], title: string | undefined): Heading[] {
  const [first, ...rest] = headings;
  if (!first || rest.length === 0 || first.from > paragraphs.length * 0.05) return headings;
  const named = headings
    .slice(0, COVER_HEADINGS)
    .findLastIndex(({ text, from }) => isTitle(text, title, paragraphs[from]));
  if (named >= 0 && named + 1 < headings.length) return headings.slice(named + 1);
  const { typeSize } = first;
  if (typeSize !== undefined) return rest.every((heading) => (heading.typeSize ?? 0) < typeSize) ? rest : headings;
  return first.from === 0 && areNumbered(rest) && !areNumbered([first, first, first]) ? rest : headings;
}

/** The title is among the first headings, and on the first page. */
const COVER_HEADINGS = 4;

function isTitle(text: string, title: string | undefined, paragraph: PlacedParagraph | undefined): boolean {
  if (title === undefined || paragraph?.typeSize === undefined || paragraph.pages[0]?.page !== 0) return false;
  return headingKey(text) === headingKey(title);
}

/** For each heading those above it and itself, outermost first. */
function pathsOf(headings: Heading[], levels: number[]): string[][] {
  const open: { level: number; text: string }[] = [];
  return headings.map(({ text }, index) => {
    const level = levels[index] ?? 1;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    open.push({ level, text });
    return open.map((heading) => heading.text);
  });
}

/** For each heading the index of the next one of its level or a higher one; as many as there are when there is none. */
function endsOf(levels: number[]): number[] {
  const ends = levels.map(() => levels.length);
  const open: number[] = [];
  levels.forEach((level, index) => {
    for (let last = open.at(-1); last !== undefined && (levels[last] ?? 1) >= level; last = open.at(-1)) {
      ends[last] = index;
      open.pop();
    }
    open.push(index);
  });
  return ends;
}
