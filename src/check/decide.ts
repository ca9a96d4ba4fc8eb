import type { CheckVerdict } from '../domain/check.ts';
import type { FactKind, Finding } from '../compare/finding.ts';
import type { Weighed } from '../compare/weigh-evidence.ts';

/**
 * What the evidence must say of a claim: for support the sum of the share of its words, half the share under its own
 * words, and the nearness of the vectors, in the report's language and, translated, in the other; less for each of two
 * figures that agree. For a contradiction the share of its words, more where only a date or a name differs, for much
 * happens again at another time or place. Set by hand on 437 claims, and for support above what was best there: new
 * claims are supported wrongly more often (docs/fact-checks.md).
 */
const LEAST = {
  supported: { own: 1.93, abroad: 1.85 },
  perFigure: 0.1,
  complement: 0.5,
  clause: 0.6,
  contradicted: { figure: 0.68, direction: 0.68, order: 0.68, negation: 0.68, word: 0.8, name: 0.8, period: 0.85 },
};
/**
 * The weight of one word (of a rare one about 6) that the evidence may lack when it supports, and when it contradicts.
 */
const MOST_LACKING = { supported: 2, contradicted: { own: 2.7, abroad: 4 } };
const FIGURES = 2;

/**
 * The verdict on a claim by the evidence that fits it best. In doubt nothing is found: a false `supported` is the worst
 * error.
 */
export function decide(weighed: Weighed): CheckVerdict {
  const differing = weighed.findings.filter(({ outcome }) => outcome === 'differs');
  if (differing.length > 0) return isContradicted(weighed, differing) ? 'contradicted' : 'not_found';
  return isSupported(weighed) ? 'supported' : 'not_found';
}

function isSupported({
  findings,
  all,
  here,
  nearness,
  complement,
  leastClause,
  isDoubtful,
  isAbroad,
}: Weighed): boolean {
  const agreeing = findings.filter(({ fact, outcome }) => fact === 'figure' && outcome === 'agrees').length;
  const least = LEAST.supported[isAbroad ? 'abroad' : 'own'] - LEAST.perFigure * Math.min(FIGURES, agreeing);
  const said = all.share + here.share / 2 + nearness;
  const isSilent = findings.some(({ outcome }) => outcome === 'silent');
  return (
    !isSilent &&
    !isDoubtful &&
    leastClause >= LEAST.clause &&
    complement >= LEAST.complement &&
    said >= least &&
    all.lacking <= MOST_LACKING.supported
  );
}

/**
 * Evidence that says the same of the same thing but for one kind of fact; what differs in several speaks of something
 * else.
 */
function isContradicted({ findings, besideNames, isAbroad }: Weighed, differing: readonly Finding[]): boolean {
  const facts = new Set(differing.map(({ fact }) => fact));
  // Words often differ beside the fact that decides.
  const kinds = new Set([...facts].filter((fact) => fact !== 'word' || facts.size === 1));
  const least = Math.max(...[...kinds].map((kind) => LEAST.contradicted[kind]));
  const isSame =
    besideNames.share >= least && besideNames.lacking <= MOST_LACKING.contradicted[isAbroad ? 'abroad' : 'own'];
  return kinds.size === 1 && isSame && !isSilentBeside(findings, kinds);
}

/** A name may be missing where another one differs: `Stockholm, Sweden`. */
function isSilentBeside(findings: readonly Finding[], differing: ReadonlySet<FactKind>): boolean {
  return findings.some(
    ({ fact, outcome }) =>
      outcome === 'silent' && !(fact === 'name' && (differing.has('name') || differing.has('word'))),
  );
}
