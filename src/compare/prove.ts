import type { Degree } from '../domain/answer.ts';
import { findNegations } from '../lexicon/negations.ts';
import { findStances } from '../lexicon/stances.ts';
import { fold } from '../text/fold-text.ts';
import type { CompareResources } from './compare-statements.ts';
import { compareStatements } from './compare-statements.ts';
import type { Comparison } from './comparison.ts';
import type { FactKind } from './fault.ts';
import { findFaults, tellFault } from './find-faults.ts';
import { tellReckoning } from './tell-reckoning.ts';
import type { ComparisonWeights } from './proof-score.ts';
import { proofFeatures } from './proof-features.ts';
import { proofScore } from './proof-score.ts';
import type { QuotedStatement } from './quoted-statements.ts';
import type { Grounds } from './read-grounds.ts';
import { readGrounds } from './read-grounds.ts';
import { readText } from './read-text.ts';
import { limitAtEnd } from './unproved-stress.ts';

/**
 * What code can know of a sentence, whatever anybody judges: figures and whose they are, names, times, directions,
 * places in an order, denials, plans. Words that say a little more are for who judges.
 */
const HARD: readonly FactKind[] = ['figure', 'name', 'time', 'direction', 'order', 'negation', 'stance', 'role'];
/** Words of a claim that are named when too little of it is said. */
const NAMED = 3;
/** A word of which so little is said is not said. */
const UNSAID = 0.45;
/** What the rest of a sentence may say of a part of it: that it is only planned, denied, or so of some. */
const AROUND: readonly FactKind[] = ['stance', 'negation', 'stress'];

/** How the program alone proves a sentence; `none`: not at all. */
export type ProvedAs = Extract<Degree, 'verbatim' | 'computed' | 'compared'> | 'none';

/** What became of a sentence and its quotes. */
export interface Proof {
  degree: ProvedAs;
  /** What of it is not proved, as it stands there or with what is wrong about it in brackets; none of what is. */
  unproved: string[];
  /** Of one that is not proved: something is wrong that code can know, so that nobody's judgement proves it. */
  isSettled?: boolean;
  /** How its figures follow from those of the quotes: `32% − 19% = 13`. */
  computed?: string;
}

/** Tells how the quotes of a claim prove it. */
export type Prove = (claim: string, grounds: Grounds) => Proof;

/** Makes what proves. A claim that is one of its quotes, or all of them together, proves itself. */
export function createProver(resources: CompareResources, weights: ComparisonWeights): Prove {
  return (claim, grounds) => {
    const { quotes } = grounds;
    const own = fold(claim);
    const isOwn = fold(quotes.join('')) === own || quotes.some((quote) => fold(quote) === own);
    if (isOwn && !isTurnedAround(grounds.statements ?? [])) return { degree: 'verbatim', unproved: [] };
    const comparison = compareStatements(readText(claim, resources.names), readGrounds(grounds, resources), resources);
    const all = findFaults(comparison);
    // What stands in a quote word for word is turned only by what stands around it.
    const faults = isOwn ? all.filter(({ fact }) => AROUND.includes(fact)) : all;
    if (isOwn && faults.length === 0) return { degree: 'verbatim', unproved: [] };
    if (faults.length > 0)
      return {
        degree: 'none',
        unproved: faults.map(tellFault),
        isSettled: faults.some(({ fact, isUnsure = false }) => HARD.includes(fact) && !isUnsure),
      };
    // What says nothing is proved by nothing.
    if (comparison.words.length + comparison.figures.length === 0)
      return { degree: 'none', unproved: [claim], isSettled: true };
    if (proofScore(proofFeatures(comparison), weights) < weights.provedFrom)
      return { degree: 'none', unproved: leastSaid(comparison, claim), isSettled: false };
    const computed = comparison.figures.flatMap((one) => (one.outcome === 'reckoned' ? tellReckoning(one) : []));
    return computed.length === 0
      ? { degree: 'compared', unproved: [] }
      : { degree: 'computed', unproved: [], computed: computed.join('; ') };
  };
}

/** A quote leaves something of its only statement out that may turn it: a doubt, a denial, of how few it is so. */
function isTurnedAround([only, ...others]: readonly QuotedStatement[]): boolean {
  if (!only || others.length > 0) return false;
  const { text } = only.statement;
  const [before, behind] = [text.slice(0, only.from), text.slice(only.to)];
  const isOne = (part: string) => findStances(part).length > 0 || findNegations(part).length > 0;
  return isOne(before) || isOne(behind) || limitAtEnd(before) !== undefined;
}

function leastSaid({ words }: Comparison, claim: string): string[] {
  const unsaid = words.filter(({ share }) => share < UNSAID).toSorted((a, b) => b.word.weight - a.word.weight);
  return unsaid.length === 0 ? [claim] : unsaid.slice(0, NAMED).map(({ word }) => word.text);
}
