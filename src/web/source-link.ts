import type { Quote } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { citationLabel, pagePath } from '../text/place-label.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** A link to the page that a quote stands on, with the quote marked there. */
export function sourceLink(quote: Quote, language: Language): Html {
  const href = `${pagePath(quote.reportId, quote.place)}?quote=${quote.span.start}-${quote.span.end}#quote`;
  return html`<a href="${href}"><cite>${quote.reportTitle}</cite> <span class="meta">${citationLabel(quote.path, quote.place, language)}</span></a>`;
}
