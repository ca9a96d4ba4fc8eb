import type { PassedOver, ReadingNote, Report } from '../domain/report.ts';

/** What is said of a report, as scripts read it. */
export function factsJson({ title, publishedOn, publisher, company, period, kind, ...report }: Report) {
  return {
    title,
    publishedOn: publishedOn ?? null,
    publisher: publisher ?? null,
    company: company ?? null,
    period: period ?? null,
    kind: kind ?? null,
    language: report.language,
    confidence: report.confidence ?? {},
    described: report.described ?? [],
  };
}

/**
 * What a person should know of how a report was read: `not read: pages 3, 9 (a picture, or empty)`; none when all is
 * well.
 */
export function noteLines({ notes = [] }: Pick<Report, 'notes'>): string[] {
  return notes.map(noteLine);
}

/** The same without what is of no loss: letters drawn twice, marks of notes. */
export function lossLines({ notes = [] }: Pick<Report, 'notes'>): string[] {
  return notes
    .filter((note) => note.what !== 'left_out' || (note.why !== 'doubled' && note.why !== 'marks'))
    .filter((note) => note.what !== 'passed_over' || note.why !== 'note_marks')
    .map(noteLine);
}

const WHY = {
  no_text: 'a picture, or empty',
  picture: 'a picture; where Tesseract is installed its text is read, if it can be',
  too_slow: 'working it out takes too long',
  unreadable: 'its text is unreadable, not indexed',
  hidden: 'that nobody sees',
  turned: 'at an angle',
  doubled: 'drawn twice',
  marks: 'that point to notes',
} as const;

function noteLine(note: ReadingNote): string {
  switch (note.what) {
    case 'unread':
      return `not read: ${pageList(note.pages)} (${WHY[note.why]})`;
    case 'recognised':
      return `read by OCR: ${pageList(note.pages)}`;
    case 'left_out':
      return `left out: ${counted(note.characters, 'character')} ${WHY[note.why]}, ${pageList(note.pages)}`;
    case 'passed_over':
      return `passed over: ${PASSED_OVER[note.why](note.count)}`;
    case 'removed':
      return `${counted(note.lines, 'line')} removed as headers, footers and page numbers`;
    case 'unsure':
  }
  return `${note.facts.map((fact) => (fact === 'publishedOn' ? 'date' : fact)).join(', ')} guessed`;
}

const PASSED_OVER: Record<PassedOver, (count: number) => string> = {
  deleted_text: (count) => counted(count, 'stretch', 'stretches') + ' of text that a tracked change deletes',
  hidden_text: (count) => counted(count, 'stretch', 'stretches') + ' of hidden text',
  hidden_slides: (count) => counted(count, 'hidden slide'),
  hidden_sheets: (count) => counted(count, 'hidden sheet'),
  hidden_rows: (count) => counted(count, 'hidden row'),
  hidden_columns: (count) => counted(count, 'hidden column'),
  comments: (count) => counted(count, 'comment'),
  speaker_notes: (count) => `speaker notes of ${counted(count, 'slide')}`,
  page_headers: (count) => counted(count, 'header, footer or page number', 'headers, footers and page numbers'),
  contents_lines: (count) => `a list of contents of ${counted(count, 'line')}`,
  navigation: (count) =>
    counted(count, 'menu, page head, page foot or side bar', 'menus, page heads, page feet and side bars'),
  note_marks: (count) => counted(count, 'mark that points to a note', 'marks that point to notes'),
  pictures: (count) => counted(count, 'picture'),
  charts: (count) => counted(count, 'chart'),
  embedded_files: (count) => counted(count, 'embedded file'),
  outside_links: (count) => counted(count, 'thing') + ' that would be fetched from elsewhere',
  macros: () => 'macros',
  formulas: (count) => counted(count, 'formula') + ' whose value the file does not hold',
};

function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : nouns}`;
}

/** Ranges named at most: of more pages, how many there are. */
const RANGES = 12;

/** `pages 3, 9–12`: physical numbers. */
function pageList(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  const named = ranges.slice(0, RANGES).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const more = ranges.length > RANGES ? ` and more, ${pages.length} in all` : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${named.join(', ')}${more}`;
}
