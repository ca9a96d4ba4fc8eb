import type { Span } from '../domain/report.ts';
import type { Grounds } from '../compare/read-grounds.ts';
import { areComparable, compareQuantities } from '../quantities/compare-quantities.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { detectLanguage } from '../text/language.ts';
import { splitClauses } from '../text/clauses.ts';
import { fold } from '../text/fold-text.ts';
import type { FigureSlots } from './model-claims.ts';

const SAME: readonly string[] = ['same', 'compatible'];
/** The slots that stand beside the value; the others are told by its form, or by how it is said. */
const BESIDE = ['who', 'measure', 'period', 'saidBy'] as const;

/**
 * What is wrong about the figures of a model's sentence by its own account of them: a value or a slot that stands in no
 * quote, nor around it, or a slot beside another value. Nothing when each slot stands with its value.
 */
export function wrongFigures(figures: readonly FigureSlots[], grounds: Grounds): string[] {
  const sentences = grounds.statements?.map(({ statement }) => statement.text) ?? [...grounds.quotes];
  return figures.flatMap((slots) => {
    const wrong = sentences.flatMap((sentence) => {
      const values = valuesIn(sentence, slots.value);
      return values.length === 0 ? [] : [wrongSlots(slots, values, { sentence, context: grounds.context })];
    });
    if (wrong.length === 0) return [`${slots.value} (stands in no quote)`];
    // A value may stand in several sentences: one of them is the one that is meant.
    return wrong.toSorted((one, other) => one.length - other.length)[0] ?? [];
  });
}

/** The figures of a sentence that are a value, in whatever words; its place where it is no figure that can be read. */
function valuesIn(sentence: string, value: string): Span[] {
  const asked = findQuantities(value).find(isFigure);
  const figures = findQuantities(sentence).filter(isFigure);
  if (asked) return figures.filter((one) => SAME.includes(compareQuantities(asked, one)));
  return fold(sentence).includes(fold(value)) ? placesOf(value, sentence) : [];
}

function wrongSlots(
  slots: FigureSlots,
  values: readonly Span[],
  { sentence, context }: { sentence: string; context: string },
): string[] {
  return BESIDE.flatMap((name) => {
    const words = slots[name]?.trim() ?? '';
    // Words in another language are none of the quote: who gives such is checked without.
    if (words === '' || detectLanguage(words) !== detectLanguage(sentence)) return [];
    const places = placesOf(words, sentence);
    if (places.length === 0)
      return fold(context + sentence).includes(fold(words)) ? [] : [`${words} (of ${slots.value}; stands in no quote)`];
    return places.every((place) => isOfAnother(place, values, sentence))
      ? [`${words} (stands beside another figure than ${slots.value})`]
      : [];
  });
}

function placesOf(words: string, text: string): Span[] {
  const places: Span[] = [];
  const [own, all] = [words.toLowerCase(), text.toLowerCase()];
  for (let at = all.indexOf(own); at >= 0; at = all.indexOf(own, at + 1))
    places.push({ start: at, end: at + own.length });
  return places;
}

/**
 * Words behind the value whose clause has a figure like it, and not the value itself. What stands before it may be said
 * of all that follows: whose such a value is the comparison tells.
 */
function isOfAnother(place: Span, values: readonly Span[], sentence: string): boolean {
  const clause = splitClauses(sentence).find((each) => isIn(place, each));
  if (!clause || values.some((value) => isIn(value, clause) || place.end <= value.start)) return false;
  const figures = findQuantities(sentence).filter(isFigure);
  const own = figures.filter(({ start }) => values.some((value) => value.start === start));
  return figures.some((other) => isIn(other, clause) && own.some((one) => isLike(one, other)));
}

function isIn(one: Span, span: Span): boolean {
  return one.start >= span.start && one.end <= span.end;
}

function isLike(one: Quantity, other: Quantity): boolean {
  return one.kind === other.kind && areComparable(one, other);
}
