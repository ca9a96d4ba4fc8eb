import type { FigureSeries } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { placeLabel } from '../words/place-label.ts';
import { seriesTitle, valueText } from '../words/summary-notes.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { quoteHref } from './source-link.ts';

/** A series with its picture. */
export interface Chart {
  series: FigureSeries;
  png: Uint8Array;
}

/** A series as bars, the same in words for whoever does not see it, and where the values stand. */
export function chartView({ series, png }: Chart, language: Language): Html {
  const { values, unit } = series;
  const title = seriesTitle(series);
  const said = values
    .map(({ label, value }) => `${label} ${valueText(value, unit)}`)
    .join(language === 'zh' ? '，' : ', ');
  const quotes = values
    .map(({ quote }) => quote)
    .filter(
      (quote, at, all) =>
        all.findIndex((other) => placeLabel(other.place, language) === placeLabel(quote.place, language)) === at,
    );
  return html`<figure><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" \
alt="${WORDS[language].chartOf(title, said)}"><figcaption class="meta">${quotes.map(
    (quote) => html`<a class="place" href="${quoteHref(quote)}">${placeLabel(quote.place, language)}</a> `,
  )}</figcaption></figure>`;
}
