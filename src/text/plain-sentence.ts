/** What a client could take for more than words, and what is left of it. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/!?\[(?<words>[^\]]*)\]\([^)]*\)/gu, '$<words>'],
  [/!?\[(?<words>[^\]]*)\]\[[^\]]*\]/gu, '$<words>'],
  [/<[^<>|]*\|(?<words>[^<>]*)>/gu, '$<words>'],
  [/<[@#!/a-z][^<>]*>/giu, ''],
  [/(?:https?|ftp|mailto|javascript|slack):\S*|\b(?:data|file):\S+/giu, ''],
  [/\bwww\.\S+/giu, ''],
  [/@(?=[\p{L}\p{N}_])/gu, ''],
  [/\*\*|__|~~|`+|^\s*(?:#{1,6}|>|[-*+])\s+/gu, ''],
  [/\p{Cf}+/gu, ''],
  [/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '],
  [/\s+/gu, ' '],
];

/**
 * A sentence of a model without what a client could take for more than words: links and pictures keep their words,
 * mentions, tags and addresses go, marks of Markdown and characters that do not print go.
 */
export function plainSentence(text: string): string {
  const plain = MARKS.reduce((left, [mark, words]) => left.replaceAll(mark, words), text).trim();
  // What is left may have become a mark: again, until there is none. Each time it gets shorter.
  return plain === text ? plain : plainSentence(plain);
}
