import type { RankedSentence } from '../answer/rank-sentences.ts';
import { fold } from '../text/fold-text.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';

/** Two texts of which so many words are shared say the same. */
const SAME = 0.6;

/** Statements without those that say what one before them says already. */
export function diverse(points: readonly RankedSentence[]): RankedSentence[] {
  const taken: RankedSentence[] = [];
  for (const point of points)
    if (!taken.some((other) => likeness(other.sentence.text, point.sentence.text) > SAME)) taken.push(point);
  return taken;
}

/** The words of a text that name things; `今年` says when, not of what. */
export function wordsOf(topic: string): string[] {
  return tagWords(topic)
    .filter((word) => contentOf(word) > 0 && word.tag !== 't')
    .map(({ text }) => fold(text));
}

function likeness(one: string, other: string): number {
  const [first, second] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, Math.min(first.size, second.size));
}
