import type { SheetCells } from '../domain/report.ts';
import type { SourceLine } from '../domain/source.ts';
import type { Table, TableRow } from '../domain/table.ts';
import { given } from '../domain/given.ts';
import { closesUp } from './close-hyphens.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** A paragraph in one run of text. */
export interface Paragraph {
  text: string;
  /** Where each page begins in it: the first entry is offset 0 with the page the paragraph starts on (index from 0). */
  pages: { offset: number; page: number }[];
  /** Height of its type in points, where the format knows it. */
  typeSize?: number;
  /** Level from 1, where the format marks headings. */
  headingLevel?: number;
  /** The table that it stands in, and the row of it that it is. */
  table?: Table;
  row?: TableRow;
  /** The cells that it stands in, in a format of sheets. */
  cells?: SheetCells;
  /** True when an empty line, or the end of the page, follows: what stands above it stands apart. */
  apart: boolean;
}

/**
 * Types whose heights differ by less are the same: letters and Han characters of one text differ by some hundredths.
 */
const SAME_SIZE = 1.08;

/**
 * A paragraph whose lines are still coming. They are put together at the end, once: a text without empty lines is one
 * paragraph of as many lines as it has, and must not be looked through for each of them.
 */
interface Growing {
  paragraph: Paragraph;
  parts: string[];
  /** Characters of them. */
  length: number;
  /** What they end with, as much as decides how a line joins. */
  end: string;
  hasHan: boolean;
}

/** Longer than any word, in characters. */
const END = 200;

/** Rebuilds paragraphs from printed lines, across page ends too. */
export function joinLines(pages: { lines: SourceLine[] }[]): Paragraph[] {
  const paragraphs: Growing[] = [];
  const isOneWord = closesUp(pages);
  let open: SourceLine | undefined;
  pages.forEach(({ lines }, page) => {
    let firstOfPage = true;
    for (const line of lines) {
      const last = paragraphs.at(-1);
      const text = line.text.trim();
      if (text === '') {
        if (last && open === undefined) last.paragraph.apart = true;
        continue;
      }
      if (last && open && continues(open, line)) appendLine(last, text, page, isOneWord);
      else {
        if (last && firstOfPage) last.paragraph.apart = true;
        paragraphs.push({
          paragraph: startParagraph(line, text, page),
          parts: [text],
          length: text.length,
          end: text.slice(-END),
          hasHan: holdsHan(text),
        });
      }
      firstOfPage = false;
      open = line.endsParagraph === true ? undefined : line;
    }
  });
  return paragraphs.map(({ paragraph, parts }) => ({ ...paragraph, text: parts.join('') }));
}

function startParagraph(line: SourceLine, text: string, page: number): Paragraph {
  return {
    text,
    pages: [{ offset: 0, page }],
    apart: false,
    ...given({ typeSize: line.typeSize, headingLevel: line.headingLevel }),
    ...(line.table ? { table: line.table } : {}),
    ...(line.row ? { row: line.row } : {}),
    ...(line.cells ? { cells: line.cells } : {}),
  };
}

function continues(previous: SourceLine, line: SourceLine): boolean {
  if (previous.headingLevel !== undefined || line.headingLevel !== undefined) return false;
  // Cells stand apart by tabs: a row of a table is a paragraph of its own.
  if (previous.table || line.table || previous.text.includes('\t') || line.text.includes('\t')) return false;
  if (
    previous.typeSize !== undefined &&
    line.typeSize !== undefined &&
    Math.max(previous.typeSize, line.typeSize) > SAME_SIZE * Math.min(previous.typeSize, line.typeSize)
  )
    return false;
  return (
    previous.endsParagraph === false ||
    (previous.endsParagraph === undefined && !/[。！？!?.:：]["”』」）)]?$/u.test(previous.text.trim()))
  );
}

function appendLine(
  growing: Growing,
  text: string,
  page: number,
  isOneWord: (before: string, after: string) => boolean,
): void {
  const { paragraph, parts, end } = growing;
  const closesHyphen = isOneWord(end, text);
  if (closesHyphen) parts.push(parts.pop()?.slice(0, -1) ?? '');
  const space = !closesHyphen && needsSpace(growing, text) ? ' ' : '';
  const offset = growing.length + (closesHyphen ? -1 : space.length);
  if (paragraph.pages.at(-1)?.page !== page) paragraph.pages.push({ offset, page });
  parts.push(space + text);
  growing.length = offset + text.length;
  growing.end = ((closesHyphen ? end.slice(0, -1) : end) + space + text).slice(-END);
  growing.hasHan ||= holdsHan(text);
}

// Chinese runs on without a space, and so does a number that was broken within Chinese text or after a hyphen.
function needsSpace({ end, hasHan }: Growing, after: string): boolean {
  if (hasHan && /\d[.,]*$/u.test(end) && /^[\d.,%]/u.test(after)) return false;
  return /[\p{Script=Latin}\p{Nd},;:.!?%)\]”"']$/u.test(end) && /^[\p{Script=Latin}\p{Nd}("“'$€£[&]/u.test(after);
}
