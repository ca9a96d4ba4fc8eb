import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** How much of the claim's words stand in the clause that holds a quantity, and half of it in the clause before. */
export function affinity({ words }: ReadClaim, { start }: { start: number }, { clauses }: Evidence): number {
  const at = clauses.findIndex(({ span }) => start < span.end);
  const shareIn = (index: number) => words.reduce((sum, { concept, weight }) => sum + weight * (clauses[index]?.presence[concept] ?? 0), 0);
  return shareIn(at) + shareIn(at - 1) / 2;
}
