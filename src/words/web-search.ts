import type { Language } from '../domain/report.ts';

/** What the page that searches all reports says. */
export interface SearchWords {
  title: string;
  label: string;
  placeholder: string;
  go: string;
  none: string;
  found: (count: number) => string;
  by: { report: string; publisher: string; year: string };
}

/** The same in both languages. */
export const SEARCH_WORDS: Record<Language, SearchWords> = {
  zh: {
    title: '搜索',
    label: '在所有报告里搜索',
    placeholder: '例如：市占率、数据中心 投资',
    go: '搜索',
    none: '没有找到相近的段落：换个说法，或者放宽条件。',
    found: (count) => `最接近的 ${count} 段，最近的在前`,
    by: { report: '报告', publisher: '发布者', year: '年份' },
  },
  en: {
    title: 'Search',
    label: 'Search all reports',
    placeholder: 'For example: market share, investment in data centres',
    go: 'Search',
    none: 'Nothing comes near: say it in other words, or widen the filters.',
    found: (count) => (count === 1 ? 'The nearest passage' : `The ${count} nearest passages, the nearest first`),
    by: { report: 'Report', publisher: 'Publisher', year: 'Year' },
  },
};
