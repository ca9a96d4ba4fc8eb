import { describe, expect, it } from 'vitest';
import { lossLines, noteLines } from '../../src/commands/report-lines.ts';
import type { ReadingNote } from '../../src/domain/report.ts';
import { unreadFinding } from '../../src/wiring/unread-finding.ts';

const NOTES: ReadingNote[] = [
  { what: 'unread', why: 'no_text', pages: [3, 9, 10, 11] },
  { what: 'unread', why: 'unreadable', pages: [12] },
  { what: 'recognised', pages: [1, 2] },
  { what: 'left_out', why: 'hidden', characters: 1, pages: [4] },
  { what: 'left_out', why: 'marks', characters: 1200, pages: [4] },
  { what: 'removed', lines: 14 },
  { what: 'unsure', facts: ['title', 'publishedOn'] },
];

describe('the lines of a report', () => {
  it('say what was not read, left out, taken away and guessed', () => {
    expect(noteLines({ notes: NOTES })).toEqual([
      'not read: pages 3, 9–11 (a picture, or empty)',
      'not read: page 12 (its text is unreadable, not indexed)',
      'read by OCR: pages 1–2',
      'left out: 1 character that nobody sees, page 4',
      'left out: 1,200 characters that point to notes, page 4',
      '14 lines removed as headers, footers and page numbers',
      'title, date guessed',
    ]);
    expect(lossLines({ notes: NOTES }).length).toBe(NOTES.length - 1);
    expect(noteLines({})).toEqual([]);
  });

  it('say what the file holds and nobody sees; marks of notes are no loss', () => {
    const notes: ReadingNote[] = [
      { what: 'passed_over', why: 'hidden_rows', count: 2 },
      { what: 'passed_over', why: 'speaker_notes', count: 1 },
      { what: 'passed_over', why: 'note_marks', count: 1 },
    ];
    const lines = ['passed over: 2 hidden rows', 'passed over: speaker notes of 1 slide'];
    expect(noteLines({ notes })).toEqual([...lines, 'passed over: 1 mark that points to a note']);
    expect(lossLines({ notes })).toEqual(lines);
  });

  it('are in the doctor’s finding where pages were not read', () => {
    expect(unreadFinding([{ file: 'a.pdf', notes: NOTES }, { file: 'b.pdf' }])).toEqual([
      {
        part: 'index',
        state: 'off',
        detail: 'pages that were not read: a.pdf (5)',
        advice: 'footnote reports says which and why',
      },
    ]);
    expect(unreadFinding([{ file: 'b.pdf' }])).toEqual([]);
  });
});
