import type { Finding } from '../domain/finding.ts';
import type { Report } from '../domain/report.ts';

/** Files that are named when pages of them were not read. */
const NAMED = 5;

/** Pages that are in no answer, though the report is in the index. */
export function unreadFinding(reports: readonly Pick<Report, 'file' | 'notes'>[]): Finding[] {
  const unread = reports.flatMap(({ file, notes = [] }) => {
    const pages = notes.reduce((sum, note) => sum + (note.what === 'unread' ? note.pages.length : 0), 0);
    return pages > 0 ? [`${file} (${pages})`] : [];
  });
  if (unread.length === 0) return [];
  const more = unread.length > NAMED ? `, and ${unread.length - NAMED} more` : '';
  return [
    {
      part: 'index',
      state: 'off',
      detail: `pages that were not read: ${unread.slice(0, NAMED).join(', ')}${more}`,
      advice: 'footnote reports says which and why',
    },
  ];
}
