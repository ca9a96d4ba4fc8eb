import type { CheckedDraft } from '../domain/check.ts';
import type { Language } from '../domain/report.ts';
import { awayText } from './answer-notes.ts';

/** That a model was to look again and did not, or said the same before; none when there is nothing to say. */
export function checkNotes({ fallback, cached }: Extract<CheckedDraft, { outcome: 'checked' }>, language: Language): string[] {
  if (fallback !== undefined) return [language === 'zh' ? `${awayText(fallback, language)}，这是程序自己比对的结果。` : `${awayText(fallback, language)}; these are the results of the comparison alone.`];
  if (cached) return [language === 'zh' ? '语言模型核对过同样的说法，这是当时的结果。' : 'The language model looked at the same claims before; this is what it found.'];
  return [];
}

/** What people are told of a draft that was not checked: what it lacks and what to do. */
export function uncheckedText(draft: Exclude<CheckedDraft, { outcome: 'checked' }>, language: Language): string {
  if (draft.outcome === 'too_long') {
    return language === 'zh'
      ? `这份稿子有 ${draft.characters} 个字符，一次最多核对 ${draft.limit} 个：请分几次核对。`
      : `This draft has ${draft.characters} characters; at most ${draft.limit} are checked at once. Check it part by part.`;
  }
  return language === 'zh' ? '这里没有可以核对的事实：请写出一句陈述，例如“2020年第三季度亚马逊云的市占率为32%。”' : 'There is no fact to check here: write a statement, such as “AWS held 32% of the market in Q3 2020.”';
}
