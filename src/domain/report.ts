import { z } from 'zod';

/** Half-open range of UTF-16 offsets in a report's text: `text.slice(start, end)`. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

/** Language a report is written in, or a question is asked in. */
export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** A day, or a month or a year where no more is said: `2020-12-31`, `2020-12`, `2020`. */
export const PublishedOn = z.union([z.iso.date(), z.string().regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/u)]);

/** What is said of a report as a whole, besides its text. */
export const ReportFact = z.enum(['title', 'publishedOn', 'publisher', 'company', 'period', 'kind', 'language']);
export type ReportFact = z.infer<typeof ReportFact>;

/** What a file holds that nobody sees in print, or that is no text: it is not read, and said. */
export const PassedOver = z.enum([
  /** Text that a tracked change deletes, counted in stretches. */
  'deleted_text',
  'hidden_text',
  'hidden_slides',
  'hidden_sheets',
  'hidden_rows',
  'hidden_columns',
  'comments',
  'speaker_notes',
  /** Running heads and feet; what stands on every slide. */
  'page_headers',
  /** Lines of a list of contents: the headings say it. */
  'contents_lines',
  /** Of a web page: menus, page head and foot, side bars, forms. */
  'navigation',
  'note_marks',
  'pictures',
  'charts',
  'embedded_files',
  /** What the file would fetch from elsewhere. */
  'outside_links',
  'macros',
  /** Formulas whose value the file does not hold. */
  'formulas',
]);
export type PassedOver = z.infer<typeof PassedOver>;

/** Something that a reader should know of how a report was read. Pages are physical numbers. */
export const ReadingNote = z.discriminatedUnion('what', [
  /**
   * Pages whose text is not in the index: there is none, or it is a picture that nothing was there to recognise, or it
   * is no language's, or working it out takes too long.
   */
  z.object({
    what: z.literal('unread'),
    why: z.enum(['no_text', 'picture', 'unreadable', 'too_slow']),
    pages: z.array(z.int().min(1)).min(1),
  }),
  /** Pages whose text a program had recognised from their picture: it may have misread. */
  z.object({ what: z.literal('recognised'), pages: z.array(z.int().min(1)).min(1) }),
  /** Pages with pictures beside their text that are no ornament: what is printed in them is not in the text. */
  z.object({ what: z.literal('pictures'), pages: z.array(z.int().min(1)).min(1) }),
  /** Tables of which it is not certain what some rows say: these are kept as text and are no facts. */
  z.object({ what: z.literal('unsure_tables'), tables: z.int().min(1), pages: z.array(z.int().min(1)).min(1) }),
  /** Characters that are on the page and not in the text: unseen, at an angle, drawn twice, marks of notes. */
  z.object({
    what: z.literal('left_out'),
    why: z.enum(['hidden', 'turned', 'doubled', 'marks']),
    characters: z.int().min(1),
    pages: z.array(z.int().min(1)).min(1),
  }),
  /** What the file holds besides and nobody sees in print. */
  z.object({ what: z.literal('passed_over'), why: PassedOver, count: z.int().min(1) }),
  /** Lines taken out as running headers, footers and page numbers. */
  z.object({ what: z.literal('removed'), lines: z.int().min(1) }),
  /** What was guessed: a person may know better. */
  z.object({ what: z.literal('unsure'), facts: z.array(ReportFact).min(1) }),
]);
export type ReadingNote = z.infer<typeof ReadingNote>;

/** A report as the library lists it. */
export const Report = z.object({
  /** First 12 hexadecimal digits of the SHA-256 of the file. */
  id: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().optional(),
  publishedOn: PublishedOn.optional(),
  language: Language,
  /** File name without its folder. A file of the same name replaces this report. */
  file: z.string().min(1),
  /** Where it was fetched from; absent for a file. */
  address: z.url().optional(),
  pageCount: z.int().min(0),
  /** False for formats without pages: then a citation names section and paragraph, or cells, never a page. */
  paged: z.boolean(),
  /** Its pages are slides. */
  slides: z.literal(true).optional(),
  /** Whom it is about, when it is about one company. */
  company: z.string().optional(),
  /** What time it covers: `2020`, `2023-Q2`, `2023-H1`, `2020-12`. */
  period: z.string().optional(),
  /** `annual report`, `white paper`, `earnings release` …: a word of the lexicon, or what a person says. */
  kind: z.string().optional(),
  /** How sure the reader is of each fact, 0 to 1; 1 when a person said it. */
  confidence: z.partialRecord(ReportFact, z.number().min(0).max(1)).optional(),
  /** Facts that a person has said. */
  described: z.array(ReportFact).optional(),
  /** Which version of the readers has read it; absent: an early one. */
  reading: z.string().optional(),
  notes: z.array(ReadingNote).optional(),
});
export type Report = z.infer<typeof Report>;

/** One page; in a format without pages, one screenful, which is never cited as a page. */
export const Page = z.object({
  /** Physical position in the file, from 1. */
  number: z.int().min(1),
  /** The number or numeral printed on the page; absent in a format without pages. */
  label: z.string().optional(),
  span: Span,
});
export type Page = z.infer<typeof Page>;

/** Sections that are no matter of the report: they neither answer nor are summarised with it, unless asked for. */
export const SectionKind = z.enum(['contents', 'disclaimer', 'signatures', 'audit', 'references', 'annex']);
export type SectionKind = z.infer<typeof SectionKind>;

/** A heading with all that stands under it. */
export const Section = z.object({
  /** Headings, outermost first; the last one is this section's own. */
  path: z.array(z.string().min(1)).min(1),
  /** From the heading's first character to the next heading of the same or a higher level. */
  span: Span,
  /** Physical numbers of the pages on which it begins and ends. */
  firstPage: z.int().min(1),
  lastPage: z.int().min(1),
  /** True when the report itself lists it, in its bookmarks or its printed contents. */
  listed: z.boolean().optional(),
  kind: SectionKind.optional(),
});
export type Section = z.infer<typeof Section>;

/** Cells of a sheet: `A4:D4`; the sheet has no name in a file that is one. */
export const SheetCells = z.object({
  sheet: z.string().min(1).optional(),
  range: z.string().regex(/^[A-Z]{1,3}[1-9]\d*(?::[A-Z]{1,3}[1-9]\d*)?$/u),
});
export type SheetCells = z.infer<typeof SheetCells>;

/** Where a piece of text stands, as a citation names it. */
export const Place = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    number: z.int().min(1),
    label: z.string().min(1),
    /** True where the page's text was recognised from its picture (OCR): it may have been misread. */
    recognised: z.literal(true).optional(),
  }),
  z.object({ kind: z.literal('slide'), number: z.int().min(1) }),
  z.object({ kind: z.literal('cells'), ...SheetCells.shape, screen: z.int().min(1) }),
  /** `number` counts paragraphs from 1 within the section; `screen` is the number of the `Page` that shows it. */
  z.object({ kind: z.literal('paragraph'), number: z.int().min(1), screen: z.int().min(1) }),
]);
export type Place = z.infer<typeof Place>;

/** Whether a page's text was recognised from its picture. */
export function isRecognisedPage({ notes = [] }: Pick<Report, 'notes'>, page: number): boolean {
  return notes.some((note) => note.what === 'recognised' && note.pages.includes(page));
}

/** A place of a report as a citation names it: with the doubt that its page is under. */
export function citedPlace(report: Pick<Report, 'notes'>, place: Place): Place {
  const isDoubtful = place.kind === 'page' && isRecognisedPage(report, place.number);
  return isDoubtful ? { ...place, recognised: true } : place;
}

/** Where a place begins in the report's text. */
export const PlaceMark = z.object({ start: z.int().min(0), place: Place });
export type PlaceMark = z.infer<typeof PlaceMark>;

/** What the tables of a chunk say that does not stand in their rows. */
export const ChunkTables = z.object({
  /** Heads, labels of groups, titles and units that are not in the chunk's text. */
  heads: z.string(),
  /** Rows that are certain: where they stand in the chunk's text, and what they say, as a person would say it. */
  rows: z.array(z.object({ span: Span, said: z.string().min(1) })),
});
export type ChunkTables = z.infer<typeof ChunkTables>;

/** A stretch of one section's own text, small enough to be embedded: what the library stores and finds. */
export const Chunk = z.object({
  reportId: z.string().min(1),
  /** Position among the report's chunks, from 0. */
  order: z.int().min(0),
  path: z.array(z.string()),
  span: Span,
  /** Exactly `report text.slice(span.start, span.end)`. */
  text: z.string().min(1),
  /** Ascending; the first mark lies at or before the chunk's start, so every offset has a place. */
  places: z.array(PlaceMark).min(1),
  tables: ChunkTables.optional(),
});
export type Chunk = z.infer<typeof Chunk>;

/** Stretches of text that may be names, none twice. */
export const NameRuns = z.object({
  /** Foreign names, in either script. */
  foreign: z.array(z.string()),
  /** Chinese persons in Chinese characters. */
  persons: z.array(z.string()),
});
export type NameRuns = z.infer<typeof NameRuns>;
