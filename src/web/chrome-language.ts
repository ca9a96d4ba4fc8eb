import type { Language } from '../domain/report.ts';

/** The language of headings and buttons: the first of ours that the browser asks for, else `fallback`. */
export function chromeLanguage(acceptLanguage: string | undefined, fallback: Language): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return fallback;
}

/** The value of a `lang` attribute. */
export function langTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

function parseRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.toLowerCase().split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}
