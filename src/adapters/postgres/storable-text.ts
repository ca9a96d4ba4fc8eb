/** Stands before a letter for a character that PostgreSQL's texts cannot hold, and before one for itself. */
const ESCAPE = '\u{e000}';
const NUL = '\0';

/** A text as PostgreSQL can hold it: NUL, which it refuses and damaged files hold, is written in another way. */
export function storableText(text: string): string {
  if (!text.includes(NUL) && !text.includes(ESCAPE)) return text;
  return text.replaceAll(ESCAPE, `${ESCAPE}e`).replaceAll(NUL, `${ESCAPE}0`);
}

/** The text that was to be stored. */
export function storedText(text: string): string {
  if (!text.includes(ESCAPE)) return text;
  return text.replaceAll(`${ESCAPE}0`, NUL).replaceAll(`${ESCAPE}e`, ESCAPE);
}
