/**
 * Characters that act instead of being seen: control characters, what turns the writing direction, and separators of
 * lines.
 * Line feed and tabulator are for whoever calls to keep.
 */
const ACTS = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
/** What is invisible, but behind an emoji, whose form it sets. */
const INVISIBLE = /(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/gu;
/** Between two emoji: it makes one of them. */
const JOINS = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;
/** Stands for a joiner while the invisible goes; itself no character. */
const HELD = '\ufdd0';
/** More marks on one letter than any language writes hide the lines above. */
const PILE = /(\p{M}{6})\p{M}+/gu;

/**
 * Text of which everything is seen and nothing acts: escape sequences, carriage returns and turned directions are shown
 * as `\u{1b}`, invisible characters and heaps of marks go, halves of characters become `�`.
 * @param keep what is left as it is besides: line ends and tabulators, or nothing
 */
export function visibleText(text: string, keep: 'lines' | 'nothing'): string {
  const kept = (character: string) => keep === 'lines' && (character === '\n' || character === '\t');
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(HELD, '�')
    .replaceAll(ACTS, (character) => (kept(character) ? character : escaped(character)))
    .replaceAll(JOINS, HELD)
    .replaceAll(INVISIBLE, '')
    .replaceAll(HELD, '\u200d')
    .replaceAll(PILE, '$1');
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
