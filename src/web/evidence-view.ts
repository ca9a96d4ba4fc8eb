import type { Source } from '../domain/answer.ts';
import { detectLanguage } from '../text/language.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** Characters of a paragraph before and after its quote: more is not read beside an answer. */
const AROUND = 400;

/**
 * The paragraph of a quote with the quote marked in it, in the language of the report; nothing where the paragraph is
 * no more than what was said already.
 * @param said the sentences that stand above
 */
export function evidenceView({ quote, before, after }: Source, said: readonly string[]): Html {
  if (before.trim() === '' && after.trim() === '' && said.includes(quote.text)) return html``;
  const from = before.length > AROUND ? `…${before.slice(-AROUND)}` : before;
  const to = after.length > AROUND ? `${after.slice(0, AROUND)}…` : after;
  const { lang } = WORDS[detectLanguage(quote.text)];
  return html`<blockquote lang="${lang}">${from}<mark>${quote.text}</mark>${to}</blockquote>`;
}
