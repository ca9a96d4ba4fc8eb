import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** How much of the claim's words stand in the clause that holds something of a sentence, and half of it in the clause before. */
export function affinity(claim: ReadClaim, placed: { start: number }, evidence: Evidence): number {
  const at = clauseAt(placed, evidence);
  return weightIn(at, claim, evidence) + weightIn(at - 1, claim, evidence) / 2;
}

/** The same for its own clause alone. */
export function clauseShare(claim: ReadClaim, placed: { start: number }, evidence: Evidence): number {
  return weightIn(clauseAt(placed, evidence), claim, evidence);
}

function clauseAt({ start }: { start: number }, { clauses }: Evidence): number {
  return clauses.findIndex(({ span }) => start < span.end);
}

function weightIn(at: number, { words }: ReadClaim, { clauses }: Evidence): number {
  return words.reduce((sum, { concept, weight }) => sum + weight * (clauses[at]?.presence[concept] ?? 0), 0);
}
