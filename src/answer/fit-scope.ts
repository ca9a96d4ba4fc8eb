import { hereOrEverywhere, holdsName } from '../lexicon/names.ts';
import type { Names } from '../lexicon/names.ts';
import type { Ask } from '../retrieve/split-question.ts';

const ASKS_WHO = /谁|哪[个几家些]|who|which|whose/iu;
/** Who says it is not whom it is about. */
const ATTRIBUTION =
  /(?:根据|据)[^，,。]{1,30}[，,]|[\p{Script=Han}A-Za-z]{2,12}(?:的?(?:数据|报告|统计|预测|调查|研究)显示|(?:预计|预测|认为|表示)[，,：])/gu;
const RATE =
  /每[天日周月年]|日均|月均|年均|平均|a (?:day|week|month)|per (?:day|week|month)|daily|weekly|monthly|average/iu;

/**
 * How the figures of a sentence fit the scope of a question: the country or the world, all companies or one, a total or
 * a rate.
 * @returns 1 when it fits, 0 when nothing is known, down to -3
 */
export function fitsScope({ text: asked }: Ask, sentence: string, names: Names): number {
  return (
    placeFit(withoutCompanies(asked, names), withoutCompanies(sentence, names)) -
    (isOneCompany(asked, sentence, names) ? 1 : 0) -
    (isRate(asked, sentence) ? 1 : 0)
  );
}

/** True when a sentence speaks of so many a day or a year and the question does not. */
export function isRate(asked: string, sentence: string): boolean {
  return RATE.test(sentence) && !RATE.test(asked);
}

/** True when a sentence speaks of a place that the question does not name. */
export function isOtherPlace(asked: string, sentence: string, names: Names): boolean {
  const wanted = names.find(asked).filter(({ kind }) => kind === 'place');
  return names
    .find(sentence)
    .some(({ kind, forms }) => kind === 'place' && !wanted.some((name) => name.forms === forms));
}

/** 中国 in 中国移动 is no place. */
function withoutCompanies(text: string, names: Names): string {
  return names
    .find(text)
    .filter(({ kind }) => kind === 'company')
    .reduce((rest, name) => rest.replaceAll(name.text, ' '), text);
}

function placeFit(asked: string, sentence: string): number {
  const wanted = hereOrEverywhere().filter((forms) => holdsName(asked, forms));
  if (wanted.length !== 1) return 0;
  const held = hereOrEverywhere().filter((forms) => holdsName(sentence, forms));
  // Both: the sentence tells one apart from the other, and which is meant is not known.
  if (held.length !== 1) return 0;
  return held[0] === wanted[0] ? 1 : -1;
}

/** The question is about all, the sentence about one company. */
function isOneCompany(asked: string, sentence: string, names: Names): boolean {
  if (ASKS_WHO.test(asked) || names.find(asked).some(({ kind }) => kind === 'company')) return false;
  return names.find(sentence.replaceAll(ATTRIBUTION, '')).some(({ kind }) => kind === 'company');
}
