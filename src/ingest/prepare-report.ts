import { basename, extname } from 'node:path';
import { UnreadableReportError } from '../domain/errors.ts';
import type { PreparedReport, Report } from '../domain/report.ts';
import { refuseTooMuch } from '../domain/refuse-too-much.ts';
import type { SourceReport } from '../domain/source.ts';
import { detectLanguage } from '../text/language.ts';
import { personCandidates } from '../lexicon/person-names.ts';
import { nameRuns } from '../dictionary/transliteration.ts';
import { cutChunks } from './cut-chunks.ts';
import { findSections } from './find-sections.ts';
import { joinLines } from './join-lines.ts';
import { layOutText } from './lay-out-text.ts';
import { numberPages } from './number-pages.ts';
import type { Body } from './remove-furniture.ts';
import { removeFurniture } from './remove-furniture.ts';
import { findAliases } from './find-aliases.ts';
import { findDate } from './find-date.ts';
import { reportIdOf } from './report-ids.ts';

/** Longest title taken from a report's own first line. */
const TITLE_LENGTH = 60;

/**
 * Makes a report ready for the library: body without furniture, one text, outline, chunks.
 * @param id the report's id
 * @throws UnreadableReportError when nothing is left that could be cited, or more than any report holds
 */
export function prepareReport(source: SourceReport, id = reportIdOf(source.hash)): PreparedReport {
  const body: Body = source.paged ? removeFurniture(source.pages) : { pages: source.pages, furniture: [] };
  const paragraphs = joinLines(body.pages);
  const labels = source.paged ? numberPages(source.pages) : undefined;
  const reportText = layOutText(paragraphs, labels);
  const sections = findSections(reportText, {
    bookmarks: source.bookmarks,
    sheets: body.pages,
    labels: labels ?? [],
  });
  refuseTooMuch(source.file, { sections: sections.length });
  const chunks = cutChunks(id, reportText, sections, source.paged);
  refuseTooMuch(source.file, { passages: chunks.length });
  if (chunks.length === 0)
    throw new UnreadableReportError(`${source.file}: holds headings only; there is no text to cite.`);
  const report: Report = {
    id,
    title: titleOf(source, body, reportText.text),
    language: detectLanguage(reportText.text),
    file: source.file,
    pageCount: source.paged ? source.pages.length : 0,
    paged: source.paged,
  };
  const publishedOn = source.publishedOn ?? findDate(body.furniture) ?? findDate([source.file]);
  if (publishedOn !== undefined) report.publishedOn = publishedOn;
  if (source.publisher !== undefined) report.publisher = source.publisher;
  const { text, pages } = reportText;
  const names = { foreign: nameRuns(text), persons: personCandidates(text) };
  return { report, text, pages, sections, chunks, aliases: findAliases(text), names };
}

/** What the file says, else its running header, else its first line when that is short, else the file's name. */
function titleOf(source: SourceReport, { furniture }: Body, text: string): string {
  const header = furniture.find((line) => /^[^©\d]{2,40}$/u.test(line));
  const firstLine = text.split('\n', 1).join('').trim();
  const short = firstLine.length <= TITLE_LENGTH && !/[。.!！]$/u.test(firstLine) ? firstLine : '';
  return source.title ?? header ?? (short || basename(source.file, extname(source.file)));
}
