/**
 * A sentence of a model without what a client could take for more than words: links and pictures keep their words, mentions, tags and
 * addresses go, marks of Markdown and characters that do not print go.
 */
export function plainSentence(text: string): string {
  return text
    .replaceAll(/!?\[(?<words>[^\]]*)\]\([^)]*\)/gu, '$<words>')
    .replaceAll(/!?\[(?<words>[^\]]*)\]\[[^\]]*\]/gu, '$<words>')
    .replaceAll(/<[^<>|]*\|(?<words>[^<>]*)>/gu, '$<words>')
    .replaceAll(/<[@#!/a-z][^<>]*>/giu, '')
    .replaceAll(/\b(?:https?|ftp|mailto|javascript|data|file|slack):\S*/giu, '')
    .replaceAll(/\bwww\.\S+/giu, '')
    .replaceAll(/@(?=[\p{L}\p{N}_])/gu, '')
    .replaceAll(/\*\*|__|~~|`+|^\s*(?:#{1,6}|>|[-*+])\s+/gu, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
