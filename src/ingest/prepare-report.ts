import { UnreadableReportError } from '../domain/errors.ts';
import type { PreparedReport } from '../domain/prepared-report.ts';
import type { Report } from '../domain/report.ts';
import { refuseTooMuch } from '../domain/refuse-too-much.ts';
import type { SourcePage, SourceReport } from '../domain/source.ts';
import { personCandidates } from '../lexicon/person-names.ts';
import { nameRuns } from '../dictionary/transliteration.ts';
import { statementReader } from '../statements/statement-reader.ts';
import { cutChunks } from './cut-chunks.ts';
import { findAliases } from './find-aliases.ts';
import { findSections } from './find-sections.ts';
import type { KnownWords } from './find-unread.ts';
import { findUnread } from './find-unread.ts';
import { joinLines } from './join-lines.ts';
import { layOutText } from './lay-out-text.ts';
import { numberPages } from './number-pages.ts';
import { readFacts } from './read-facts.ts';
import { readingNotes } from './reading-notes.ts';
import type { Body } from './remove-furniture.ts';
import { removeFurniture } from './remove-furniture.ts';
import { reportIdOf } from './report-ids.ts';

/**
 * Makes a report ready for the library: body without furniture, one text, outline, chunks and what they say, what is
 * said of it as a whole, and what of it could not be read.
 * @param id the report's id
 * @param known English words, to tell text that is no language; without them only signs and Chinese tell
 * @param alive called now and then: what a long text says takes its time
 * @throws UnreadableReportError when nothing is left that could be cited, or more than any report holds
 */
export function prepareReport(
  source: SourceReport,
  id = reportIdOf(source.hash),
  known?: KnownWords,
  alive: () => void = () => undefined,
): PreparedReport {
  const { file, paged } = source;
  const slides = source.slides === true ? { slides: source.slides } : {};
  const unread = findUnread(source.pages, known);
  const readable = withoutPages(source.pages, unread.unreadable);
  // Of slides the file itself says what stands on each of them.
  const body: Body = paged && !source.slides ? removeFurniture(readable) : { pages: readable, furniture: [] };
  const labels = pageLabels(source, readable);
  const reportText = layOutText(joinLines(body.pages), labels);
  const { text, pages } = reportText;
  const { confidence, ...facts } = readFacts({ ...source, pages: readable.map(withoutUnsure) }, body.furniture, text);
  const sections = findSections(reportText, {
    title: facts.title,
    bookmarks: source.bookmarks,
    sheets: body.pages,
    labels: labels ?? [],
  });
  refuseTooMuch(file, { sections: sections.length });
  const chunks = cutChunks({ id, paged, ...slides }, reportText, sections);
  refuseTooMuch(file, { passages: chunks.length });
  if (chunks.length === 0) throw new UnreadableReportError(`${file}: ${emptyText(source, unread.unreadable.length)}`);
  const notes = readingNotes({ ...source, body: body.pages, unread, confidence });
  const report: Report = {
    id,
    ...facts,
    file,
    pageCount: paged ? source.pages.length : 0,
    paged,
    ...slides,
    confidence,
    ...(notes.length > 0 ? { notes } : {}),
  };
  const names = { foreign: nameRuns(text), persons: personCandidates(text) };
  const aliases = findAliases(text);
  const statements = portionsOf(chunks).flatMap((portion) => {
    alive();
    return statementReader.read({ report, chunks: portion, aliases });
  });
  const recognised = source.pages.flatMap(({ recognised: layout }, index) =>
    layout ? [{ page: index + 1, layout }] : [],
  );
  return {
    report,
    text,
    pages,
    sections,
    chunks,
    statements,
    reader: statementReader.id,
    aliases,
    names,
    ...(recognised.length > 0 ? { recognised } : {}),
  };
}

/** Passages whose statements are read between two signs of life: a second's work. */
const PORTION = 100;

function portionsOf<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PORTION) }, (_, at) =>
    all.slice(at * PORTION, (at + 1) * PORTION),
  );
}

/** What each page is called; undefined for a format without pages. */
function pageLabels({ paged, slides }: SourceReport, pages: SourcePage[]): string[] | undefined {
  if (!paged) return undefined;
  return slides ? pages.map((_, index) => String(index + 1)) : numberPages(pages);
}

/** Pages whose text says nothing are as if they were empty. */
function withoutPages(pages: SourcePage[], left: readonly number[]): SourcePage[] {
  return left.length === 0 ? pages : pages.map((page, index) => (left.includes(index) ? { ...page, lines: [] } : page));
}

/** What was not recognised with certainty is no title and no date. */
function withoutUnsure(page: SourcePage): SourcePage {
  const isSure = ({ text }: SourcePage['lines'][number]) => !text.includes('\ufffd');
  return page.recognised ? { ...page, lines: page.lines.filter(isSure) } : page;
}

function emptyText({ pages }: SourceReport, unreadable: number): string {
  if (unreadable === 0) return 'holds headings only; there is no text to cite.';
  const isPrinted = pages.some(({ lines }) => lines.some(({ box }) => box !== undefined));
  return isPrinted
    ? 'its text layer is unreadable: its fonts say other letters than they show, or it is neither Chinese nor ' +
        'English. Print it anew to PDF, or run text recognition (OCR) over it first.'
    : 'its text is neither Chinese nor English: it is in another language, or its characters were lost when it was ' +
        'saved. Save it anew, plain text as UTF-8.';
}
