import type { Report } from '../domain/report.ts';

/** Changes whenever readers and ingest would make something else of the same file. */
export const READING = '5';

/**
 * Whether a report would be read better today: an earlier version has read it, or pages of it are pictures that nothing
 * was there to recognise and now is.
 */
export function isStale(
  { reading, notes = [] }: Pick<Report, 'reading' | 'notes'>,
  { canRecognise }: { canRecognise: boolean },
): boolean {
  if (reading !== READING) return true;
  return canRecognise && notes.some((note) => note.what === 'unread' && note.why === 'picture');
}
