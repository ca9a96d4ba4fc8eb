import { compareQuantities } from '../quantities/compare-quantities.ts';
import { directionAt } from '../lexicon/direction-at.ts';
import { findDirections } from '../lexicon/directions.ts';
import { fold } from '../text/fold-text.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { findOwner } from './find-owner.ts';
import type { PlacedQuantity } from './placed-quantity.ts';
import { isDenied, isFigure } from './placed-quantity.ts';

/**
 * What a claim ties to a figure and its quotes tie otherwise: whose it is, whether it is denied, whether it is a level
 * or by how much something rose or fell. Only a model needs this check: it puts together anew what stands apart in the
 * quotes.
 * @returns what is not proved; nothing when all is
 */
export function unprovedBindings(claim: string, quotes: readonly string[]): string[] {
  if (quotes.some((quote) => fold(quote) === fold(claim))) return [];
  const figures = findQuantities(claim).filter(isFigure);
  return figures.flatMap((figure) => {
    const places = quotes.flatMap((quote) =>
      findQuantities(quote)
        .filter((found) => compareQuantities(figure, found) === 'same')
        .map((found) => ({ text: quote, quantity: found })),
    );
    const own = { text: claim, quantity: figure };
    // What no quote holds is unproved already.
    if (places.length === 0) return [];
    return [
      ...(places.some((place) => isDenied(place) === isDenied(own)) ? [] : [`${figure.text} (denied or stated)`]),
      ...(places.some((place) => movesAlike(own, place)) ? [] : [`${figure.text} (risen, fallen or level)`]),
      ...(places.some((place) => isOfTheSame(own, place)) ? [] : [`${figure.text} (of whom)`]),
    ];
  });
}

const RISE_BEFORE =
  /(?:增速|增幅|涨幅|升幅|增长率)[^，。；]{0,8}$|\b(?:up|growth)(?: rate)?(?: (?:of|by|was|at|to))?\s*$/iu;
const FALL_BEFORE = /(?:降幅|跌幅|下降率)[^，。；]{0,8}$|\b(?:down|decline)(?: (?:of|by|was|at))?\s*$/iu;
const RISE_AFTER = /^\s*(?:的?(?:增速|增幅|涨幅|增长)|(?:year-on-year )?(?:growth|increase|rise|gain)\b)/iu;
const FALL_AFTER = /^\s*(?:的?(?:降幅|跌幅|下降)|(?:year-on-year )?(?:decline|decrease|drop|fall|loss)\b)/iu;

/**
 * Both say a rise, both a fall, or both neither. Only shares are told apart as levels: an amount may be where something
 * rose to.
 */
function movesAlike(own: PlacedQuantity, found: PlacedQuantity): boolean {
  const [claimed, held] = [moveOf(own), moveOf(found)];
  if (claimed === held) return true;
  return own.quantity.kind !== 'percent' && (claimed === undefined || held === undefined);
}

function moveOf({ text, quantity }: PlacedQuantity): 1 | -1 | undefined {
  const [before, after] = [text.slice(0, quantity.start), text.slice(quantity.end)];
  if (RISE_BEFORE.test(before) || RISE_AFTER.test(after)) return 1;
  if (FALL_BEFORE.test(before) || FALL_AFTER.test(after)) return -1;
  return directionAt(findDirections(text), text, quantity, 'change')?.sign;
}

/** The claim's figure and the quote's have the same owner, as far as both name one. */
function isOfTheSame(own: PlacedQuantity, found: PlacedQuantity): boolean {
  const [claimed, held] = [findOwner(own), findOwner(found)];
  return (
    claimed === undefined ||
    held === undefined ||
    held.some((name) => claimed.some((other) => name.forms.some((form) => other.forms.includes(form))))
  );
}
