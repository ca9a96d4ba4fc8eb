import type { Language } from '../domain/report.ts';

/** How pages look to whoever visits: as the device says, or always so. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { zh: '中文', en: 'English' };

interface LookWords {
  language: string;
  theme: string;
  themes: Record<Theme, string>;
}

/** What stands at the foot of every page. */
export const LOOK_WORDS: Record<Language, LookWords> = {
  zh: { language: '语言', theme: '外观', themes: { auto: '跟随系统', light: '浅色', dark: '深色' } },
  en: { language: 'Language', theme: 'Theme', themes: { auto: 'as the system', light: 'light', dark: 'dark' } },
};
