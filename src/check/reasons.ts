import type { CheckVerdict, ClaimPart } from '../domain/check.ts';
import type { Language, Place } from '../domain/report.ts';
import { placeLabel } from '../words/place-label.ts';
import type { Fault } from '../compare/fault.ts';

/**
 * Why a claim got its verdict, in one sentence for people.
 * @param unsaid words that the nearest sentence does not give
 */
export function reasonFor(
  verdict: CheckVerdict,
  faults: readonly Fault[],
  place: Place,
  language: Language,
  unsaid: readonly string[] = [],
): string {
  const where = placeLabel(place, language);
  const isChinese = language === 'zh';
  if (verdict === 'supported') return isChinese ? `${where}说的是同一件事。` : `${capital(where)} says the same.`;
  if (verdict === 'not_found') return notProved(unsaid, where, language);
  const differences = tellDifferences(faults, language);
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

/** That a sentence says a part of a claim, and which. */
export function partlySaid(parts: readonly ClaimPart[], place: Place, language: Language): string {
  const where = placeLabel(place, language);
  const named = (isStanding: boolean) =>
    parts.filter(({ stands }) => stands === isStanding).map(({ text }) => `“${text}”`);
  return language === 'zh'
    ? `${where}说了其中一部分：${named(true).join('、')}；没有说${named(false).join('、')}。`
    : `${capital(where)} says a part of it: ${named(true).join(', ')}; not ${named(false).join(', ')}.`;
}

function notProved(unsaid: readonly string[], where: string, language: Language): string {
  const isChinese = language === 'zh';
  if (unsaid.length === 0)
    return isChinese
      ? `最接近的是${where}，但不足以证实或否定。`
      : `The nearest is ${where}; it neither proves nor denies this.`;
  return isChinese
    ? `最接近的是${where}，但那里没有提到“${unsaid.join('”、“')}”。`
    : `The nearest is ${where}, which does not give “${unsaid.join('”, “')}”.`;
}

/** What a claim has otherwise, in as few words as tell it: of figures and names all, of the rest the shortest. */
export function differencesIn(faults: readonly Fault[]): { claimed: string; found: string }[] {
  const told = faults.flatMap(({ fact, claimed, found }) => (found === undefined ? [] : [{ fact, claimed, found }]));
  const [shortest] = told.toSorted((a, b) => a.claimed.length - b.claimed.length);
  const isListed = told.every(({ fact }) => fact === 'figure' || fact === 'name');
  return (isListed || !shortest ? told : [shortest]).map(({ claimed, found }) => ({ claimed, found }));
}

function tellDifferences(faults: readonly Fault[], language: Language): string {
  return differencesIn(faults)
    .map(({ claimed, found }) =>
      language === 'zh' ? `这里说“${claimed}”，报告是“${found}”` : `claimed “${claimed}”, found “${found}”`,
    )
    .join(language === 'zh' ? '；' : '; ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
