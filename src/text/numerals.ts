const DIGITS = '零一二三四五六七八九';
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a number below ten thousand in figures or in Chinese: 76, 七十六, 两千零五, 十二; NaN for what
 * is none.
 */
export function readNumeral(text: string): number {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  let [total, digit] = [0, 0];
  for (const character of text) {
    const value = DIGITS.indexOf(character.replace('两', '二').replace('〇', '零'));
    const power = POWERS[character];
    if (value >= 0) digit = value;
    else if (power === undefined) return Number.NaN;
    else {
      // 十 begins a number without a one before it.
      total += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  return total + digit;
}

/** What single figures and Chinese numerals of a text come to, in order; NaN for a character that is none. */
export function numeralsIn(text: string): number[] {
  return (text.match(/\d{1,2}|\p{Script=Han}/gu) ?? []).map(readNumeral);
}
