import type { Language } from '../domain/report.ts';
import type { SectionRef, VerifiedSummary } from '../domain/summary.ts';
import { SummaryLength } from '../domain/summary.ts';
import { given } from '../domain/given.ts';
import { composedNotes, withheldText } from '../words/answer-notes.ts';
import { distinctPlaces, placeLabel } from '../words/place-label.ts';
import { coverageText, noSummaryText, pagesLabel, sectionLabel } from '../words/summary-notes.ts';
import { degreeLegend, saidText } from '../words/degree-words.ts';
import type { Chart } from './chart-view.ts';
import { chartView } from './chart-view.ts';
import { degreeView } from './degree-view.ts';
import { exportButtons } from './export-links.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { quoteHref } from './source-link.ts';
import { WORDS } from '../words/web.ts';

/** What the summary page shows besides the form. */
export type SummaryState =
  | { kind: 'start' }
  | { kind: 'problem'; text: string; message: string }
  | { kind: 'summary'; summary: VerifiedSummary; charts: Chart[] };

/** The page to name a section and to read its summary. */
export function summaryPage(state: SummaryState, language: Language): Html {
  const words = WORDS[language];
  const text = textOf(state);
  const length = state.kind === 'summary' && state.summary.outcome === 'summarised' ? state.summary.length : 'standard';
  const isSummarised = state.kind === 'summary' && state.summary.outcome === 'summarised';
  const heading = html`<h1 class="hidden">${words.summarize}</h1>`;
  return layout(
    words,
    text === '' ? `${words.summarize} · Footnote` : `${text} · Footnote`,
    html`<nav class="crumbs"><a href="/">${words.home}</a></nav>
${isSummarised ? html`` : heading}<form class="ask" action="/summary" method="post" role="search">
  <label for="q">${words.summaryLabel}</label>
  <div class="row"><input id="q" name="q" type="text" value="${text}" placeholder="${words.summaryPlaceholder}" \
autocomplete="off" maxlength="2000"${state.kind === 'start' ? html` autofocus` : html``}>
  <select name="length" aria-label="${words.length}">${SummaryLength.options.map(
    (option) => html`<option \
value="${option}"${option === length ? html` selected` : html``}>${words.lengths[option]}</option>`,
  )}</select><button>${words.summarize}</button></div>
</form>
${state.kind === 'problem' ? html`<p class="notice" role="alert">${state.message}</p>` : html``}
${state.kind === 'summary' ? summaryView(state.summary, state.charts, language) : html``}`,
  );
}

type Summarised = Extract<VerifiedSummary, { outcome: 'summarised' }>;

function summaryView(summary: VerifiedSummary, charts: Chart[], language: Language): Html {
  if (summary.outcome === 'summarised') return summarisedView(summary, charts, language);
  const sections = summary.outcome === 'which' ? summary.candidates : summary.nearest;
  return html`<section class="answer" aria-live="polite"><p class="notice">${noSummaryText(summary, language)}</p><ul>\
${sections.map(
  (section) => html`<li><a href="${sectionHref(section, summary.request.length)}">\
${sectionLabel(section)}</a> <span class="meta">${metaOf(section, language)}</span></li>`,
)}</ul></section>`;
}

function summarisedView(summary: Summarised, charts: Chart[], language: Language): Html {
  const { section, points, coverage, figures, withheld } = summary;
  const words = WORDS[language];
  const items = points.map(
    (point) =>
      html`<li>${saidText(point, language)}${distinctPlaces(point.quotes, language).map(
        ({ quote, label }) => html` <a class="place" href="${quoteHref(quote)}">${label}</a>`,
      )} ${degreeView(point, language)}</li>`,
  );
  const rows = figures.map(
    ({ label, value, quote }) =>
      html`<tr><th scope="row">${label}</th><td>${value}</td><td><a class="place" href="${quoteHref(quote)}">\
${placeLabel(quote.place, language)}</a></td></tr>`,
  );
  return html`<section aria-live="polite"><h1>${section.path.at(-1) ?? section.reportTitle}</h1>
<p class="meta">${[...section.path.slice(0, -1), metaOf(section, language)].filter(Boolean).join(' › ')}</p>
${composedNotes(summary, language).map((note) => html`<p class="meta">${note}</p>`)}<ul class="points">${items}</ul>
<p class="meta">${degreeLegend(points, language)}</p>
<p class="meta">${coverageText(coverage, language)}</p>\
${exportButtons('/summary', fieldsOf(summary), language)}</section>
${charts.map((chart) => chartView(chart, language))}
${
  rows.length === 0
    ? html``
    : html`<section><h2>${words.figures}</h2><table class="figures"><tbody>${rows}</tbody></table></section>`
}
${withheld.length === 0 ? html`` : html`<p class="meta">${withheldText(withheld.length, language)}</p>`}`;
}

function metaOf(section: SectionRef, language: Language): string {
  return [section.path.length > 0 ? section.reportTitle : '', pagesLabel(section, language)]
    .filter(Boolean)
    .join(' · ');
}

/** What asks for this summary again, whatever words name its section. */
function fieldsOf({ request, section, length }: Summarised): Record<string, string> {
  return { q: request.text, report: section.reportId, span: `${section.span.start}-${section.span.end}`, length };
}

/** Exactly this section, whatever words name it. */
function sectionHref(section: SectionRef, length: SummaryLength | undefined): string {
  const query = new URLSearchParams({
    q: sectionLabel(section),
    report: section.reportId,
    span: `${section.span.start}-${section.span.end}`,
    ...given({ length }),
  });
  return `/summary?${query.toString()}`;
}

function textOf(state: SummaryState): string {
  if (state.kind === 'summary') return state.summary.request.text;
  return state.kind === 'problem' ? state.text : '';
}
