/** A text on one line: each stretch of white space is one blank. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

/** A text without its white space. */
export function withoutSpace(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** What stands between white space; an empty piece where a text begins or ends with it. */
export function atSpaces(text: string): string[] {
  return text.split(/\s+/u);
}

/** A text without the white space between Chinese characters: it says nothing there. */
export function joinHan(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

/** A text without the white space beside Chinese characters, whatever stands on its other side. */
export function closeHan(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Han})\s{1,8}|(?<!\s)\s{1,8}(?=\p{Script=Han})/gu, '');
}
