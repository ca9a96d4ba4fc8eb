import type { Candidate } from './read-candidates.ts';
import type { PointTuning } from './summary-weights.ts';

/** What may be said at most. */
export interface Limits {
  /** Characters of all points together. */
  characters: number;
  points: number;
  /** Points shorter than this gain nothing by it, in characters. */
  shortest: number;
  /** How much the words of the matter count against figures and names: more, the less can be said. */
  matter: number;
  tuning: PointTuning;
}

/** What could be said next: a candidate, in place of one that says a part of it where there is such a one. */
interface Step {
  candidate: Candidate;
  /** What is said already and would be said within it. */
  within: Candidate | undefined;
  /** Characters that it takes. */
  length: number;
}

/**
 * Chooses what says most in the space there is: again and again the candidate that adds most for its length (after
 * Gillick and Favre 2009, "A Scalable Global Model for Summarization"), what was said already counting as `repeated`
 * says, and a heading under which nothing was said yet a little more. A sentence that was shortened, or said without
 * the one that leans on it, may be said at more length later, for what that adds.
 * @returns in reading order; none overlaps another
 */
export function choosePoints(candidates: readonly Candidate[], limits: Limits): Candidate[] {
  let chosen: Candidate[] = [];
  let free = limits.characters;
  for (;;) {
    const said = new Set(chosen.flatMap(({ items }) => items.map(({ key }) => key)));
    const heard = new Set(chosen.map(({ sentences }) => sentences[0]?.block));
    const [best] = candidates
      .flatMap((candidate) => stepTo(candidate, chosen))
      .filter(({ length, within }) => length <= free && (within !== undefined || chosen.length < limits.points))
      .map((step) => ({ ...step, gain: gainOf(step, { said, heard, ...limits }) }))
      .filter(({ gain }) => gain > 0)
      // First what was not said at all.
      .toSorted((a, b) => Number(a.within !== undefined) - Number(b.within !== undefined) || b.gain - a.gain);
    if (!best) break;
    chosen = [...chosen.filter((one) => one !== best.within), best.candidate];
    free -= best.length;
  }
  return chosen.toSorted((a, b) => startOf(a) - startOf(b));
}

/** A candidate that overlaps what is said can only take its place, and only where it says all of it. */
function stepTo(candidate: Candidate, chosen: readonly Candidate[]): Step[] {
  const { text } = candidate;
  const [within, ...others] = chosen.filter((one) => overlap(candidate, one));
  if (!within) return [{ candidate, within: undefined, length: text.length }];
  if (others.length > 0 || within === candidate || !holds(candidate, within)) return [];
  return [{ candidate, within, length: text.length - within.text.length }];
}

interface Said extends Limits {
  /** Keys of what was said, and the headings' blocks that were heard of. */
  said: ReadonlySet<string>;
  heard: ReadonlySet<unknown>;
}

function gainOf(
  { candidate: { items, favour, sentences }, length }: Step,
  { said, heard, shortest, matter, tuning }: Said,
): number {
  // A sentence that says nothing new is said once, however little the repeated counts.
  if (items.every(({ key }) => said.has(key))) return 0;
  const seen = new Set<string>();
  const added = items.reduce((sum, { key, weight }) => {
    const known = said.has(key) || seen.has(key);
    seen.add(key);
    return sum + (known ? tuning.repeated : 1) * weight * (/^[#@]/u.test(key) ? 1 : matter);
  }, 0);
  const spread = heard.has(sentences[0]?.block) ? 1 : 1 + tuning.spread;
  return (added * favour * spread) / Math.max(shortest, length) ** tuning.density;
}

function overlap(one: Candidate, other: Candidate): boolean {
  return one.sentences.some((sentence) => other.sentences.includes(sentence));
}

function holds(one: Candidate, other: Candidate): boolean {
  return (
    other.sentences.every((sentence) => one.sentences.includes(sentence)) &&
    one.span.start <= other.span.start &&
    one.span.end >= other.span.end
  );
}

/** Where a point stands in the report. */
function startOf({ sentences, span }: Candidate): number {
  return (sentences[0]?.block.passage.chunk.span.start ?? 0) + span.start;
}
