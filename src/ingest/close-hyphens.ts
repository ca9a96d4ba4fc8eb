import type { SourceLine } from '../domain/source.ts';

const BROKEN = /(?<!\p{L})(?<first>\p{L}+)-$/u;
const CONTINUED = /^\p{Ll}+/u;
const WORDS = /\p{L}+(?:-\p{L}+)*/gu;

/**
 * Tells whether a hyphen at the end of a line was only put there to break a word. What the report writes elsewhere
 * decides: the whole word, or the two with their hyphen; else two halves that are no words of it are one.
 */
export function closesUp(pages: { lines: SourceLine[] }[]): (before: string, after: string) => boolean {
  let words: Set<string> | undefined;
  return (before, after) => {
    if (!before.endsWith('-')) return false;
    const first = BROKEN.exec(before)?.groups?.['first']?.toLowerCase();
    const second = CONTINUED.exec(after)?.[0];
    if (first === undefined || second === undefined) return false;
    words ??= wordsOf(pages);
    if (words.has(first + second)) return true;
    if (words.has(`${first}-${second}`)) return false;
    return !(words.has(first) && words.has(second));
  };
}

/** The words of a report, but the halves at the ends of its lines. */
function wordsOf(pages: { lines: SourceLine[] }[]): Set<string> {
  const words = new Set<string>();
  let isBroken = false;
  for (const { text } of pages.flatMap(({ lines }) => lines)) {
    const whole = text.trim();
    const inside = (isBroken ? whole.replace(CONTINUED, '') : whole).replace(BROKEN, '');
    for (const [word] of inside.toLowerCase().matchAll(WORDS)) words.add(word);
    isBroken = BROKEN.test(whole);
  }
  return words;
}
