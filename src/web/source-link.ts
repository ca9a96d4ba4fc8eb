import type { Quote } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { citationLabel, pagePath } from '../words/place-label.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** A quote's report and place, linked to its page with the quote marked. */
export function sourceLink(quote: Quote, language: Language): Html {
  return html`<a href="${quoteHref(quote)}"><cite>${quote.reportTitle}</cite> <span class="meta">\
${citationLabel(quote.path, quote.place, language)}</span></a>`;
}

/** The address of a quote's page with the quote marked. */
export function quoteHref({ reportId, place, span }: Quote): string {
  return `${pagePath(reportId, place)}?quote=${span.start}-${span.end}#quote`;
}
