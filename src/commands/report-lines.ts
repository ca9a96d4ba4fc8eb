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

/** What a person should know of how a report was read: `not read: pages 3, 9 (no text)`. Empty when all is well. */
export function noteLines({ notes = [] }: Pick<Report, 'notes'>): string[] {
  return notes.map(noteLine);
}

const WHY = { no_text: 'a picture, or empty', unreadable: 'the text layer is no language' } as const;

function noteLine(note: ReadingNote): string {
  if (note.what === 'unread') return `not read: ${pageList(note.pages)} (${WHY[note.why]})`;
  if (note.what === 'removed') return `${note.lines} lines removed as headers, footers and page numbers`;
  return `unsure: ${note.facts.map((fact) => (fact === 'publishedOn' ? 'date' : fact)).join(', ')}`;
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
