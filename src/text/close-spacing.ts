/** From so many single letters in a row on, the blanks between them are how the line is set, not where words end. */
const SPACED = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ \u00a0\u3000\t][\p{L}\p{N}&,.:：，、-]){3,}(?![\p{L}\p{N}])/gu;
/** Chinese headings of two or three characters are set wide as a rule: `目 录`, `前  言`. */
const WIDE_HAN = /^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){1,5}$/u;

/**
 * Closes up letter-spaced lines: `区 块 链`, `2 0 2 4 C A M R Y`, `目 录`. Where words end, two blanks stand, or
 * nothing.
 */
export function closeSpacing(text: string): string {
  const trimmed = text.trim();
  if (WIDE_HAN.test(trimmed)) return trimmed.replaceAll(/[\s\u3000]+/gu, '');
  return trimmed.replaceAll(SPACED, (run) => run.replaceAll(/[ \u00a0\u3000\t]/gu, '')).replaceAll(/\s{2,}/gu, ' ');
}
