import type { Unchecked, UncheckedReason } from '../domain/check.ts';
import { PORTIONS } from '../domain/limits.ts';
import { findQuantities } from '../quantities/find-quantities.ts';

/** The claims of a draft that are looked at, and those that are left out. */
export interface Portion {
  claims: string[];
  unchecked: Unchecked[];
}

/**
 * Takes of a draft's claims what can be compared in the time that somebody waits: none that is no sentence any more,
 * and not too many.
 */
export function portionClaims(all: readonly string[]): Portion {
  const portion: Portion = { claims: [], unchecked: [] };
  for (const text of all) {
    const reason = reasonAgainst(text, portion.claims.length);
    if (reason === undefined) portion.claims.push(text);
    else portion.unchecked.push({ text, reason });
  }
  return portion;
}

function reasonAgainst(text: string, taken: number): UncheckedReason | undefined {
  if (text.length > PORTIONS.claim) return 'too_long';
  if (taken >= PORTIONS.claims) return 'too_many_claims';
  return findQuantities(text).length > PORTIONS.quantities ? 'too_many_figures' : undefined;
}
