import type { Frequencies } from '../domain/ports.ts';
import type { AnalysedQuestion } from './analyse-question.ts';
import type { Alternative, QueryUnit } from '../dictionary/query-unit.ts';
import { alternativeOf, fewAlike, KIND_WEIGHTS, tokenUnit, weighUnit } from '../dictionary/query-unit.ts';
import type { FoundName } from '../lexicon/names.ts';
import { termsOf, tokenise } from '../text/tokenise.ts';
import type { TranslatedSpan } from '../dictionary/query-unit.ts';

/** A longer phrase says more: each further word or character adds this much. */
const LENGTH_BONUS = { en: 0.3, zh: 0.2 };
/** Words inside a translated phrase still count, but little. */
const INNER = 0.3;
/** One Chinese character alone is rarely a word. */
const ONE_CHARACTER = 0.4;
/** A translation less likely than this share of the best is left out. */
const UNLIKELY = 0.08;
const FIGURE = 0.5;
/** A word that is translated may yet stand there untranslated, in brackets. */
const AS_IT_IS = 0.1;
const NAME = 1.3;
/** What a translated unit counts against a pair of characters. */
const TRANSLATED = 1.5;

/**
 * The units of a question for chunks in its own language: names with all their forms, and every token that stands
 * outside of them.
 */
export function ownUnits({ tokens, content, names }: AnalysedQuestion, frequencies: Frequencies): QueryUnit[] {
  const found = names.find(content).filter(({ forms }) => forms.length > 1);
  const outside = found.reduce((text, name) => text.replace(name.text, ' '), content);
  const left = new Set(tokenise(outside).map(({ term }) => term));
  const named = found.flatMap((name) => nameUnit(name, frequencies));
  return [...named, ...tokens.filter(({ term }) => left.has(term)).map((token) => tokenUnit(token, frequencies))];
}

function nameUnit({ text, forms }: FoundName, frequencies: Frequencies): QueryUnit[] {
  const held = (term: string) => (frequencies.documentFrequency.get(term) ?? 0) > 0;
  const alternatives = forms.map((form) => alternativeOf(form));
  const known = alternatives.filter(({ terms }) => terms.every(held));
  const factor = tokenise(text).reduce((sum, { kind }) => sum + KIND_WEIGHTS[kind], 0);
  return [
    weighUnit(
      { label: text, kind: 'latin', alternatives: known.length > 0 ? known : alternatives },
      factor,
      frequencies,
    ),
  ];
}

/**
 * The units of a question for chunks in the other language: the longest phrases of which the library holds a
 * translation, the words inside them at a lower weight, and figures and Latin names as they are.
 */
export function translatedUnits(
  { tokens, language }: AnalysedQuestion,
  spans: TranslatedSpan[],
  frequencies: Frequencies,
): QueryUnit[] {
  const held = (term: string) => (frequencies.documentFrequency.get(term) ?? 0) > 0;
  const known = spans
    .map((span) => ({ ...span, alternatives: likely(span.alternatives.filter(({ terms }) => terms.every(held))) }))
    .filter(({ alternatives }) => alternatives.length > 0);
  const outer: TranslatedSpan[] = [];
  const translated = fewAlike(known).map((span) => {
    const isOuter = !outer.some(({ from, to }) => span.from < to && from < span.to);
    if (isOuter) outer.push(span);
    const { length } = span;
    const place = isOuter ? 1 + LENGTH_BONUS[language] * (length - 1) : INNER;
    const word = language === 'zh' && length === 1 && isOuter ? ONE_CHARACTER : 1;
    const factor = TRANSLATED * place * (span.isName ? NAME : word);
    return weighUnit({ label: span.label, kind: 'pair', alternatives: span.alternatives }, factor, frequencies);
  });
  const said = new Set(known.flatMap(({ label, length }) => (length === 1 ? termsOf(label) : [])));
  const asTheyAre = tokens.filter(({ kind, term }) => (kind === 'number' || kind === 'latin') && held(term));
  return [...translated, ...asTheyAre.map((token) => lighter(tokenUnit(token, frequencies), said.has(token.term)))];
}

/**
 * Figures weigh as much as words here: among translations, which match by chance more often, they would decide alone.
 */
function lighter(unit: QueryUnit, isTranslated: boolean): QueryUnit {
  if (isTranslated) return { ...unit, weight: unit.weight * AS_IT_IS };
  return unit.kind === 'number' ? { ...unit, weight: unit.weight * FIGURE } : unit;
}

/** Without those that are far less likely than the best: a part of a phrase counts where nothing better is known. */
function likely(alternatives: Alternative[]): Alternative[] {
  const best = Math.max(...alternatives.map(({ weight }) => weight));
  return alternatives.filter(({ weight }) => weight >= UNLIKELY * best);
}

/** Terms that the full-text index is asked for. */
const SEARCHED = 12;
const ALTERNATIVES_SEARCHED = 3;
/**
 * A term in more than this share of the chunks finds nothing that rarer ones do not, and takes longest; so many rarer
 * ones are enough.
 */
const COMMON = 0.1;
const ENOUGH = 5;
/** In a library with fewer chunks nothing takes long. */
const SMALL = 3000;

/**
 * The terms with which to search for candidates: those that weigh most, of each unit its likeliest names, of a long
 * name its rarest term.
 */
export function searchTerms(
  units: QueryUnit[],
  { documentFrequency, chunkCount }: Frequencies,
  limit = SEARCHED,
): string[] {
  const frequency = (term: string) => documentFrequency.get(term) ?? 0;
  const terms = units
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ alternatives }) =>
      alternatives
        .slice(0, ALTERNATIVES_SEARCHED)
        .flatMap(({ terms: together }) => together.toSorted((a, b) => frequency(a) - frequency(b)).slice(0, 1)),
    );
  const held = [...new Set(terms)].filter((term) => frequency(term) > 0).slice(0, limit);
  if (chunkCount < SMALL) return held;
  const rare = held.filter((term) => frequency(term) <= COMMON * chunkCount);
  return rare.length >= ENOUGH ? rare : held;
}
