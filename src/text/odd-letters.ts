/** Letters of scripts that look like others. */
const OF_OTHER_SCRIPTS =
  /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Numerals for cheques and of merchants, digits of other scripts, and what stands for a letter that was lost. */
const ODD_NUMERALS = /[壹贰叁肆伍陆柒捌玖拾佰仟〡-〩]|[^\P{N}0-9〇]|\uFFFD/gu;
const NO_NUMBER = /(?<![\d〇一二三四五六七八九十百\s])\s?[%‰]/gu;

/** The letters and numerals of a text in which nothing can be compared. */
export function oddLetters(text: string): string[] {
  return [OF_OTHER_SCRIPTS, ODD_NUMERALS].flatMap((pattern) => text.match(pattern) ?? []);
}

/** Marks of a share with no number before them. */
export function sharesOfNoNumber(text: string): string[] {
  return text.match(NO_NUMBER) ?? [];
}
