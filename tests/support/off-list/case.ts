import type { Language } from '../../../src/domain/report.ts';
import { detectLanguage } from '../../../src/text/language.ts';

/** A sentence that cites passages, and whether they prove it. */
export interface ProofCase {
  /** Where it comes from. */
  set: string;
  /** What is done to a sentence of this kind. */
  kind: string;
  /** Those that are cited, by the reference that cites them. */
  passages: Readonly<Record<string, string>>;
  text: string;
  /** Each is what may be cited for it, all of it at once; a sentence is shown when one of these proves it. */
  attempts: readonly (readonly { passage: string; quote: string }[])[];
  isTrue: boolean;
  /** Of the question; absent: that of the sentence. */
  language?: Language;
}

/** `zh`, `en`, and `en on zh` for an English sentence over a Chinese quote. */
export function languagesOf({ text, attempts, language = detectLanguage(text) }: ProofCase): string {
  const cited = attempts.flat().map(({ quote }) => quote);
  const quoted = /\p{Script=Han}/u.test(cited.join('')) ? 'zh' : 'en';
  return cited.length === 0 || language === quoted ? language : `${language} on ${quoted}`;
}
