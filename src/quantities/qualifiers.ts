import type { Qualifier } from '../domain/quantity.ts';
import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';

const QUALIFIERS = ['at_most', 'at_least', 'under', 'nearly', 'over', 'about'] as const satisfies Qualifier[];
/** Tried in this order at the end of what stands before a quantity: 不超过 before 超过. */
const BEFORE = QUALIFIERS.map((qualifier) => [qualifier, words(`qualifier/before/${qualifier}`)] as const);
const BEHIND = (['at_least', 'at_most', 'about', 'over'] as const satisfies Qualifier[]).map(
  (qualifier) => [qualifier, words(`qualifier/behind/${qualifier}`)] as const,
);
/** Characters before a quantity in which its qualifier stands. */
const REACH = 18;

/** Where a quantity stands with the words that qualify it: `超过2000亿元`, `30个以上`. */
export function withQualifier(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const near = before.trimEnd();
  const lead = BEFORE.map(([, marks]) => marks.find(near).at(-1)).find((found) => found?.end === near.length);
  const behind = BEHIND.map(([, marks]) => marks.atStart(after.trimStart())).find((found) => found !== undefined);
  return {
    start: lead ? start - before.length + lead.start : start,
    end: behind ? end + after.length - after.trimStart().length + behind.end : end,
  };
}

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
