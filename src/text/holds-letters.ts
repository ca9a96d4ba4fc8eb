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
