import type { UnitFinder } from '../dictionary/find-units.ts';
import type { Aligner } from './align-words.ts';
import type { ClaimWord } from './claim-words.ts';
import { compareDates } from './compare-dates.ts';
import { compareDirections } from './compare-directions.ts';
import { compareFigures } from './compare-figures.ts';
import { compareNames } from './compare-names.ts';
import { compareNegations } from './compare-negations.ts';
import { compareOrders } from './compare-orders.ts';
import { compareWords } from './compare-words.ts';
import type { Finding } from './finding.ts';
import { isDoubtful } from './is-doubtful.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';
import { clausesOf } from './read-evidence.ts';

/** How much of some words of a claim a sentence says, under whatever words. */
export interface Coverage {
  /** Share by weight, 0 to 1. */
  share: number;
  /** The most weight that a single word lacks. */
  lacking: number;
}

/** How a sentence stands to a claim. */
export interface Weighed {
  evidence: Evidence;
  findings: Finding[];
  all: Coverage;
  /** Of the words in the sentence itself, as the claim or a dictionary says them. */
  here: Coverage;
  /** Cosine of its vector to the claim's. */
  nearness: number;
  /** Without the names that it does not say: what remains when one name stands for another. */
  besideNames: Coverage;
  /** The least share of a word with which the claim says what something is: `排头的是甲`; 1 when it does not. */
  complement: number;
  /** The least share of the words of one of its clauses, all words counting alike; of those that have a few. */
  leastClause: number;
  /**
   * Its figures or words are somebody else's there, it is only planned, or what the sentences beside it say is turned
   * round.
   */
  isDoubtful: boolean;
  /** The claim is in another language than the report. */
  isAbroad: boolean;
  /** How well it fits, for choosing among sentences. */
  fit: number;
}

/**
 * What facts count when the sentence for a claim is chosen, against the share of its words: an agreeing figure seldom
 * agrees by chance.
 * `here`: the share that stands in the sentence itself under the claim's own words. Set by hand on the claims of
 * docs/fact-checks.md.
 */
const FIT = { agrees: 0.12, agreeingFigure: 0.25, differs: 0.02, silent: -0.08, words: 1, here: 0.4, nearness: 0.6 };
const UNSAID = 0.5;
const NOUN = 1.6;
/** Words of a clause from which on a share of them says something. */
const FEW = 3;
/** What follows the last `is` of a claim is what it has to say. */
const IS = /(?:的是|就是|正是)(?=[^，。]{1,12}[。.]?$)/u;

/** Compares a claim with a sentence in every fact. */
export async function weighEvidence(
  claim: ReadClaim,
  evidence: Evidence,
  nearness: number,
  { find, align }: { find: UnitFinder; align: Aligner },
): Promise<Weighed> {
  const isAbroad = claim.language !== evidence.passage.report.language;
  const shares = await align(claim.words, evidence);
  const figures = compareFigures(claim, evidence, find);
  const findings = [
    ...figures.map(({ finding }) => finding),
    ...compareDates(claim, evidence),
    ...compareDirections(claim, evidence, figures),
    ...compareOrders(claim, evidence),
    ...compareNegations(claim, evidence, find),
    ...(isAbroad ? [] : compareWords(claim, evidence, shares)),
    ...compareNames(claim, evidence, find, shares),
  ];
  const all = coverageOf(claim.words, shares);
  const here = coverageOf(
    claim.words,
    claim.words.map(({ concept }) => evidence.inSentence[concept] ?? 0),
  );
  const fit =
    FIT.words * all.share +
    FIT.here * here.share +
    FIT.nearness * nearness +
    findings.reduce((sum, finding) => sum + fitOf(finding), 0);
  return {
    evidence,
    findings,
    all,
    here,
    nearness,
    isAbroad,
    fit,
    besideNames: besideNames(
      claim.words.map((word) => ({ ...word, isNoun: false, isExact: false })),
      shares,
      findings,
    ),
    complement: complementOf(claim, shares),
    leastClause: leastClauseOf(claim, shares),
    isDoubtful: isDoubtful(claim, evidence, isAbroad),
  };
}

function coverageOf(words: readonly ClaimWord[], shares: readonly number[]): Coverage {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const held = words.reduce((sum, { weight }, at) => sum + weight * (shares[at] ?? 0), 0);
  return {
    share: total === 0 ? 0 : held / total,
    lacking: Math.max(
      0,
      ...words.map(({ weight, isNoun, isExact }, at) => lackOf(weight, isNoun || isExact, shares[at] ?? 0)),
    ),
  };
}

/** A thing that is not named at all is missed more than what is done with it. */
function lackOf(weight: number, isNoun: boolean, share: number): number {
  return weight * (1 - share) * (isNoun && share < UNSAID ? NOUN : 1);
}

function besideNames(words: readonly ClaimWord[], shares: readonly number[], findings: readonly Finding[]): Coverage {
  const missing = new Set(
    findings.flatMap(({ fact, outcome, claimed }) =>
      (fact === 'name' || fact === 'word') && outcome !== 'agrees' ? [claimed] : [],
    ),
  );
  const kept = words.flatMap((word, at) => (missing.has(word.label) ? [] : [{ word, share: shares[at] ?? 0 }]));
  return coverageOf(
    kept.map(({ word }) => word),
    kept.map(({ share }) => share),
  );
}

function fitOf(finding: Finding): number {
  if (finding.outcome !== 'agrees') return FIT[finding.outcome];
  if (finding.isBeside) return 0;
  return finding.fact === 'figure' ? FIT.agreeingFigure : FIT.agrees;
}

/** A rare word in one clause must not make up for another clause that says something else. */
function leastClauseOf({ text, words }: ReadClaim, shares: readonly number[]): number {
  const clauses = clausesOf(text).map(({ start, end }) =>
    words.flatMap(({ label }, at) => (isWithin(text.indexOf(label), start, end) ? [shares[at] ?? 0] : [])),
  );
  return Math.min(
    1,
    ...clauses
      .filter(({ length }) => length >= FEW)
      .map((held) => held.reduce((sum, share) => sum + share, 0) / held.length),
  );
}

function isWithin(at: number, start: number, end: number): boolean {
  return start <= at && at < end;
}

function complementOf({ text, words }: ReadClaim, shares: readonly number[]): number {
  const at = IS.exec(text);
  if (!at) return 1;
  const said = words.flatMap(({ label }, index) => (text.lastIndexOf(label) > at.index ? [shares[index] ?? 0] : []));
  return Math.min(1, ...said);
}
