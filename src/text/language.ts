import type { Language } from '../domain/report.ts';

/** More kana or Hangul than this, against Han, and a text is Japanese or Korean. */
const FOREIGN_SHARE = 0.3;

/** Han characters from this share of all letters on make a text Chinese: Chinese reports are full of Latin names. */
const HAN_SHARE = 0.2;

/**
 * The language a text is mostly written in; English when there are no letters at all. Han characters among kana or
 * Hangul are Japanese or Korean, and no Chinese.
 */
export function detectLanguage(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const other = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  if (foreignLetters(text) > FOREIGN_SHARE * han) return 'en';
  return han > 0 && han >= HAN_SHARE * (han + other) ? 'zh' : 'en';
}

function foreignLetters(text: string): number {
  return text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
}
