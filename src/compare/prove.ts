import { fold } from '../text/fold-text.ts';
import type { CompareResources } from './compare-statements.ts';
import { compareStatements } from './compare-statements.ts';
import type { Comparison } from './comparison.ts';
import { findFaults, tellFault } from './find-faults.ts';
import type { ComparisonWeights } from './proof-score.ts';
import { proofFeatures } from './proof-features.ts';
import { proofScore } from './proof-score.ts';
import type { Grounds } from './read-grounds.ts';
import { readGrounds } from './read-grounds.ts';
import { readText } from './read-text.ts';

/**
 * Tells what of a claim its quotes do not prove, as it stands in the claim or with what is wrong about it in brackets;
 * nothing when they prove all of it.
 */
export type Prove = (claim: string, grounds: Grounds) => string[];

/** Words of a claim that are named when too little of it is said. */
const NAMED = 3;
/** A word of which so little is said is not said. */
const UNSAID = 0.45;

/** Makes what proves. A claim that is one of its quotes, or all of them together, proves itself. */
export function createProver(resources: CompareResources, weights: ComparisonWeights): Prove {
  return (claim, grounds) => {
    const { quotes } = grounds;
    const own = fold(claim);
    if (fold(quotes.join('')) === own || quotes.some((quote) => fold(quote) === own)) return [];
    const comparison = compareStatements(readText(claim, resources.names), readGrounds(grounds, resources), resources);
    const faults = findFaults(comparison);
    if (faults.length > 0) return faults.map(tellFault);
    // What says nothing is proved by nothing.
    if (comparison.words.length + comparison.figures.length === 0) return [claim];
    return proofScore(proofFeatures(comparison), weights) < weights.provedFrom ? leastSaid(comparison, claim) : [];
  };
}

function leastSaid({ words }: Comparison, claim: string): string[] {
  const unsaid = words.filter(({ share }) => share < UNSAID).toSorted((a, b) => b.word.weight - a.word.weight);
  return unsaid.length === 0 ? [claim] : unsaid.slice(0, NAMED).map(({ word }) => word.text);
}
