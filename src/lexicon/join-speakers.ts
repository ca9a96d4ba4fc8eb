import type { Sentence } from '../text/sentences.ts';

/** A sentence that only says who has spoken. */
const ATTRIBUTION =
  /^[^，。”“]{1,40}(?:表示|说道?|指出|认为|称|强调|坦言|分析道?|介绍道?|透露|谈道|补充道?|告诉[^，。]{2,20})[。.]?$/u;

/** A quotation is read together with the short sentence after it that says whose it is. */
export function joinSpeakers(sentences: Sentence[], text: string): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const quotation = joined.at(-1);
    if (quotation && /[”"]$/u.test(quotation.text) && ATTRIBUTION.test(sentence.text)) {
      const span = { start: quotation.span.start, end: sentence.span.end };
      joined[joined.length - 1] = { span, text: text.slice(span.start, span.end) };
    } else joined.push(sentence);
  }
  return joined;
}
