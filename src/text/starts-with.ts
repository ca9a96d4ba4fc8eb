/** True where a text begins with a Chinese character. */
export function startsHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

/** True where a text ends with a Chinese character. */
export function endsHan(text: string): boolean {
  return /\p{Script=Han}$/u.test(text);
}

/** The Chinese characters with which a text begins; empty where it begins with none. */
export function hanAtStart(text: string): string {
  return /^\p{Script=Han}+/u.exec(text)?.[0] ?? '';
}

/** The Chinese characters with which a text ends; empty where it ends with none. */
export function hanAtEnd(text: string): string {
  return /(?<!\p{Script=Han})\p{Script=Han}+$/u.exec(text)?.[0] ?? '';
}

/** True where a text begins with a capital. */
export function startsUpper(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** True where a text begins with a small letter: it goes on with what stood before. */
export function startsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

/** True where a text begins with a letter of any script. */
export function startsWithLetter(text: string): boolean {
  return /^\p{L}/u.test(text);
}

/** True where a text begins with a digit. */
export function startsWithDigit(text: string): boolean {
  return /^\d/u.test(text);
}

/** True where a text ends with a colon: what follows belongs to it. */
export function endsInColon(text: string): boolean {
  return /[:：]$/u.test(text);
}
