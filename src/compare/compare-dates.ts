import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import { affinity } from './affinity.ts';
import type { Evidence } from './read-evidence.ts';

/**
 * Compares the years, months and days of a claim with those of a sentence; where it names none, with what stands before
 * it.
 */
export function compareDates(claim: ReadClaim, evidence: Evidence): Finding[] {
  const { publishedOn } = evidence.passage.report;
  const reportYear = publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4));
  const inSentence = findQuantities(evidence.sentence.text, reportYear);
  const around = findQuantities([evidence.earlier, evidence.heading].join('\n'), reportYear);
  return claim.dates.map((claimed) => compareDate(claim, claimed, evidence, { inSentence, around, reportYear }));
}

interface Dates {
  inSentence: Quantity[];
  around: Quantity[];
  reportYear: number | undefined;
}

function compareDate(
  claim: ReadClaim,
  claimed: Quantity,
  evidence: Evidence,
  { inSentence, around, reportYear }: Dates,
): Finding {
  const same = (quantity: Quantity) => compareQuantities(claimed, quantity) === 'same';
  const agrees: Finding = { fact: 'period', outcome: 'agrees', claimed: claimed.text };
  if (inSentence.some(same)) return agrees;
  const rivals = inSentence.filter(
    (quantity) =>
      quantity.kind === claimed.kind && !claim.dates.some((other) => compareQuantities(other, quantity) === 'same'),
  );
  // A report speaks of its own year without naming it.
  if (claimed.kind === 'year' && claimed.low === reportYear && claimed.high === reportYear)
    return rivals.length === 0 || inSentence.some(({ kind }) => kind === 'months')
      ? { ...agrees, isBeside: true }
      : differing(claim, claimed, rivals, evidence);
  if (rivals.length > 0) return differing(claim, claimed, rivals, evidence);
  return around.some(same)
    ? { ...agrees, isBeside: true }
    : { fact: 'period', outcome: 'silent', claimed: claimed.text };
}

/** Another date stands in the place of the claimed one; a day only means something within its month. */
function differing(claim: ReadClaim, claimed: Quantity, rivals: Quantity[], evidence: Evidence): Finding {
  const [rival] = rivals.toSorted((a, b) => affinity(claim, b, evidence) - affinity(claim, a, evidence));
  if (!rival || compareQuantities(claimed, rival) !== 'different')
    return { fact: 'period', outcome: 'silent', claimed: claimed.text };
  return { fact: 'period', outcome: 'differs', claimed: claimed.text, found: rival.text };
}
