import { words } from '../lexicon/lexicon.ts';

/** Who has less comes first. */
const LESS = [words('compares/less'), words('has less')];
const COMPARES = words('compares');
/** Goes on with who was named last. */
const RELATIVE = words('refers back/to the last');

/** Where a clause says who has more, or who has less; undefined where it compares nobody. */
export function comparesAt(clause: string): number | undefined {
  return COMPARES.first(clause)?.start;
}

/** True for a clause that says who has more. */
export function compares(clause: string): boolean {
  return COMPARES.isIn(clause);
}

/** True when who has less comes first. */
export function saysLess(clause: string): boolean {
  return LESS.some((less) => less.isIn(clause));
}

/** True for a word by which a clause says who has more, or less. */
export function isComparing(word: string): boolean {
  return COMPARES.is(word) || LESS.some((less) => less.is(word));
}

/** A text with spaces for the words by which it says who has more, or less. */
export function withoutComparing(text: string): string {
  return [COMPARES, ...LESS].reduce((rest, each) => each.blank(rest), text);
}

/** True for a clause that goes on with who was named last: `which in turn …`. */
export function isRelative(clause: string): boolean {
  return RELATIVE.atStart(clause.trimStart()) !== undefined;
}
