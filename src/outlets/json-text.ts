/** What JSON may hold as it is and a terminal or an editor obeys or hides: only strings have any of it. */
const ACTS = /[\u007f-\u009f\p{Bidi_Control}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A value as JSON in which nothing acts on the terminal that shows it: such characters are written as `\u009b`, and
 * reading gives the same value.
 * @param indent blanks a level; absent: all on one line
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(ACTS, escaped);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
