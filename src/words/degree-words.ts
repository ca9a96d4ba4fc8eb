import type { Claim, Degree } from '../domain/answer.ts';
import type { CheckDegree } from '../domain/check.ts';
import type { Language } from '../domain/report.ts';

/** Behind every sentence, the same at every door: how it is known to be right. */
const MARKS: Record<Degree, string> = { verbatim: '≡', computed: '∑', compared: '≈', judged: '◇', quoted: '❝' };

const WORDS: Record<Language, Record<Degree, string>> = {
  zh: {
    verbatim: '报告原话',
    computed: '由报告数字算得',
    compared: '已与原文比对',
    judged: '模型对照原文判断',
    quoted: '未能证实模型的说法，改列原文',
  },
  en: {
    verbatim: 'the report’s own words',
    computed: 'computed from the report’s figures',
    compared: 'compared with the page',
    judged: 'judged by a model',
    quoted: 'the quote, where a model’s wording could not be proved',
  },
};

/** In the order in which they are explained. */
const ORDER: readonly Degree[] = ['verbatim', 'computed', 'compared', 'judged', 'quoted'];

/** How a sentence is known to be right, in words. */
export function degreeText(degree: Degree, language: Language): string {
  return WORDS[language][degree];
}

/** The mark of a sentence, with how it was computed: `≈`, `∑ 32% − 19% = 13`. */
export function degreeMark({ degree, computed }: Pick<Claim, 'degree' | 'computed'>): string {
  return computed === undefined ? MARKS[degree] : `${MARKS[degree]} ${computed}`;
}

/** What the marks of some sentences mean: `≡ the report’s own words · ≈ compared with the page`. */
export function degreeLegend(claims: readonly Pick<Claim, 'degree'>[], language: Language): string {
  const used = ORDER.filter((degree) => claims.some((claim) => claim.degree === degree));
  return used.map((degree) => `${MARKS[degree]} ${WORDS[language][degree]}`).join(' · ');
}

/** A sentence as people read it: of a quote that stands for one, that the report says it. */
export function saidText({ text, degree }: Pick<Claim, 'text' | 'degree'>, language: Language): string {
  if (degree !== 'quoted') return text;
  return language === 'zh' ? `报告原文：“${text}”` : `The report says: “${text}”`;
}

const CHECKED: Record<Language, Record<'partly' | 'nearest', string>> = {
  zh: { partly: '◐ 部分有据', nearest: '最接近的原文' },
  en: { partly: '◐ said in part', nearest: 'the nearest sentence' },
};

/** How far a checked claim is said, with its mark; undefined of what is contradicted or has nothing near it. */
export function checkDegreeText(
  { degree, computed }: { degree?: CheckDegree | undefined; computed?: string | undefined },
  language: Language,
): string | undefined {
  if (degree === undefined) return undefined;
  if (degree === 'partly' || degree === 'nearest') return CHECKED[language][degree];
  const how = computed === undefined ? '' : `${language === 'zh' ? '：' : ': '}${computed}`;
  return `${MARKS[degree]} ${WORDS[language][degree]}${how}`;
}
