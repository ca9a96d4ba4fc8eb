import { words } from '../lexicon/lexicon.ts';
import { hereOrEverywhere, holdsName } from '../lexicon/names.ts';
import type { Names } from '../lexicon/names.ts';
import type { Ask } from '../retrieve/split-question.ts';

const ASKS_WHO = words('asks who');
/** Who says it is not whom it is about. */
const ATTRIBUTION = words('attribution');
const RATE = words('rate');

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
  return RATE.isIn(sentence) && !RATE.isIn(asked);
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
  if (ASKS_WHO.isIn(asked) || names.find(asked).some(({ kind }) => kind === 'company')) return false;
  return names.find(ATTRIBUTION.blank(sentence)).some(({ kind }) => kind === 'company');
}
