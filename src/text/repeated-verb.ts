/** A Chinese verb, denied, and again: `涨没涨`, `超不超过`. */
const REPEATED = /(?<verb>\p{Script=Han})[不没]\k<verb>/u;

/** True when a text asks by saying a verb, its denial and the verb again. */
export function repeatsVerb(text: string): boolean {
  return REPEATED.test(text);
}

/** The same with the verb said once. */
export function withVerbOnce(text: string): string {
  return text.replace(REPEATED, '$<verb>');
}
