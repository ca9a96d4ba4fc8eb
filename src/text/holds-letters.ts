/** True for a text in which a Chinese character stands. */
export function holdsHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** True for a text in which a letter of any script stands. */
export function holdsLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** True for a text that says something: a letter or a digit stands in it, and not only marks. */
export function holdsWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** True for a text in which a digit stands. */
export function holdsDigit(text: string): boolean {
  return /\d/u.test(text);
}

/** True for a text with something to be read as a word: two letters, or a Chinese character, which says as much. */
export function readsAsWord(text: string): boolean {
  return /\p{L}{2}|\p{Script=Han}/u.test(text);
}

/** True for Chinese characters and nothing else. */
export function isHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

/** True for digits and nothing else. */
export function isDigits(text: string): boolean {
  return /^\d+$/u.test(text);
}

/** How many Chinese characters stand in a text. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** The stretches of a text that are Chinese characters and nothing else, with where each begins. */
export function hanRuns(text: string): { run: string; start: number }[] {
  return Array.from(text.matchAll(/\p{Script=Han}+/gu), ({ 0: run, index }) => ({ run, start: index }));
}

/** True for a text with a character beside which no blank is written: Chinese and Japanese, with their marks. */
export function isWithoutSpaces(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u.test(text);
}

/** True for a text in which two Chinese characters stand together: a word. */
export function holdsHanWord(text: string): boolean {
  return /\p{Script=Han}{2}/u.test(text);
}
