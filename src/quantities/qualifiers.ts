/** How a quantity is meant: `nearly` lies just below, `about` to both sides. */
export type Qualifier = 'exact' | 'about' | 'nearly' | 'over' | 'under' | 'at_least' | 'at_most';

/** Tried in this order at the end of what stands before a quantity: 不超过 before 超过. */
const BEFORE: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'at_most',
    /(?:至多|最多|不超过|不高于|不多于|不出|不消|within|at most|no more than|not more than|maximum of)\s*$/iu,
  ],
  ['at_least', /(?:至少|不低于|不少于|起码|at least|no less than|not less than|no fewer than)\s*$/iu],
  ['under', /(?:用不了|不到|不足|低于|少于|小于|未满|不满|未达到?|less than|fewer than|under|below|<)\s*$/iu],
  ['nearly', /(?:接近|逼近|将近|[^附最临远]近|^近|nearly|almost|close to|approaching|just under|just short of)\s*$/iu],
  [
    'over',
    /(?:超过了?|超出|超|逾|突破了?|多于|高于|大于|不止|(?<![不通经])过|(?<!打)破|over|more than|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:s|ed|ing)?|in excess of|>)\s*$/iu,
  ],
  [
    'about',
    /(?:约合?|约[为占有达]?|大约[为占有]?|大概[为是有]?|估计有?|about|around|approximately|roughly|some|circa|~)\s*$/iu,
  ],
];
const AFTER: readonly (readonly [Qualifier, RegExp])[] = [
  ['at_least', /^\s*(?:以上|or more|and above|or above)/iu],
  ['at_most', /^\s*(?:以下|以内|or less|or fewer|and below)/iu],
  ['about', /^\s*(?:左右|上下|or so\b)/iu],
  ['over', /^\s*(?:多|余)(?![少样种元年])/u],
];
/** Characters before a quantity in which its qualifier stands. */
const REACH = 18;

/** How a quantity is meant, by the words before and after it. */
export function qualifierOf(before: string, after: string): Qualifier {
  const near = before.slice(-REACH);
  return (
    BEFORE.find(([, pattern]) => pattern.test(near))?.[0] ??
    AFTER.find(([, pattern]) => pattern.test(after.slice(0, REACH)))?.[0] ??
    'exact'
  );
}
