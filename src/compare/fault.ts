/** What of a claim a fault is about. */
export type FactKind =
  | 'figure'
  | 'time'
  | 'name'
  | 'word'
  | 'order'
  | 'direction'
  | 'negation'
  | 'stance'
  | 'role'
  | 'stress';

/** A part of a claim that its quotes do not say, or say otherwise. */
export interface Fault {
  fact: FactKind;
  /** The words of the claim. */
  claimed: string;
  /** The figure of the claim that it is a fault of. */
  at?: string;
  /** What the quotes have in their place, where they have something of its kind there. */
  found?: string;
  /** What is wrong about it. */
  how?: string;
  /** The dictionary may only lack the word: who judges may know better. */
  isUnsure?: boolean;
}

/** `found` where there is something. */
export function foundAs(found: string | undefined): Pick<Fault, 'found'> {
  return found === undefined ? {} : { found };
}
