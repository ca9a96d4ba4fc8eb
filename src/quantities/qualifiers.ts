import { words } from '../lexicon/lexicon.ts';

/** How a quantity is meant: `nearly` lies just below, `about` to both sides. */
export type Qualifier = 'exact' | 'about' | 'nearly' | 'over' | 'under' | 'at_least' | 'at_most';

const QUALIFIERS = ['at_most', 'at_least', 'under', 'nearly', 'over', 'about'] as const satisfies Qualifier[];
/** Tried in this order at the end of what stands before a quantity: 不超过 before 超过. */
const BEFORE = QUALIFIERS.map((qualifier) => [qualifier, words(`qualifier/before/${qualifier}`)] as const);
const BEHIND = (['at_least', 'at_most', 'about', 'over'] as const satisfies Qualifier[]).map(
  (qualifier) => [qualifier, words(`qualifier/behind/${qualifier}`)] as const,
);
/** Characters before a quantity in which its qualifier stands. */
const REACH = 18;

/** How a quantity is meant, by the words before and after it. */
export function qualifierOf(before: string, after: string): Qualifier {
  const near = before.slice(-REACH).trimEnd();
  const behind = after.slice(0, REACH).trimStart();
  return (
    BEFORE.find(([, marks]) => marks.isAtEnd(near))?.[0] ??
    BEHIND.find(([, marks]) => marks.atStart(behind) !== undefined)?.[0] ??
    'exact'
  );
}
