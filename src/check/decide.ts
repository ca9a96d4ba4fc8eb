import type { CheckVerdict } from '../domain/check.ts';
import type { AlignedWord, Comparison } from '../compare/comparison.ts';
import type { FactKind, Fault } from '../compare/fault.ts';
import { findFaults } from '../compare/find-faults.ts';
import type { CheckWeights } from './check-weights.ts';

/** What is decided of a claim by one statement. */
export interface Decision {
  verdict: CheckVerdict;
  /** What the statement has otherwise, or does not say. */
  faults: Fault[];
}

/** What of a comparison decides, in numbers. */
export interface CheckFeatures {
  faults: Fault[];
  /** Shares of the claim's words that are said, around the statement or by it, and by it alone. */
  said: number;
  here: number;
  /** The most weight that a single word lacks. */
  lacking: number;
  /** The share of the words that is said, those that are said otherwise aside. */
  beside: number;
  /** Its figures are told by their words, and their times are said. */
  isPlaced: boolean;
  /** It names somebody, and the statement nobody of them. */
  isOfOthers: boolean;
}

/** Where one of these differs the two may speak of something else: much happens again at another time and place. */
const PLACES: readonly FactKind[] = ['name', 'word', 'time', 'role', 'stance'];

/** A name of which so little is said is not said. */
const SAID_AT_ALL = 0.4;

/** What is denied has turned to its other end. */
const ENDS: Partial<Record<FactKind, FactKind>> = { negation: 'direction' };

/** The verdict on a claim by a statement: in doubt nothing is found, for a false `supported` is the worst error. */
export function decide(comparison: Comparison, weights: Pick<CheckWeights, 'supported' | 'contradicted'>): Decision {
  const features = checkFeatures(comparison);
  return { verdict: verdictBy(features, weights), faults: features.faults };
}

/** The numbers of a comparison by which a claim is decided. */
export function checkFeatures(comparison: Comparison): CheckFeatures {
  const { words, figures, turned } = comparison;
  // That a figure is found little, or much, is the writer's to say.
  const all = [...findFaults(comparison), ...turned].filter(({ how }) => how !== 'tone');
  const faults = all.filter((one, at) => all.findIndex((other) => isSameFault(one, other)) === at);
  const rest = words.filter(({ word }) => !faults.some(({ claimed }) => claimed.includes(word.text)));
  const names = words.filter(({ word }) => word.isName);
  return {
    faults,
    said: shareOf(words, ({ share }) => share),
    here: shareOf(words, ({ here }) => here),
    lacking: Math.max(0, ...words.map(({ word, share }) => word.weight * (1 - share))),
    beside: shareOf(rest, ({ share }) => share),
    isOfOthers: names.length > 0 && names.every(({ here }) => here < SAID_AT_ALL),
    isPlaced: figures.every(
      (figure) => figure.outcome === 'reckoned' || (figure.binding.time !== 'unsaid' && !figure.binding.isAmbiguous),
    ),
  };
}

/** The verdict by the numbers of a comparison. */
export function verdictBy(
  { faults, said, here, lacking, beside, isPlaced, isOfOthers }: CheckFeatures,
  { supported, contradicted }: Pick<CheckWeights, 'supported' | 'contradicted'>,
): CheckVerdict {
  if (faults.length === 0) {
    const isSaid = said >= supported.said && here >= supported.here && lacking <= supported.lacking;
    return isSaid && isPlaced ? 'supported' : 'not_found';
  }
  const told = new Set(faults.map(({ fact }) => ENDS[fact] ?? fact));
  const facts = told.size > 1 ? new Set([...told].filter((fact) => fact !== 'stress')) : told;
  const isOne = facts.size === 1 && faults.some(({ found }) => found !== undefined);
  const least = PLACES.some((fact) => facts.has(fact)) ? contradicted.place : contradicted.fact;
  const isAnothers = isOfOthers && facts.has('figure');
  return isOne && !isAnothers && beside >= least ? 'contradicted' : 'not_found';
}

function isSameFault(one: Fault, other: Fault): boolean {
  return one.fact === other.fact && one.claimed === other.claimed && one.found === other.found;
}

function shareOf(words: readonly AlignedWord[], of: (word: AlignedWord) => number): number {
  const total = words.reduce((sum, { word }) => sum + word.weight, 0);
  return total === 0 ? 1 : words.reduce((sum, aligned) => sum + aligned.word.weight * of(aligned), 0) / total;
}
