import type { LeftOut, SourcePage, SourceReport } from '../domain/source.ts';
import { PassedOver } from '../domain/report.ts';
import type { ReadingNote, ReportFact } from '../domain/report.ts';
import { findPictured } from './find-pictured.ts';
import type { Unread } from './find-unread.ts';

/** Facts of which one is less sure than this are said to be guessed. */
const SURE = 0.6;
const REASONS = ['hidden', 'turned', 'doubled', 'marks'] as const;

/** What was found while a report was read. */
export interface ReadingDone extends Pick<SourceReport, 'paged' | 'passedOver'> {
  /** Pages as the reader gave them, and as what is left of them. */
  pages: readonly SourcePage[];
  body: readonly Pick<SourcePage, 'lines'>[];
  unread: Unread;
  confidence: Partial<Record<ReportFact, number>>;
}

/** What a reader should know of how a report was read; nothing where all of it was. */
export function readingNotes({
  pages: source,
  body,
  unread,
  confidence,
  paged,
  passedOver = {},
}: ReadingDone): ReadingNote[] {
  const notes: ReadingNote[] = [];
  const noText = unread.noText.filter((index) => source[index]?.isHidden !== true);
  const pictures = noText.filter((page) => source[page]?.isPicture === true);
  const slow = noText.filter((page) => source[page]?.isTooSlow === true);
  const empty = noText.filter((page) => !pictures.includes(page) && !slow.includes(page));
  if (paged && empty.length > 0) notes.push({ what: 'unread', why: 'no_text', pages: numbers(empty) });
  if (paged && pictures.length > 0) notes.push({ what: 'unread', why: 'picture', pages: numbers(pictures) });
  if (paged && slow.length > 0) notes.push({ what: 'unread', why: 'too_slow', pages: numbers(slow) });
  if (paged && unread.unreadable.length > 0)
    notes.push({ what: 'unread', why: 'unreadable', pages: numbers(unread.unreadable) });
  const recognised = pagesWhere(source, ({ isRecognised }) => isRecognised);
  if (recognised.length > 0) notes.push({ what: 'recognised', pages: numbers(recognised) });
  const pictured = findPictured(source, unread.noText);
  if (pictured.length > 0) notes.push({ what: 'pictures', pages: numbers(pictured) });
  notes.push(...unsureTables(source));
  for (const why of REASONS) {
    const pages = pagesWhere(source, (left) => left[why] > 0);
    const characters = source.reduce((sum, { leftOut }) => sum + (leftOut?.[why] ?? 0), 0);
    if (pages.length > 0) notes.push({ what: 'left_out', why, characters, pages: numbers(pages) });
  }
  for (const why of PassedOver.options) {
    const count = passedOver[why] ?? 0;
    if (count > 0) notes.push({ what: 'passed_over', why, count });
  }
  const lines = countLines(source.filter((_, page) => !unread.unreadable.includes(page))) - countLines(body);
  if (lines > 0) notes.push({ what: 'removed', lines });
  const facts = factsBelow(confidence);
  if (facts.length > 0) notes.push({ what: 'unsure', facts });
  return notes;
}

function unsureTables(pages: readonly SourcePage[]): ReadingNote[] {
  const unsure = pages.map(
    ({ lines }) => new Set(lines.flatMap(({ table, row }) => (row?.isSure === false ? [table] : []))),
  );
  const tables = unsure.reduce((sum, { size }) => sum + size, 0);
  const on = unsure.flatMap(({ size }, index) => (size > 0 ? [index] : []));
  return tables > 0 ? [{ what: 'unsure_tables', tables, pages: numbers(on) }] : [];
}

function numbers(indexes: number[]): number[] {
  return indexes.map((index) => index + 1);
}

function pagesWhere(pages: readonly SourcePage[], holds: (left: LeftOut) => boolean): number[] {
  return pages.flatMap(({ leftOut }, index) => (leftOut && holds(leftOut) ? [index] : []));
}

function countLines(pages: readonly Pick<SourcePage, 'lines'>[]): number {
  return pages.reduce((sum, { lines }) => sum + lines.filter(({ text }) => text.trim() !== '').length, 0);
}

function factsBelow(confidence: Partial<Record<ReportFact, number>>): ReportFact[] {
  return (['title', 'publishedOn', 'publisher', 'company', 'period', 'kind', 'language'] as const).filter(
    (fact) => (confidence[fact] ?? 1) < SURE,
  );
}
