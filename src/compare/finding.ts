/** What a fact of a claim is about. */
export type FactKind = 'figure' | 'period' | 'direction' | 'order' | 'negation' | 'name' | 'word';

/**
 * How a sentence of a report stands to one fact of a claim: it says the same, it says something else in its place, or
 * it does not say.
 */
export type Finding =
  | { fact: FactKind; outcome: 'agrees'; claimed: string; isBeside?: true }
  | { fact: FactKind; outcome: 'differs'; claimed: string; found: string }
  | { fact: FactKind; outcome: 'silent'; claimed: string };
