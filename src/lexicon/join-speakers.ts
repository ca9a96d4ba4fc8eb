import type { Sentence } from '../text/sentences.ts';
import { words } from './lexicon.ts';

const SPEAKS = words('speaks');
/** A sentence of one short clause, without its full stop. */
const SHORT = /^([^，。”“]{1,40})[。.]?$/u;

/** A quotation is read together with the short sentence after it that says whose it is. */
export function joinSpeakers(sentences: Sentence[], text: string): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const quotation = joined.at(-1);
    if (quotation && /[”"]$/u.test(quotation.text) && isAttribution(sentence.text)) {
      const span = { start: quotation.span.start, end: sentence.span.end };
      joined[joined.length - 1] = { span, text: text.slice(span.start, span.end) };
    } else joined.push(sentence);
  }
  return joined;
}

/** True for a sentence that only says who has spoken. */
function isAttribution(sentence: string): boolean {
  const clause = SHORT.exec(sentence)?.[1] ?? '';
  const last = SPEAKS.find(clause).at(-1);
  return last !== undefined && last.start > 0 && last.end === clause.length;
}
