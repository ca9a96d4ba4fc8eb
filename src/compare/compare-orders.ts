import { findOrders } from '../quantities/orders.ts';
import { affinity } from './affinity.ts';
import type { Finding } from './finding.ts';
import type { ReadClaim } from './read-claim.ts';
import type { Evidence } from './read-evidence.ts';

/** Of several places in one sentence the one whose clause says so much more of the claim is meant. */
const CLEARLY = 1.3;

/**
 * Compares the places in an order (first, largest, third) of a claim with those of the clause of a sentence that fits
 * best.
 */
export function compareOrders(claim: ReadClaim, evidence: Evidence): Finding[] {
  const held = findOrders(evidence.sentence.text)
    .map((order) => ({ ...order, fit: affinity(claim, order, evidence) }))
    .toSorted((a, b) => b.fit - a.fit);
  return claim.orders.map(({ rank, text }): Finding => {
    const [best] = held;
    if (!best) return { fact: 'order', outcome: 'silent', claimed: text };
    const same = held.find((order) => isSame(order.rank, rank));
    const others = held.filter((order) => !isSame(order.rank, rank));
    if (same && others.every(({ fit }) => same.fit >= CLEARLY * fit))
      return { fact: 'order', outcome: 'agrees', claimed: text };
    if (same && best.fit < CLEARLY * same.fit) return { fact: 'order', outcome: 'silent', claimed: text };
    return (rank === 'first') === (best.rank === 'first')
      ? { fact: 'order', outcome: 'differs', claimed: text, found: best.text }
      : { fact: 'order', outcome: 'silent', claimed: text };
  });
}

function isSame(one: number | string, other: number | string): boolean {
  return one === other || (one === 1 && other === 'first') || (one === 'first' && other === 1);
}
