import type { CheckVerdict } from '../domain/check.ts';
import type { Language, Place } from '../domain/report.ts';
import { placeLabel } from '../words/place-label.ts';
import type { Finding } from '../compare/finding.ts';

/** A claim that shares less than this with the nearest sentence is not about what the reports speak of. */
const NEAR = 0.5;

/** Why a claim got its verdict, in one sentence for people. */
export function reasonFor(
  verdict: CheckVerdict,
  {
    findings,
    share,
    place,
    language,
  }: { findings: readonly Finding[]; share: number; place: Place; language: Language },
): string {
  const where = placeLabel(place, language);
  const isChinese = language === 'zh';
  if (verdict === 'supported') return isChinese ? `${where}说的是同一件事。` : `${capital(where)} says the same.`;
  if (verdict === 'not_found') return share < NEAR ? nothingNear(language) : notProved(findings, where, language);
  const differences = differencesIn(findings, language);
  return isChinese ? `${where}的说法不同：${differences}。` : `${capital(where)} says otherwise: ${differences}.`;
}

/** That the comparison supports a claim, and the model that judges it does not. */
export function notJudgedSupported(language: Language): string {
  return language === 'zh'
    ? '比对一致，但语言模型复核认为引文还不足以证实。'
    : 'The comparison agrees, but the language model does not find it proved by the quotes.';
}

/** That no report speaks of a claim. */
export function nothingNear(language: Language): string {
  return language === 'zh' ? '报告里没有找到讲这件事的内容。' : 'The reports do not speak of this.';
}

function notProved(findings: readonly Finding[], where: string, language: Language): string {
  const silent = [...new Set(findings.flatMap((finding) => (finding.outcome === 'silent' ? [finding.claimed] : [])))];
  const isChinese = language === 'zh';
  if (silent.length === 0)
    return isChinese
      ? `最接近的是${where}，但不足以证实或否定。`
      : `The nearest is ${where}; it neither proves nor denies this.`;
  return isChinese
    ? `最接近的是${where}，但那里没有提到“${silent.join('”、“')}”。`
    : `The nearest is ${where}, which does not give “${silent.join('”, “')}”.`;
}

function differencesIn(findings: readonly Finding[], language: Language): string {
  const differing = findings.flatMap((finding) => (finding.outcome === 'differs' ? [finding] : []));
  return differing
    .map(({ claimed, found }) =>
      language === 'zh' ? `这里说“${claimed}”，报告是“${found}”` : `claimed “${claimed}”, found “${found}”`,
    )
    .join(language === 'zh' ? '；' : '; ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
