/** Text made comparable, with the way back to the original. */
export interface FoldedText {
  /** NFKC, lower case, no white space. */
  folded: string;
  /** `offsets[i]` is where the original of `folded[i]` begins; one entry more marks the end. */
  offsets: number[];
}

/** Folds text for comparing: two texts that differ in width, case or white space only become equal. */
export function foldText(text: string): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldCharacter(character);
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    folded += piece;
    at += character.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
}

/** Only the comparable form, where nobody needs the way back. */
export function fold(text: string): string {
  return foldText(text).folded;
}

function foldCharacter(character: string): string {
  if (isPlain(character)) return character;
  return character
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff\u00ad]+/gu, '');
}

// Han, digits and lower-case letters are most of a report and stay as they are.
function isPlain(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
