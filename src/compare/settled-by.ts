import type { Binding } from './bind-figures.ts';
import type { ComparedFigure, Comparison } from './compare-statements.ts';

/**
 * A name of which so little is said is nobody's there: of 99 true sentences with a strange name in them 70 % have one,
 * of 120 as they are 8 % (`npm run fit -- comparison`).
 */
const STRANGE = 0.4;
/**
 * From here on the words beside a figure are another figure's. Of two facts whose owners were exchanged, with names off
 * every list, all of 100 reach it, and of 120 true sentences of the open set 4 %.
 */
const ANOTHERS = 0.25;

/** So much of what tells a figure apart stands beside another one only. */
const ELSEWHERE = 0.45;

/**
 * What settles that a claim is not proved, whatever else its quotes say: a name of nobody there; a figure that is not
 * theirs, or theirs of another, of another time, of a limit, of another move; what they deny, only plan, or have done
 * the other way round.
 * @returns the words of the claim, with what is wrong about them in brackets
 */
export function settledBy(comparison: Comparison): string[] {
  const { figures, denials, stances, otherOrders, roles, stress, otherTimes } = comparison;
  return [
    ...strangers(comparison),
    ...figures.flatMap(settledFigure),
    ...comparison.otherNumbers,
    ...otherTimes,
    ...denials,
    ...stances,
    ...otherOrders,
    ...roles,
    ...stress,
  ];
}

/** Of the names of a claim, those that neither its quotes nor what stands around them say in any way. */
export function strangers({ words }: Pick<Comparison, 'words'>): string[] {
  return words.flatMap(({ word, share }) => (word.isName && share < STRANGE ? [word.text] : []));
}

/** Figures that the quotes have, and have otherwise. */
export function misplacedFigures({ figures }: Pick<Comparison, 'figures'>): string[] {
  return figures.flatMap((figure) => (figure.outcome === 'held' ? settledFigure(figure) : []));
}

function settledFigure(compared: ComparedFigure): string[] {
  const { figure, outcome } = compared;
  if (outcome === 'unproved') return [figure.text];
  if (outcome === 'reckoned') return [];
  return faultsOf(compared.binding).map((fault) => `${figure.text} (${fault})`);
}

function faultsOf({ margin, isOfAnother, time, ...binding }: Binding): string[] {
  return [
    ...(margin >= ANOTHERS || binding.elsewhere >= ELSEWHERE ? ['of what'] : []),
    ...(isOfAnother ? ['of whom'] : []),
    ...(time === 'other' || time === 'wider' ? ['when'] : []),
    ...(binding.isMovedOtherwise ? ['risen, fallen or level'] : []),
    ...(binding.isLimitDropped ? ['a limit'] : []),
    ...(binding.isOtherwiseMeant ? ['a part of it, or below zero'] : []),
  ];
}
