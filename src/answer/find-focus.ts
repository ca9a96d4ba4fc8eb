import type { QueryUnit } from '../dictionary/query-unit.ts';

/** What asks, in Chinese with the measure word after it. */
const CHINESE =
  /(?:多少|(?<!哪)几(?!乎|何|十)|哪[些几一两三]?|什么|啥|多[大高长久远深])(?:[个家座项台部次户款种类条支所名位只块层门]|儿)?/u;
const ENGLISH =
  /\b(?:how (?:many|much|large|big|long|high|far|old|fast)|what(?:'s)?|which|whose)\b(?:\s+(?:is|was|are|were|did|does|do|has|have|had|the|a|an|of|kind|sort|type|share|number|amount)\b)*/iu;
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
  const chinese = CHINESE.exec(asked);
  if (chinese) {
    const end = chinese.index + chinese[0].length;
    const after = placed
      .filter(({ start }) => start >= end && start <= end + REACH)
      .toSorted((a, b) => a.start - b.start)[0];
    const before = placed.filter((word) => word.end <= chinese.index).toSorted((a, b) => b.end - a.end)[0];
    return (after ?? before)?.at;
  }
  const english = ENGLISH.exec(asked);
  if (!english) return undefined;
  const end = english.index + english[0].length;
  return placed.filter(({ start }) => start >= end).toSorted((a, b) => a.start - b.start)[0]?.at;
}
