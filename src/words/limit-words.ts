import type { Language } from '../domain/report.ts';
import type { Exceeded, LimitName } from '../domain/limits.ts';

const WORDS: Record<Language, Record<LimitName, (found: string, most: string) => string>> = {
  zh: {
    question: (found, most) =>
      `问题太长了：有 ${found} 个字符，最多 ${most} 个。请缩短；要核对一段文字，请用“核对事实”。`,
    turns: (found, most) => `这段对话太长了：之前有 ${found} 条，最多 ${most} 条。请另起一个话题。`,
    reports: (found, most) => `限定的报告太多了：${found} 份，最多 ${most} 份。`,
    reportName: (found, most) => `报告名太长了：有 ${found} 个字符，最多 ${most} 个。`,
    draft: (found, most) => `这份稿子有 ${found} 个字符，一次最多核对 ${most} 个：请分几次核对。`,
  },
  en: {
    question: (found, most) =>
      `The question is too long: ${found} characters, and at most ${most} are taken. Shorten it; a whole ` +
      'text can be fact-checked.',
    turns: (found, most) =>
      `This conversation is too long: ${found} earlier turns, and at most ${most} are taken. Begin a new one.`,
    reports: (found, most) => `Too many reports are named: ${found}, and at most ${most} are taken.`,
    reportName: (found, most) =>
      `The name of a report is too long: ${found} characters, and at most ${most} are taken.`,
    draft: (found, most) =>
      `This draft has ${found} characters; at most ${most} are checked at once. Check it part by part.`,
  },
};

/** What people are told of a limit that they exceed: what there is, what may be, and what to do. */
export function limitText({ limit, found, most }: Exceeded, language: Language): string {
  return WORDS[language][limit](String(found), String(most));
}
