import { basename } from 'node:path';
import { createHash } from 'node:crypto';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { ReportReader } from '../../domain/ports.ts';
import type { SourceLine, SourcePage } from '../../domain/source.ts';
import type { TextTable } from '../../layout/documents/text-tables.ts';
import { textTables } from '../../layout/documents/text-tables.ts';
import { readText } from './read-text.ts';

/** Most bytes of a character, in any encoding that is read. */
const BYTES_PER_CHARACTER = 4;

/**
 * Reads plain text in any encoding that `decodeText` knows; with form feeds, as exported from PDF, or without pages.
 */
export const txtReader: ReportReader = {
  extensions: ['.txt'],
  largest: FILE_LIMITS.characters * BYTES_PER_CHARACTER,
  async read(path, bytes) {
    const file = basename(path);
    const text = readText(file, bytes, 'text');
    refuseTooMuch(file, { characters: text.length });
    const { paged, pages } = splitText(text);
    refuseTooMuch(file, { pages: pages.length });
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { file, hash, paged, pages };
  },
};

function splitText(text: string): { paged: boolean; pages: SourcePage[] } {
  if (text.trim().includes('\f'))
    return {
      paged: true,
      pages: text
        .trim()
        .split('\f')
        .map((page) => ({ lines: plainLines(page) })),
    };
  const lines = text.split('\n');
  if (isExportedPrint(lines)) return { paged: true, pages: exportedPages(lines) };
  return { paged: false, pages: [{ lines: plainLines(text) }] };
}

/**
 * Text exported from a printed report: a blank line after every line, a space at the end of a line that ends a
 * paragraph, a space before the first line of a page.
 */
function isExportedPrint(lines: string[]): boolean {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const share = (test: (line: string, at: number) => boolean) =>
    filled.filter((at) => test(lines[at] ?? '', at)).length / filled.length;
  const spaced = share((_, at) => lines[at + 1] === '' || (lines[at + 1] ?? '').startsWith(' '));
  const ending = share((line) => line.endsWith(' '));
  const starting = filled.filter((at) => /^ \S/u.test(lines[at] ?? '')).length;
  return starting >= 2 && spaced > 0.9 && ending > 0.05 && ending < 0.95;
}

function exportedPages(lines: string[]): SourcePage[] {
  const pages: SourcePage[] = [];
  let blank = 0;
  for (const line of lines) {
    if (line === '') {
      blank += 1;
      continue;
    }
    // Where the space is lost at the head of a page, furniture stands there, and more blank lines than one before it.
    if (pages.length === 0 || /^ \S/u.test(line) || (blank >= 3 && line.trim() !== '')) pages.push({ lines: [] });
    pages.at(-1)?.lines.push({ text: line.trim(), endsParagraph: line.endsWith(' ') });
    blank = 0;
  }
  return pages;
}

/** Lines wrapped at one width run on; where most lines are of different length, each is a paragraph. */
function plainLines(text: string): SourceLine[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const lengths = lines
    .map((line) => line.length)
    .filter((length) => length > 0)
    .toSorted((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const wrapped =
    width >= 30 &&
    width <= 120 &&
    lengths.filter((length) => Math.abs(length - width) <= width * 0.1).length >= lengths.length * 0.4;
  const read = lines.map((line, at) =>
    sourceLine(line, !wrapped || line.length < width * 0.85 || (lines[at + 1] ?? '') === ''),
  );
  return withTables(read, textTables(lines));
}

/** Tables in the places of the lines that they stand in; what stands above one does not run on into it. */
function withTables(lines: readonly SourceLine[], tables: readonly TextTable[]): SourceLine[] {
  const done: SourceLine[] = [];
  let at = 0;
  for (const { from, to, lines: own } of tables) {
    for (const [index, line] of lines.slice(at, from).entries())
      done.push(at + index === from - 1 ? { ...line, endsParagraph: true } : line);
    for (const line of own) done.push(line);
    at = to + 1;
  }
  return [...done, ...lines.slice(at)];
}

/** Longest marked heading, in characters: what is longer is a paragraph. */
const HEADING_LENGTH = 200;

function sourceLine(line: string, endsParagraph: boolean): SourceLine {
  const heading = line.length <= HEADING_LENGTH ? /^(#{1,6})\s+(.+?)\s*#*$/u.exec(line) : undefined;
  if (!heading) return { text: line.trim(), endsParagraph };
  const [, marks = '#', text = ''] = heading;
  return { text, endsParagraph: true, headingLevel: marks.length };
}
