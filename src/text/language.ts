import type { Language } from '../domain/report.ts';

/** Han characters from this share of all letters on make a text Chinese: Chinese reports are full of Latin names. */
const HAN_SHARE = 0.2;

/** The language a text is mostly written in; English when there are no letters at all. */
export function detectLanguage(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const other = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > 0 && han >= HAN_SHARE * (han + other) ? 'zh' : 'en';
}
