import type { ReadClaim } from './read-claim.ts';
import type { Clause, Evidence } from './read-evidence.ts';

/**
 * How much of the claim's words stand in the clause that holds something of a sentence, and half of it in the clause
 * before.
 */
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

/** The clause that says most of a claim; undefined when there is none. */
export function coreOf<T extends Pick<Clause, 'presence'>>(clauses: readonly T[], claim: ReadClaim): T | undefined {
  const weights = clauses.map((clause) => weightOf(clause, claim));
  return clauses[weights.indexOf(Math.max(...weights))];
}

function weightIn(at: number, claim: ReadClaim, { clauses }: Evidence): number {
  const clause = clauses[at];
  return clause ? weightOf(clause, claim) : 0;
}

function weightOf({ presence }: Pick<Clause, 'presence'>, { words }: ReadClaim): number {
  return words.reduce((sum, { concept, weight }) => sum + weight * (presence[concept] ?? 0), 0);
}
