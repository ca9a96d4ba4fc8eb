import type { CheckedDraft, Unchecked, UncheckedReason } from '../domain/check.ts';
import { PORTIONS } from '../domain/limits.ts';
import type { Language } from '../domain/report.ts';
import { awayText } from './answer-notes.ts';
import { limitText } from './limit-words.ts';

/**
 * That something was left out, that a model was to look again and did not, or said the same before; none when there is
 * nothing to say.
 */
export function checkNotes(
  { fallback, cached, unchecked = [] }: Extract<CheckedDraft, { outcome: 'checked' }>,
  language: Language,
): string[] {
  return [...leftOutNotes(unchecked, language), ...modelNotes({ fallback, cached }, language)];
}

/** Why a sentence was not checked, and what to do. */
export function uncheckedReasonText(reason: UncheckedReason, language: Language): string {
  return LEFT_OUT[language][reason];
}

const LEFT_OUT: Record<Language, Record<UncheckedReason, string>> = {
  zh: {
    too_long: `没有核对：一句话最多 ${PORTIONS.claim} 个字符，请分成几句。`,
    too_many_figures: `没有核对：一句话里最多 ${PORTIONS.quantities} 个数字，请分成几句。`,
    too_many_claims: `没有核对：一次最多核对 ${PORTIONS.claims} 句，请把其余的分开核对。`,
    no_time: '没有核对：时间到了，请把其余的分开核对。',
  },
  en: {
    too_long: `Not checked: a sentence may have ${PORTIONS.claim} characters. Cut it into several.`,
    too_many_figures: `Not checked: a sentence may have ${PORTIONS.quantities} figures. Cut it into several.`,
    too_many_claims: `Not checked: at most ${PORTIONS.claims} sentences are checked at once. Check the rest apart.`,
    no_time: 'Not checked: the time was up. Check the rest apart.',
  },
};

/** How many sentences were left out for which reason: `2 ×: Not checked: …`. */
function leftOutNotes(unchecked: readonly Unchecked[], language: Language): string[] {
  const counts = Map.groupBy(unchecked, ({ reason }) => reason);
  return [...counts].map(([reason, { length }]) =>
    language === 'zh'
      ? `${length} 句${LEFT_OUT.zh[reason]}`
      : `${length} ${length === 1 ? 'sentence' : 'sentences'}: ${LEFT_OUT.en[reason]}`,
  );
}

function modelNotes(
  { fallback, cached }: Pick<Extract<CheckedDraft, { outcome: 'checked' }>, 'fallback' | 'cached'>,
  language: Language,
): string[] {
  if (fallback !== undefined)
    return [
      language === 'zh'
        ? `${awayText(fallback, language)}，这是程序自己比对的结果。`
        : `${awayText(fallback, language)}; these are the results of the comparison alone.`,
    ];
  if (cached)
    return [
      language === 'zh'
        ? '语言模型核对过同样的说法，这是当时的结果。'
        : 'The language model looked at the same claims before; this is what it found.',
    ];
  return [];
}

/** What people are told of a draft that was not checked: what it lacks and what to do. */
export function uncheckedText(draft: Exclude<CheckedDraft, { outcome: 'checked' }>, language: Language): string {
  if (draft.outcome === 'too_long')
    return limitText({ limit: 'draft', found: draft.characters, most: draft.limit }, language);
  if (draft.unchecked) return leftOutNotes(draft.unchecked, language).join(' ');
  return language === 'zh'
    ? '这里没有可以核对的事实：请写出一句陈述，例如“2020年第三季度亚马逊云的市占率为32%。”'
    : 'There is no fact to check here: write a statement, such as “AWS held 32% of the market in Q3 2020.”';
}
