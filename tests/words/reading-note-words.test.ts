import { describe, expect, it } from 'vitest';
import type { ReadingNote } from '../../src/domain/report.ts';
import { unreadFinding } from '../../src/wiring/unread-finding.ts';
import { lossTexts, noteTexts } from '../../src/words/reading-note-words.ts';

const NOTES: ReadingNote[] = [
  { what: 'unread', why: 'no_text', pages: [3, 9, 10, 11] },
  { what: 'unread', why: 'unreadable', pages: [12] },
  { what: 'recognised', pages: [1, 2] },
  { what: 'pictures', pages: [6, 8] },
  { what: 'unsure_tables', tables: 2, pages: [7] },
  { what: 'left_out', why: 'hidden', characters: 1, pages: [4] },
  { what: 'left_out', why: 'marks', characters: 1200, pages: [4] },
  { what: 'removed', lines: 14 },
  { what: 'unsure', facts: ['title', 'publishedOn'] },
];

describe('notes on how a report was read', () => {
  it('say what was not read, left out, taken away and guessed', () => {
    expect(noteTexts({ notes: NOTES }, 'en')).toEqual([
      'not read: pages 3, 9–11 (a picture, or empty)',
      'not read: page 12 (its text is unreadable, not indexed)',
      'read by OCR: pages 1–2',
      'pictures on pages 6, 8: what is printed in them is not read',
      '2 tables with rows that are not certain, page 7: kept as text',
      'left out: 1 character that nobody sees, page 4',
      'left out: 1,200 characters that point to notes, page 4',
      '14 lines removed as headers, footers and page numbers',
      'title, date guessed',
    ]);
    expect(lossTexts({ notes: NOTES }, 'en').length).toBe(NOTES.length - 1);
    expect(noteTexts({}, 'en')).toEqual([]);
    expect(noteTexts({ notes: NOTES }, 'zh')).toEqual([
      '未读入：第 3、9–11 页（图片或空白页）',
      '未读入：第 12 页（文字层无法辨读，未编入索引）',
      '由 OCR 识别：第 1–2 页',
      '第 6、8 页有图片，其中的文字未读入',
      '2 个表格中有不确定的行（第 7 页），按文字保留',
      '略去 1 个看不见的字符（第 4 页）',
      '略去 1,200 个注释标记（第 4 页）',
      '作为页眉、页脚和页码去掉 14 行',
      '标题、日期为推测',
    ]);
  });

  it('say what the file holds and nobody sees; marks of notes are no loss', () => {
    const notes: ReadingNote[] = [
      { what: 'passed_over', why: 'hidden_rows', count: 2 },
      { what: 'passed_over', why: 'speaker_notes', count: 1 },
      { what: 'passed_over', why: 'note_marks', count: 1 },
    ];
    const lines = ['passed over: 2 hidden rows', 'passed over: speaker notes of 1 slide'];
    expect(noteTexts({ notes }, 'en')).toEqual([...lines, 'passed over: 1 mark that points to a note']);
    expect(lossTexts({ notes }, 'en')).toEqual(lines);
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
