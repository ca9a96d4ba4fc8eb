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

/** Two points that share this much of the smaller one's words are alike. */
const ALIKE = 0.6;

/**
 * Chooses what says most in the space there is: again and again the candidate that adds most for its length (after
 * Gillick and Favre 2009, "A Scalable Global Model for Summarization"), what was said already counting little, and a
 * heading under which nothing was said yet a little more.
 * @returns in reading order; none overlaps another
 */
export function choosePoints(
  candidates: readonly Candidate[],
  { characters, points, shortest, matter, tuning }: Limits,
): Candidate[] {
  const chosen: Candidate[] = [];
  let left = [...candidates];
  let free = characters;
  while (chosen.length < points && left.length > 0) {
    const said = new Set(chosen.flatMap(({ items }) => items.map(({ key }) => key)));
    const heard = new Set(chosen.map(({ sentences }) => sentences[0]?.block));
    left = left.filter(
      (candidate) => candidate.text.length <= free && !chosen.some((other) => clash(candidate, other)),
    );
    const best = left
      .map((candidate) => ({ candidate, gain: gainOf(candidate, { said, heard, shortest, matter, tuning }) }))
      .toSorted((a, b) => b.gain - a.gain)[0];
    if (!best || best.gain <= 0) break;
    chosen.push(best.candidate);
    free -= best.candidate.text.length;
  }
  return chosen.toSorted((a, b) => startOf(a) - startOf(b));
}

interface Said {
  /** Keys of what was said, and the headings' blocks that were heard of. */
  said: ReadonlySet<string>;
  heard: ReadonlySet<unknown>;
  shortest: number;
  matter: number;
  tuning: PointTuning;
}

function gainOf(
  { items, text, favour, sentences }: Candidate,
  { said, heard, shortest, matter, tuning }: Said,
): number {
  const seen = new Set<string>();
  const added = items.reduce((sum, { key, weight }) => {
    const known = said.has(key) || seen.has(key);
    seen.add(key);
    return sum + (known ? tuning.repeated : 1) * weight * (/^[#@]/u.test(key) ? 1 : matter);
  }, 0);
  const spread = heard.has(sentences[0]?.block) ? 1 : 1 + tuning.spread;
  return (added * favour * spread) / Math.max(shortest, text.length) ** tuning.density;
}

function clash(one: Candidate, other: Candidate): boolean {
  if (one.sentences.some((sentence) => other.sentences.includes(sentence))) return true;
  const words = new Set(other.items.map(({ key }) => key));
  const shared = one.items.filter(({ key }) => words.has(key)).length;
  return shared / Math.max(1, Math.min(one.items.length, other.items.length)) > ALIKE;
}

/** Where a point stands in the report. */
function startOf({ sentences, span }: Candidate): number {
  return (sentences[0]?.block.passage.chunk.span.start ?? 0) + span.start;
}
