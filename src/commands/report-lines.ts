import type { ReadingNote, Report } from '../domain/report.ts';

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

/** What a person should know of how a report was read: `not read: pages 3, 9 (a picture, or empty)`; none when all is well. */
export function noteLines({ notes = [] }: Pick<Report, 'notes'>): string[] {
  return notes.map(noteLine);
}

/** The same without what is of no loss: letters drawn twice, marks of notes. */
export function lossLines({ notes = [] }: Pick<Report, 'notes'>): string[] {
  return notes
    .filter((note) => note.what !== 'left_out' || (note.why !== 'doubled' && note.why !== 'marks'))
    .map(noteLine);
}

const WHY = {
  no_text: 'a picture, or empty',
  unreadable: 'its text layer is unreadable, not indexed',
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
      return `read from what a program recognised: ${pageList(note.pages)}`;
    case 'left_out':
      return `left out: ${counted(note.characters, 'character')} ${WHY[note.why]}, ${pageList(note.pages)}`;
    case 'removed':
      return `${counted(note.lines, 'line')} removed as headers, footers and page numbers`;
    case 'unsure':
  }
  return `${note.facts.map((fact) => (fact === 'publishedOn' ? 'date' : fact)).join(', ')} guessed`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
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
