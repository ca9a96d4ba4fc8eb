import { findSource, speaksForItself } from '../lexicon/attribution.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';
import { foundAs } from './fault.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';

const SAME = 0.75;

/** Who says what a claim tells, where its quotes have somebody else say it, and nobody of that name. */
export function otherSources(claim: ReadText, sentences: readonly ReadText[], alike: WordLikeness): Fault[] {
  const held = sentences.flatMap(sourcesIn);
  if (held.length === 0) return [];
  return sourcesIn(claim)
    .filter(({ text, words }) => !speaksForItself(text) && !held.some((other) => isOneOf(words, other.words, alike)))
    .map(({ text }): Fault => ({ fact: 'role', claimed: text, ...foundAs(held[0]?.text), how: 'who' }));
}

interface Source {
  text: string;
  words: readonly ContentWord[];
}

function sourcesIn(read: ReadText): Source[] {
  return clausesOf(read).flatMap((clause) => {
    const found = findSource(clause.text);
    const words = found
      ? read.words.filter(({ start, end }) => start >= clause.start + found.start && end <= clause.start + found.end)
      : [];
    return found && words.length > 0 ? [{ text: clause.text.slice(found.start, found.end), words }] : [];
  });
}

function isOneOf(words: readonly ContentWord[], others: readonly ContentWord[], alike: WordLikeness): boolean {
  return words.some((word) => others.some((other) => alike(word, other) >= SAME));
}
