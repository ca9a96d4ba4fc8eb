import { fold } from '../text/fold-text.ts';
import type { Comparison, CompareResources, Grounds } from './compare-statements.ts';
import { compareStatements } from './compare-statements.ts';
import { proofFeatures } from './proof-features.ts';
import type { ComparisonWeights } from './proof-score.ts';
import { proofScore } from './proof-score.ts';
import { misplacedFigures, settledBy } from './settled-by.ts';

/**
 * Tells what of a claim its quotes do not prove, as it stands in the claim or with what is wrong about it in brackets;
 * nothing when they prove all of it.
 */
export type Prove = (claim: string, grounds: Grounds) => string[];

/** Words of a claim that are named when too little of it is said. */
const NAMED = 3;
/** A word of which so little is said is not said. */
const UNSAID = 0.45;

/** Tells which figures of a claim stand otherwise in its quotes: of another, of another time, as another move. */
export function createFigureCheck(resources: CompareResources): Prove {
  return (claim, grounds) => misplacedFigures(compareStatements(claim, grounds, resources));
}

/** Makes what proves. A claim that is one of its quotes, or all of them together, proves itself. */
export function createProver(resources: CompareResources, weights: ComparisonWeights): Prove {
  return (claim, grounds) => {
    const { quotes } = grounds;
    const own = fold(claim);
    if (fold(quotes.join('')) === own || quotes.some((quote) => fold(quote) === own)) return [];
    const comparison = compareStatements(claim, grounds, resources);
    const settled = settledBy(comparison);
    if (settled.length > 0) return settled;
    return proofScore(proofFeatures(comparison), weights) < weights.provedFrom ? leastSaid(comparison, claim) : [];
  };
}

function leastSaid({ words }: Comparison, claim: string): string[] {
  const unsaid = words.filter(({ share }) => share < UNSAID).toSorted((a, b) => b.word.weight - a.word.weight);
  return unsaid.length === 0 ? [claim] : unsaid.slice(0, NAMED).map(({ word }) => word.text);
}
