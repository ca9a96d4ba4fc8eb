import type { Language } from '../domain/report.ts';

/** That the reports do not answer, and why: `the reports have 2020 Q3; nothing on 2021, Q1`. */
export function notFoundText({ missing, held }: { missing: readonly string[]; held: readonly string[] }, language: Language): string {
  if (missing.length === 0) return language === 'zh' ? '报告里没有找到答案。' : 'The reports do not answer this.';
  if (language === 'zh') return `报告里没有找到答案：没有提到${missing.map((each) => `“${each}”`).join('、')}${held.length > 0 ? `，这方面有 ${held.join('、')}` : ''}。`;
  return `The reports do not answer this: nothing on ${missing.join(', ')}${held.length > 0 ? `; they have ${held.join(', ')}` : ''}.`;
}

/** That the sentences below it do not agree. */
export function differingText(language: Language): string {
  return language === 'zh' ? '报告里的说法不一致：' : 'The reports do not agree:';
}
