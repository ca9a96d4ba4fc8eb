import { tellsInOrder } from '../compare/figure-zones.ts';
import { words } from '../lexicon/lexicon.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';

/** One of several that a sentence lists, with the figure that stands in its place. */
export interface ListedFigure {
  label: string;
  quantity: Quantity;
}

const BETWEEN = words('compare/between/list');
/** Between two figures, and two things, that stand one after the other; and where a clause ends. */
const FIGURE_MARKS = /^[、，,;；\s]{0,6}$/u;
const THING_MARK = /[、,]/u;
const CLAUSE_END = /[，。；：;]/u;
/** What leads to the first of them, and where the last ends: at 等, at what is said of all. */
const LEAD = words('list shape/lead');
const END = words('list shape/end');
const LATIN_END = /\s\p{Ll}/u;

/** `A、B、C的份额分别为5%、3%和2%`: as many things as figures, in order; none where a sentence does not tell it so. */
export function listedInOrder(text: string): ListedFigure[] {
  if (!tellsInOrder(text)) return [];
  const run = longestRun(findQuantities(text).filter(isFigure), text);
  const things = thingsBefore(text.slice(0, run[0]?.start ?? 0), run.length);
  return run.flatMap((quantity, at) => {
    const label = things[at];
    return label === undefined || label === '' ? [] : [{ label, quantity }];
  });
}

/** The most figures of one unit that stand one after the other. */
function longestRun(figures: readonly Quantity[], text: string): Quantity[] {
  const runs: Quantity[][] = [];
  for (const figure of figures) {
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last?.kind === figure.kind &&
      last.unit === figure.unit &&
      FIGURE_MARKS.test(BETWEEN.blank(text.slice(last.end, figure.start)));
    if (goesOn) runs.at(-1)?.push(figure);
    else runs.push([figure]);
  }
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** The things of the last clause that lists as many; none where no clause does. */
function thingsBefore(text: string, count: number): string[] {
  const listed = text
    .split(CLAUSE_END)
    .map(thingsIn)
    .findLast((things) => things.length === count);
  return (listed ?? []).map((thing, at) => {
    const bare = at === 0 ? LEAD.blank(thing).trim() : thing;
    return at === count - 1 ? bare.slice(0, endOf(bare)).trim() : bare;
  });
}

function thingsIn(clause: string): string[] {
  const marked = BETWEEN.find(clause)
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start)}、${left.slice(end)}`, clause);
  return marked
    .split(THING_MARK)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '');
}

function endOf(thing: string): number | undefined {
  const latin = thing.search(LATIN_END);
  return END.first(thing)?.start ?? (latin < 0 ? undefined : latin);
}
