import { turnedRound } from '../lexicon/antonyms.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import { directionAt } from '../lexicon/direction-at.ts';
import { findDirections } from '../lexicon/directions.ts';
import type { Direction } from '../lexicon/directions.ts';
import { figuresOf } from '../quantities/figures.ts';
import { fold } from '../text/fold-text.ts';
import { findOrders } from '../quantities/orders.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { unprovedNames } from './unproved-names.ts';
import { unprovedNegations } from './unproved-negations.ts';

/**
 * The facts of a claim that its quotes do not prove: figures and dates, names, directions, places in an order,
 * negations. Stricter than a fact check: a figure must be the quotes' own, each proves one, and what rises there must
 * rise here. A claim that is one of its quotes proves itself.
 * @returns what is not proved, as it stands in the claim; nothing when all is
 */
export function unprovedFacts(claim: string, quotes: readonly string[]): string[] {
  if (quotes.some((quote) => fold(quote) === fold(claim)) || fold(quotes.join('')) === fold(claim)) return [];
  const held = quotes.join('\n');
  const pairs = pairQuantities(findQuantities(claim), findQuantities(held));
  const unproved = [
    ...pairs.flatMap(({ claimed, found }) => (found ? [] : [claimed.text])),
    ...unprovedFigures(
      claim,
      pairs.map(({ claimed }) => claimed),
      held,
    ),
    ...unprovedDirections(claim, held),
    ...turnedAtQuantity(claim, held, pairs),
    ...unprovedOrders(claim, held),
    ...unprovedNegations(claim, held),
    ...unprovedNames(claim, held),
    ...turnedRound(fold(claim), fold(held)).map(({ said }) => said),
  ];
  return [...new Set(unproved)];
}

interface Pair {
  claimed: Quantity;
  found?: Quantity;
}

/** Each quantity of the quotes proves one of the claim. */
function pairQuantities(claimed: Quantity[], held: Quantity[]): Pair[] {
  const left = new Set(held);
  return claimed.map((quantity) => {
    const found = [...left].find((other) => compareQuantities(quantity, other) === 'same');
    if (!found) return { claimed: quantity };
    left.delete(found);
    return { claimed: quantity, found };
  });
}

/** Figures in names, which are no quantities: H1, 5G, COVID-19. */
function unprovedFigures(claim: string, quantities: readonly Quantity[], held: string): string[] {
  const outside = quantities.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    claim,
  );
  const left = figuresOf(held);
  return figuresOf(outside).filter((figure) => {
    const at = left.indexOf(figure);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** These say enough by themselves: the quotes must say them, too. The others must only not be the opposite. */
const ESSENTIAL: readonly Direction['axis'][] = ['change', 'result', 'trade'];
const GROWTH_NAMED = /增速|增幅|增长率|growth rate/iu;

function unprovedDirections(claim: string, held: string): string[] {
  const [claimed, found] = [findDirections(claim), findDirections(held)];
  const count = (all: readonly Direction[], axis: Direction['axis'], sign: number) =>
    all.filter((one) => one.axis === axis && one.sign === sign).length;
  return claimed.flatMap(({ axis, sign, text }) => {
    if (count(claimed, axis, sign) <= count(found, axis, sign)) return [];
    const isTurned = count(found, axis, -sign) > count(claimed, axis, -sign);
    const isNamed = axis === 'change' && sign === 1 && GROWTH_NAMED.test(held);
    const isSaid = count(found, axis, sign) > 0 || isNamed;
    return isTurned || (!isSaid && ESSENTIAL.includes(axis)) ? [text] : [];
  });
}

/** `A rose 5 %, B fell 3 %` is not proved by `A fell 5 %, B rose 3 %`. */
function turnedAtQuantity(claim: string, held: string, pairs: readonly Pair[]): string[] {
  const [claimed, found] = [findDirections(claim), findDirections(held)];
  return pairs.flatMap((pair) => {
    const one = directionAt(claimed, claim, pair.claimed, 'change');
    const other = pair.found && directionAt(found, held, pair.found, 'change');
    return one && other && one.sign !== other.sign ? [`${one.text} ${pair.claimed.text}`] : [];
  });
}

function unprovedOrders(claim: string, held: string): string[] {
  const left = findOrders(held).map(({ rank }) => rank);
  return findOrders(claim).flatMap(({ rank, text }) => {
    const at = left.findIndex(
      (other) => other === rank || (rank === 1 && other === 'first') || (rank === 'first' && other === 1),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0 ? [text] : [];
  });
}
