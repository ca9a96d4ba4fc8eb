import { UnreadableReportError } from './errors.ts';
import { FILE_LIMITS } from './file-limits.ts';

/** What can be counted of a file. */
type Counted = 'pages' | 'characters' | 'passages' | 'sections' | 'operatorsPerPage' | 'charactersPerPage';

const EXCESS: Record<Counted, string> = {
  pages: 'pages; split it into parts',
  characters: 'characters of text; split it into parts',
  passages: 'passages; split it into parts',
  sections: 'headings; split it into parts',
  operatorsPerPage:
    'pieces of a drawing; no page that is meant to be read does. Print the report anew to PDF, or leave the page out',
  charactersPerPage:
    'characters; no page that is meant to be read does. Print the report anew to PDF, or leave the page out',
};

/**
 * Refuses what holds more than any report.
 * @param place the file, or the file and the page
 * @throws UnreadableReportError when one of the counts is over its limit; the message says which, and what to do
 */
export function refuseTooMuch(place: string, counts: Partial<Record<Counted, number>>): void {
  for (const kind of [
    'pages',
    'characters',
    'passages',
    'sections',
    'operatorsPerPage',
    'charactersPerPage',
  ] as const) {
    if ((counts[kind] ?? 0) <= FILE_LIMITS[kind]) continue;
    throw new UnreadableReportError(
      `${place} holds more than ${FILE_LIMITS[kind].toLocaleString('en')} ${EXCESS[kind]}.`,
    );
  }
}
