import type { Language } from '../domain/report.ts';

/** What the bot says besides its answers. */
export const WORDS = {
  zh: {
    sources: '出处',
    nearest: '最接近的段落（不是答案）：',
    withheld: (count: number) => `另有 ${count} 句未通过核对，没有采用。`,
    more: (count: number) => `还有 ${count} 处引用，见“出处”。`,
    cut: '回答过长，其余部分没有显示。',
    searching: '正在查找报告……',
    failed: '出了点问题，没能回答。请稍后再问一次；如果一直这样，请告诉管理员。',
    empty: '想问什么？例如：2020年第三季度亚马逊云的市占率是多少？',
    gone: '这条回答的出处已经不在了，请重新提问。',
    close: '关闭',
    open: '打开原文',
  },
  en: {
    sources: 'Sources',
    nearest: 'Nearest passages (not an answer):',
    withheld: (count: number) => `${count} more ${count === 1 ? 'sentence' : 'sentences'} did not pass the check and ${count === 1 ? 'is' : 'are'} not used.`,
    more: (count: number) => `${count} more ${count === 1 ? 'citation' : 'citations'} under “Sources”.`,
    cut: 'The answer was too long; the rest is not shown.',
    searching: 'Looking through the reports…',
    failed: 'Something went wrong and there is no answer. Please ask again later; if it stays like this, tell your administrator.',
    empty: 'What is the question? For example: Who leads the foundry market?',
    gone: 'The sources of this answer are gone; please ask again.',
    close: 'Close',
    open: 'open page',
  },
} as const satisfies Record<Language, object>;
