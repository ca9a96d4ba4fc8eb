import type { SourceLine, SourcePage } from '../domain/source.ts';
import { words } from '../lexicon/lexicon.ts';
import { closeSpacing } from '../text/close-spacing.ts';
import { isDateLine, isYearLine } from '../text/date-lines.ts';
import { beginsNumbered } from '../text/numbering.ts';
import { headingKey } from './heading-key.ts';
import { endsInColon } from '../text/starts-with.ts';
import { withoutSpace } from '../text/white-space.ts';
import { hanRuns, holdsHan } from '../text/holds-letters.ts';

/** A fact that was read off a report, and how sure that is: 0 to 1. */
export interface Read<T> {
  value: T;
  confidence: number;
}

/** What a title is looked for in. */
export interface TitleSources {
  /** What the file says of itself. */
  stated?: string | undefined;
  pages: readonly SourcePage[];
  /** Lines that stand at the edges of many pages, most frequent first. */
  furniture: readonly string[];
  /** The first line of the text, and the file's name without its ending. */
  firstLine: string;
  fileName: string;
}

/** Longest title, in characters, and most lines that one is printed on. */
const TITLE_LENGTH = 200;
const TITLE_LINES = 5;
/** Lines of one title are of one size. */
const SAME_SIZE = 0.93;
/** A title is on one of so many pages. */
const COVER_PAGES = 2;
/** A page of so few lines is a cover, and so is one with type this much larger than the text's. */
const COVER_LINES = 8;
const COVER_SIZE = 1.5;
/** Longest first line that is a title, where no type tells. */
const FIRST_LINE_LENGTH = 60;

/** How sure the largest type of a cover is; type on a page of text may be a heading. */
const COVER = 0.9;
/** A title that is quoted on the cover stands as a heading, in type this much larger, on one of so many pages. */
const QUOTED = /[“"《「](?<quoted>[^”"》」]{6,200})[”"》」]/gu;
const HEADING_SIZE = 1.3;
const HEADING_PAGES = 6;

const NO_TITLE = words('no title');
const SUFFIX = words('company suffix');
const KIND = words('report kind');
/** Dates, addresses, label and value, page numbers, marks of a list, codes. */
const NO_TITLE_SHAPE =
  /^\P{L}*$|https?:|www\.|@|^(?:[•●▪■◆–—☒☐]|page\s)|(?:\d{3,4}[.-]){2}\d{4}|^[^:：]{1,14}[:：]\s*[\d(（]|©/iu;

/** Lines of one type that stand together. */
interface Group {
  text: string;
  size: number | undefined;
  lineCount: number;
  page: number;
  at: number;
}

/**
 * The title of a report: what the file says where that stands on the cover, else the largest type on the first pages,
 * else what runs along the heads of its pages, its first line, what the file says, its name.
 */
export function findTitle(sources: TitleSources): Read<string> {
  const { stated, pages, furniture, firstLine, fileName } = sources;
  const covers = pages.slice(0, COVER_PAGES).map(({ lines }) => lines.filter(({ text }) => text.trim() !== ''));
  const named = stated === undefined ? undefined : closeSpacing(stated);
  const isPrinted = named !== undefined && covers.some((lines) => stands(named, lines));
  if (named !== undefined && isPrinted && readsLikeTitle(named) && !isPartOfLine(named, covers))
    return { value: named, confidence: 0.95 };
  const header = furniture.map(closeSpacing).find((line) => /^[^©\d]{2,40}$/u.test(line) && !NO_TITLE.isIn(line));
  const bySize = largestType(pages, covers);
  if (bySize && bySize.confidence >= COVER) return bySize;
  const quoted = quotedTitle(pages, covers);
  if (quoted !== undefined) return { value: quoted, confidence: 0.8 };
  if (named !== undefined && readsLikeTitle(named)) return { value: named, confidence: 0.6 };
  if (bySize) return bySize;
  const running = furniture.map(closeSpacing).find((line) => isRunningTitle(line, covers)) ?? header;
  if (running !== undefined) return { value: running, confidence: 0.6 };
  const first = closeSpacing(firstLine);
  if (first !== '' && first.length <= FIRST_LINE_LENGTH && !/[。.!！]$/u.test(first))
    return { value: first, confidence: standsApart(pages[0]) ? 0.6 : 0.4 };
  return { value: named ?? fileName, confidence: 0.2 };
}

function stands(title: string, lines: SourceLine[]): boolean {
  return headingKey(lines.map(({ text }) => text).join('')).includes(headingKey(title));
}

/** `股份有限公司` stands within the name that is printed, and is none itself. */
function isPartOfLine(title: string, covers: SourceLine[][]): boolean {
  const key = headingKey(title);
  return covers.some((lines) =>
    lines.some(({ text }) => headingKey(text).endsWith(key) && headingKey(text) !== key && SUFFIX.is(title)),
  );
}

/** So many Chinese characters on end are words, and no file's name. */
const CHINESE_RUN = 4;

/** What a file says of itself may be a file's name, a number, or what the program wrote. */
function readsLikeTitle(title: string): boolean {
  const letters = lettersOf(title).length;
  const isInChinese = hanRuns(title).some(({ run }) => run.length >= CHINESE_RUN);
  const isName = /[_\\]|\.\w{2,5}$|\d[./-]\d{1,2}[./-]\d|^\S*\d\S*$/u.test(title) && !isInChinese;
  const isLong = isInChinese || /\S\s+\S/u.test(title) || /^\p{Lu}\p{L}{5,}$/u.test(title);
  return !isName && isLong && letters >= 0.5 * withoutSpace(title).length && title.length <= TITLE_LENGTH;
}

/** A head that says what the report is, or stands on its cover as well. */
function isRunningTitle(line: string, covers: SourceLine[][]): boolean {
  const isTitle = line.length >= 4 && line.length <= TITLE_LENGTH && !NO_TITLE_SHAPE.test(line) && !isDateLine(line);
  return isTitle && (KIND.isIn(line) || covers.some((lines) => stands(line, lines)));
}

/** A report may be cited on its own cover: `Recommended citation: …, “Its Title”`. */
function quotedTitle(pages: readonly SourcePage[], covers: SourceLine[][]): string | undefined {
  const body = bodySize(pages);
  if (body === undefined) return undefined;
  const headings = pages
    .slice(0, HEADING_PAGES)
    .flatMap(({ lines }) => lines.filter(({ typeSize }) => (typeSize ?? 0) >= HEADING_SIZE * body));
  const text = covers.map((lines) => lines.map((line) => line.text).join(' ')).join(' ');
  const quotes = [...text.matchAll(QUOTED)].map(({ groups }) => closeSpacing(groups?.['quoted'] ?? ''));
  return quotes.find((quote) => stands(quote, headings));
}

function largestType(pages: readonly SourcePage[], covers: SourceLine[][]): Read<string> | undefined {
  const body = bodySize(pages);
  if (body === undefined) return undefined;
  const all = covers.flatMap((lines, page) => groupsOf(lines, page)).filter((group) => canBeTitle(group));
  const onCover = all.filter(({ page }) => page === 0);
  const groups = onCover.length > 0 && isCoverPage(covers[0]) ? onCover : all;
  const scored = groups
    .map((group) => ({ group, score: scoreOf(group, body, covers[group.page]?.length ?? 0) }))
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.group;
  if (!best) return undefined;
  const ratio = (best.size ?? body) / body;
  const isCover = best.page === 0 && (isCoverPage(covers[0]) || ratio >= COVER_SIZE);
  return { value: withKind(best, groups), confidence: confidenceOf(isCover, ratio, best) };
}

/** An empty line follows the first one. */
function standsApart(page: SourcePage | undefined): boolean {
  const [first, second] = page?.lines ?? [];
  return first !== undefined && first.text.trim() !== '' && second !== undefined && second.text.trim() === '';
}

/** Few lines, and no sentence among them. */
function isCoverPage(lines: SourceLine[] = []): boolean {
  return lines.length <= COVER_LINES && !lines.some(({ text }) => /[。.]$/u.test(text.trim()));
}

function confidenceOf(isCover: boolean, ratio: number, { page, at }: Group): number {
  if (isCover) return 0.9;
  if (page > 0) return 0.5;
  if (ratio >= 1.05) return at < 3 ? 0.75 : 0.7;
  return 0.55;
}

/** A company's name on a cover is the report's together with what the report is, and the other way round. */
function withKind(best: Group, groups: Group[]): string {
  if (KIND.is(best.text)) {
    const company = groups.find(
      (group) => group !== best && sizesAgree(group.size, best.size) && SUFFIX.isAtEnd(group.text),
    );
    return company ? joinLines(company.text, best.text) : best.text;
  }
  if (KIND.isIn(best.text) || !SUFFIX.isAtEnd(best.text)) return best.text;
  const kind = groups.find((group) => group !== best && group.page === best.page && KIND.isIn(group.text));
  return kind ? joinLines(best.text, kind.text) : best.text;
}

/** Fitted on the covers of fourteen reports and the sample files: larger type, the first page, the upper half. */
function scoreOf({ size, page, at, text }: Group, body: number, lineCount: number): number {
  const place = lineCount <= 1 ? 0 : at / lineCount;
  return (size ?? body) / body - 1.5 * page - 0.2 * place + (KIND.isIn(text) ? 0.1 : 0);
}

function groupsOf(lines: SourceLine[], page: number): Group[] {
  const groups: Group[] = [];
  lines.forEach(({ text, typeSize }, at) => {
    const line = closeSpacing(text.replaceAll('\t', ' '));
    const last = groups.at(-1);
    const isSame =
      last !== undefined &&
      last.at + last.lineCount === at &&
      last.lineCount < TITLE_LINES &&
      sizesAgree(last.size, typeSize) &&
      !beginsNumbered(line) &&
      (isYearLine(line) || isLineOfTitle(line)) &&
      isLineOfTitle(last.text);
    if (isSame) {
      last.text = joinLines(last.text, line);
      last.lineCount += 1;
    } else groups.push({ text: line, size: typeSize, lineCount: 1, page, at });
  });
  return groups;
}

function sizesAgree(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.min(a, b) >= SAME_SIZE * Math.max(a, b);
}

function isLineOfTitle(line: string): boolean {
  return !isDateLine(line) && !endsInColon(line) && !NO_TITLE_SHAPE.test(line) && NO_TITLE.atStart(line) === undefined;
}

function canBeTitle({ text }: Group): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 3 && text.length <= TITLE_LENGTH && isLineOfTitle(text) && !/[。；;，,]$/u.test(text);
}

function joinLines(first: string, second: string): string {
  const isChinese = holdsHan(lettersOf(first).at(-1) ?? '') || holdsHan(lettersOf(second)[0] ?? '');
  return isChinese ? first + second : `${first} ${second}`;
}

function lettersOf(text: string): string[] {
  return text.match(/\p{L}/gu) ?? [];
}

/** Height of most of the type of the first pages, in points. */
function bodySize(pages: readonly SourcePage[]): number | undefined {
  const lengths = new Map<number, number>();
  for (const { lines } of pages.slice(0, 6))
    for (const { typeSize, text } of lines)
      if (typeSize !== undefined) lengths.set(typeSize, (lengths.get(typeSize) ?? 0) + text.length);
  return [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
