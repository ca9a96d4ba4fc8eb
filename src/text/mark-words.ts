import { contentOf, tagWords } from './tag-words.ts';

/** A stretch of a text, and whether it is one of the words that are sought. */
export interface Marked {
  text: string;
  isMarked: boolean;
}

/** Chinese words of two characters, Latin ones of four letters or with a capital: shorter ones stand everywhere. */
const TELLING = /\p{Script=Han}{2}|\p{L}{4}|[\p{Lu}\d]/u;

/** A text in stretches, those marked that are words of a question; Latin ones with any ending. */
export function markWords(text: string, question: string): Marked[] {
  const words = [...new Set(tagWords(question).flatMap((word) => (contentOf(word) > 0 ? [word.text] : [])))]
    .filter((word) => TELLING.test(word))
    .toSorted((a, b) => b.length - a.length)
    .map((word) => (/^\p{Script=Latin}/u.test(word) ? `(?<!\\p{Script=Latin})${escaped(word)}` : escaped(word)));
  if (words.length === 0) return [{ text, isMarked: false }];
  const marked: Marked[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(new RegExp(words.join('|'), 'giu'))) {
    marked.push({ text: text.slice(from, index), isMarked: false }, { text: word, isMarked: true });
    from = index + word.length;
  }
  return [...marked, { text: text.slice(from), isMarked: false }].filter((stretch) => stretch.text !== '');
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
