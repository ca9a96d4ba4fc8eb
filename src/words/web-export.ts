import type { DocumentFormat } from '../domain/footnoted-document.ts';
import type { Language } from '../domain/report.ts';

/** What stands in documents that people take along, and on the way to them. */
export interface ExportWords {
  takeAlong: string;
  formats: Record<Exclude<DocumentFormat, 'txt'>, string>;
  copy: string;
  copied: string;
  whole: string;
  conversation: (question: string) => string;
  answered: (day: string) => string;
  figures: string;
  note: (report: string, place: string, quote: string) => string;
}

/** The same in both languages. */
export const EXPORT_WORDS: Record<Language, ExportWords> = {
  zh: {
    takeAlong: '导出',
    formats: { md: 'Markdown', docx: 'Word', pdf: 'PDF' },
    copy: '连同出处复制',
    copied: '已复制，含出处',
    whole: '导出整个对话',
    conversation: (question) => `对话：${question}`,
    answered: (day) => `Footnote 回答于 ${day}；每句的脚注写明报告、章节、页码和原文。`,
    figures: '关键数字',
    note: (report, place, quote) => `《${report}》，${place}：“${quote}”`,
  },
  en: {
    takeAlong: 'Export',
    formats: { md: 'Markdown', docx: 'Word', pdf: 'PDF' },
    copy: 'Copy with citations',
    copied: 'Copied with citations',
    whole: 'Export the conversation',
    conversation: (question) => `Conversation: ${question}`,
    answered: (day) =>
      `Answered by Footnote on ${day}; each sentence has its report, section, page and quote in a footnote.`,
    figures: 'Key figures',
    note: (report, place, quote) => `${report}, ${place}: “${quote}”`,
  },
};
