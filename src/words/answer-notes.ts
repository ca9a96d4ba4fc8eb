import type { NearName, Verdict, VerifiedAnswer } from '../domain/answer.ts';
import type { ModelFailure } from '../domain/model.ts';
import type { Language } from '../domain/report.ts';
import type { VerifiedSummary } from '../domain/summary.ts';

/** That the reports do not answer, and why: `no report mentions Borealis; the nearest passages are about 2020 Q3`. */
export function notFoundText(
  {
    missing,
    held,
    near = [],
  }: { missing: readonly string[]; held: readonly string[]; near?: readonly NearName[] | undefined },
  language: Language,
): string {
  const isChinese = language === 'zh';
  const reasons = [
    ...(missing.length === 0 ? [] : [missingText(missing, isChinese)]),
    ...(held.length === 0 ? [] : [heldText(held, isChinese)]),
  ];
  const meant = near.length === 0 ? '' : nearText(near, isChinese);
  if (isChinese) return `报告里没有找到答案${reasons.length > 0 ? `：${reasons.join('；')}` : ''}。${meant}`;
  return `The reports do not answer this${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}.${meant}`;
}

function missingText(missing: readonly string[], isChinese: boolean): string {
  return isChinese
    ? `没有提到${missing.map((each) => `“${each}”`).join('、')}`
    : `no report mentions ${missing.join(', ')}`;
}

/** Names of the reports that may have been meant. */
function nearText(near: readonly NearName[], isChinese: boolean): string {
  const names = [...new Set(near.map(({ name }) => name))];
  return isChinese
    ? `是不是指${names.map((name) => `“${name}”`).join('、')}？`
    : ` Did you mean ${names.join(' or ')}?`;
}

function heldText(held: readonly string[], isChinese: boolean): string {
  return isChinese ? `最接近的段落说的是 ${held.join('、')}` : `the nearest passages are about ${held.join(', ')}`;
}

/** That there is nothing to ask: no report at all, or none that whoever asks may see. */
export function noReportsText(language: Language): string {
  return language === 'zh'
    ? '资料库里还没有报告，所以没有可以回答的内容。'
    : 'There is no report in the library yet, so there is nothing to answer from.';
}

const VERDICTS: Record<Language, Record<Verdict, string>> = {
  zh: { yes: '是。', no: '否。', open: '原文没有能断定是或否的句子；相关的原文是：' },
  en: { yes: 'Yes.', no: 'No.', open: 'No sentence settles this with yes or no; what the reports say:' },
};

/** Yes, no, or that no sentence decides it, above the sentences. */
export function verdictText(verdict: Verdict, language: Language): string {
  return VERDICTS[language][verdict];
}

/** What stands above the sentences of an answer: yes or no, that they do not agree; undefined for most. */
export function leadText(
  { verdict, differing }: { verdict?: Verdict | undefined; differing: boolean },
  language: Language,
): string | undefined {
  if (verdict !== undefined) return verdictText(verdict, language);
  return differing ? differingText(language) : undefined;
}

/** That sentences are left out because they came without words of a report. */
export function withheldText(count: number, language: Language): string {
  if (language === 'zh') return `另有 ${count} 句没有附上报告里的原文，没有采用。`;
  return count === 1
    ? 'One more sentence came without words of a report and is not used.'
    : `${count} more sentences came without words of a report and are not used.`;
}

/** That the sentences below it do not agree. */
export function differingText(language: Language): string {
  return language === 'zh' ? '报告里的说法不一致：' : 'The reports do not agree:';
}

const AWAY: Record<Language, Record<ModelFailure, string>> = {
  zh: {
    timeout: '语言模型没有及时回答',
    rate_limited: '语言模型这会儿太忙',
    server_error: '语言模型的服务出错了',
    unreachable: '连不上语言模型',
    refused: '语言模型拒绝了请求',
    too_long: '段落太长，语言模型放不下',
    stopped: '语言模型的回答中断了',
    broken_output: '语言模型的回答格式不对',
    endless: '语言模型的回答没有尽头',
    empty: '语言模型没有给出回答',
    resting: '语言模型暂时停用',
    over_budget: '今天的用量已经用完',
    nothing_verified: '语言模型写的内容没有可用的',
  },
  en: {
    timeout: 'The language model did not answer in time',
    rate_limited: 'The language model is too busy right now',
    server_error: "The language model's service failed",
    unreachable: 'The language model cannot be reached',
    refused: 'The language model refused the request',
    too_long: 'The passages are too long for the language model',
    stopped: "The language model's answer broke off",
    broken_output: "The language model's answer had the wrong form",
    endless: "The language model's answer did not end",
    empty: 'The language model gave no answer',
    resting: 'The language model is resting after failures',
    over_budget: "Today's allowance is used up",
    nothing_verified: 'Nothing that the language model wrote could be used',
  },
};

/** That a model was asked and did not answer, as the beginning of a sentence. */
export function awayText(failure: ModelFailure, language: Language): string {
  return AWAY[language][failure];
}

/** What an answer or a summary tells of how it came about. */
type Told = Pick<VerifiedAnswer, 'composer' | 'fallback' | 'cached'> & {
  outcome: VerifiedAnswer['outcome'] | VerifiedSummary['outcome'];
};

/**
 * How an answer or a summary came about, in quiet lines: that a model did not answer, or that it said the same before;
 * none when there is nothing to say.
 */
export function composedNotes(answer: Told, language: Language): string[] {
  const away = fallbackText(answer, language);
  return [...(away === undefined ? [] : [away]), ...(answer.cached ? [SAID_BEFORE[language]] : [])];
}

const SAID_BEFORE: Record<Language, string> = {
  zh: '语言模型对同一问题、同样的段落回答过，这是当时的回答。',
  en: 'The language model was asked this before, on the same passages; this is what it said.',
};

function fallbackText({ composer, fallback, outcome }: Told, language: Language): string | undefined {
  if (fallback === undefined) return undefined;
  if (outcome === 'not_found') return language === 'zh' ? `${AWAY.zh[fallback]}。` : `${AWAY.en[fallback]}.`;
  if (composer !== 'extractive')
    return language === 'zh'
      ? `${AWAY.zh[fallback]}，这些是此前已给出的句子。`
      : `${AWAY.en[fallback]}; these sentences had come by then.`;
  return language === 'zh'
    ? `${AWAY.zh[fallback]}，这些是报告里的原句。`
    : `${AWAY.en[fallback]}; these are the reports' own sentences.`;
}
