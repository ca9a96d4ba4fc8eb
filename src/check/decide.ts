import type { CheckVerdict } from '../domain/check.ts';
import type { FactKind, Finding } from './finding.ts';
import type { Weighed } from './weigh-evidence.ts';

/** Shares of a claim's words that the evidence must say. These numbers and those below were set by hand on 120 claims (docs/fact-checks.md). */
const LEAST = {
  /** To support a claim, in the report's language and, translated, in the other; less for each of two figures that agree. */
  supported: { own: 0.76, abroad: 0.65 },
  perFigure: 0.07,
  complement: 0.5,
  /** To contradict it; more where only a date differs, for much happens again at another time. */
  contradicted: 0.68,
  dateOnly: 0.85,
};
/** The weight of one word (of a rare one about 6) that the evidence may lack when it supports, and when it contradicts. */
const MOST_LACKING = { supported: 3, contradicted: { own: 2.7, abroad: 4 } };
const FIGURES = 2;

/** The verdict on a claim by the evidence that fits it best. In doubt nothing is found: a false `supported` is the worst error. */
export function decide(weighed: Weighed): CheckVerdict {
  const differing = weighed.findings.filter(({ outcome }) => outcome === 'differs');
  if (differing.length > 0) return isContradicted(weighed, differing) ? 'contradicted' : 'not_found';
  return isSupported(weighed) ? 'supported' : 'not_found';
}

function isSupported({ findings, all, complement, isAbroad }: Weighed): boolean {
  const agreeing = findings.filter(({ fact, outcome }) => fact === 'figure' && outcome === 'agrees').length;
  const least = LEAST.supported[isAbroad ? 'abroad' : 'own'] - LEAST.perFigure * Math.min(FIGURES, agreeing);
  const isSilent = findings.some(({ outcome }) => outcome === 'silent');
  return !isSilent && complement >= LEAST.complement && all.share >= least && all.lacking <= MOST_LACKING.supported;
}

/** Evidence that says the same of the same thing but for one kind of fact; what differs in several speaks of something else. */
function isContradicted({ findings, besideNames, isAbroad }: Weighed, differing: readonly Finding[]): boolean {
  const kinds = new Set(differing.map(({ fact }) => fact));
  const least = kinds.has('period') ? LEAST.dateOnly : LEAST.contradicted;
  const isSame = besideNames.share >= least && besideNames.lacking <= MOST_LACKING.contradicted[isAbroad ? 'abroad' : 'own'];
  return kinds.size === 1 && isSame && !isSilentBeside(findings, kinds);
}

/** A name may be missing where another one differs: `Stockholm, Sweden`. */
function isSilentBeside(findings: readonly Finding[], differing: ReadonlySet<FactKind>): boolean {
  return findings.some(({ fact, outcome }) => outcome === 'silent' && !(fact === 'name' && differing.has('name')));
}
