import { words } from '../lexicon/lexicon.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';

/** What asks, in Chinese with the measure word after it. */
const CHINESE = words('focus/zh');
const ENGLISH = words('focus/en');
/** What stands between it and the noun in English: how many *of the*. */
const BETWEEN = words('focus/between');
/** So near the noun that is asked for follows: 多少用户. */
const REACH = 2;

/**
 * The word of a question that names what is asked for: `用户` of `有多少用户` and of `用户有多少`, `budget`
 * of `What was the budget of …`.
 * @returns its position among the concepts; undefined when none stands there
 */
export function findFocus(asked: string, concepts: readonly QueryUnit[]): number | undefined {
  const placed = concepts
    .map(({ label }, at) => ({ at, start: asked.indexOf(label), end: asked.indexOf(label) + label.length }))
    .filter(({ start }) => start >= 0);
  const chinese = CHINESE.first(asked);
  if (chinese) {
    const { start: from, end } = chinese;
    const after = placed
      .filter(({ start }) => start >= end && start <= end + REACH)
      .toSorted((a, b) => a.start - b.start)[0];
    const before = placed.filter((word) => word.end <= from).toSorted((a, b) => b.end - a.end)[0];
    return (after ?? before)?.at;
  }
  const english = ENGLISH.first(asked);
  if (!english) return undefined;
  let { end } = english;
  for (const word of asked.slice(end).split(/(?=\s)/u)) {
    if (!BETWEEN.is(word.trim())) break;
    end += word.length;
  }
  return placed.filter(({ start }) => start >= end).toSorted((a, b) => a.start - b.start)[0]?.at;
}
