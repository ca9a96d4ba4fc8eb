import { words } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Fault } from './fault.ts';
import { timesDiffer } from './other-times.ts';
import type { ReadText } from './read-text.ts';

const EDGES = ['start', 'middle', 'end'].map((edge) => ({ edge, told: words(`edge of a time/${edge}`) }));
/** So near a time its edge is told, in characters. */
const BESIDE = 3;

/** Times of a claim of which it tells another edge than its quotes do: `early 2024` against `late 2024`. */
export function otherEdges(claim: ReadText, sentences: readonly ReadText[]): Fault[] {
  const held = sentences.flatMap((sentence) => sentence.dates.map((date) => ({ date, edge: edgeOf(date, sentence) })));
  return claim.dates.flatMap((date): Fault[] => {
    const own = edgeOf(date, claim);
    const theirs = held.filter((other) => other.edge !== undefined && !timesDiffer(date, other.date));
    return own === undefined || theirs.length === 0 || theirs.some(({ edge }) => edge?.edge === own.edge)
      ? []
      : [{ fact: 'time', claimed: own.text, found: theirs[0]?.edge?.text ?? '' }];
  });
}

function edgeOf({ start, end }: DateFound, { text }: ReadText): { edge: string; text: string } | undefined {
  const before = text.slice(0, start).trimEnd();
  const behind = text.slice(end);
  return EDGES.flatMap(({ edge, told }) => {
    const leading = told.find(before).find((one) => before.length - one.end < BESIDE);
    const following = told.find(behind).find((one) => one.start === 0);
    const found = leading ?? following;
    return found ? [{ edge, text: found.text }] : [];
  })[0];
}
