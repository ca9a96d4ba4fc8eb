import type { Work } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { readIntent } from '../intake/read-intent.ts';

const WORDS = {
  zh: { summarize: (text: string) => `总结 ${text}`, check: (text: string) => `核对：${text}` },
  en: { summarize: (text: string) => `Summarize ${text}`, check: (text: string) => `Check: ${text}` },
} as const;

/** What somebody asked for, as they would say it: a command's text does not say what it wants done. */
export function requestText({ intent, text }: Pick<Work, 'intent' | 'text'>, language: Language): string {
  if (intent === 'check') return WORDS[language].check(text);
  return intent === 'summarize' && readIntent(text).intent !== 'summarize' ? WORDS[language].summarize(text) : text;
}
