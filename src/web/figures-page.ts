import type { Quote } from '../domain/answer.ts';
import type { ComparedFigures, FigureFact, FoundFigures } from '../domain/figure-fact.ts';
import type { Language, Report } from '../domain/report.ts';
import { FIGURE_WORDS, figureNotes } from '../words/figure-words.ts';
import { placeLabel } from '../words/place-label.ts';
import { valueText } from '../words/summary-notes.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { quoteHref } from './source-link.ts';
import type { Drawn } from './visit.ts';

/** What is asked for, as it stands in the form. */
export interface FiguresForm {
  text: string;
  report: string;
  period: string;
  unit: string;
  isTrend: boolean;
}

/** A comparison with its picture. */
interface Chart {
  compared: ComparedFigures;
  bars: Drawn;
  png: Uint8Array;
}

/** What the page shows besides the form. */
export type FiguresState =
  | { kind: 'start' }
  | { kind: 'problem'; message: string }
  | { kind: 'found'; found: FoundFigures; charts: Chart[] };

/** Longest quote that is shown whole, in characters. */
const QUOTE = 400;

/** The page to ask for figures and to read them as a table, and drawn. */
export function figuresPage(
  state: FiguresState,
  { form, reports }: { form: FiguresForm; reports: readonly Report[] },
  language: Language,
): Html {
  const words = FIGURE_WORDS[language];
  const { home } = WORDS[language];
  return layout(
    WORDS[language],
    `${form.text === '' ? words.title : form.text} · Footnote`,
    html`<nav class="crumbs"><a href="/">${home}</a></nav>
<h1>${words.title}</h1>
<form class="ask" action="/figures" method="get" role="search">
  <label for="q">${words.label}</label>
  <div class="row">${wordsField(form.text, state.kind === 'start', language)}<button>${words.show}</button></div>
  ${filterFields(form, reports, language)}
</form>
${belowForm(state, form, language)}`,
  );
}

function wordsField(text: string, isFirst: boolean, language: Language): Html {
  const { placeholder } = FIGURE_WORDS[language];
  const focus = isFirst ? html` autofocus` : html``;
  return html`<input id="q" name="q" type="text" value="${text}" placeholder="${placeholder}"
    autocomplete="off" maxlength="2000"${focus}>`;
}

function filterFields(form: FiguresForm, reports: readonly Report[], language: Language): Html {
  const words = FIGURE_WORDS[language];
  const options = reports.map(({ id, title, publishedOn }) => {
    const chosen = id === form.report ? html` selected` : html``;
    return html`<option value="${id}"${chosen}>${[title, publishedOn].filter(Boolean).join(' · ')}</option>`;
  });
  const checked = form.isTrend ? html` checked` : html``;
  return html`<div class="filters">
  <label>${words.report} <select name="report"><option value="">${words.allReports}</option>${options}</select></label>
  ${textField('period', form.period, { label: words.period, placeholder: words.periodPlaceholder })}
  ${textField('unit', form.unit, { label: words.unit, placeholder: words.unitPlaceholder })}
  <label class="check"><input name="trend" type="checkbox" value="1"${checked}> ${words.trend}</label></div>`;
}

function textField(name: string, value: string, { label, placeholder }: { label: string; placeholder: string }): Html {
  return html`<label>${label}
  <input name="${name}" type="text" value="${value}" placeholder="${placeholder}" maxlength="40"></label>`;
}

function belowForm(state: FiguresState, form: FiguresForm, language: Language): Html {
  if (state.kind === 'start') return html`<p class="meta">${FIGURE_WORDS[language].explanation}</p>`;
  if (state.kind === 'problem') return html`<p class="notice" role="alert">${state.message}</p>`;
  return html`<section aria-live="polite">${foundView(state, form, language)}</section>`;
}

function foundView({ found, charts }: Extract<FiguresState, { kind: 'found' }>, form: FiguresForm, language: Language) {
  const words = FIGURE_WORDS[language];
  const notes = figureNotes(found, language).map((note) => html`<p class="meta">${note}</p>`);
  if (found.facts.length === 0) return html`<p class="notice">${form.isTrend ? words.noTrend : words.none}</p>${notes}`;
  const columns = words.columns.map((column) => html`<th scope="col">${column}</th>`);
  const query = queryOf(form);
  return html`<p class="meta">${words.explanation}</p>${charts.map((chart) => chartView(chart, language))}
<table class="facts"><caption class="hidden">${words.title}</caption><thead><tr>${columns}</tr></thead>
<tbody>${found.facts.map((fact) => factView(fact, language))}</tbody></table>
${notes}<p class="meta"><a href="/figures/figures.csv?${query}">${words.asCsv}</a> ·
<a href="/figures/figures.json?${query}">${words.asJson}</a></p>`;
}

function queryOf({ text, report, period, unit, isTrend }: FiguresForm): string {
  const fields = { q: text, report, period, unit, trend: isTrend ? '1' : '' };
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();
}

function factView(fact: FigureFact, language: Language): Html {
  const words = FIGURE_WORDS[language];
  const { subject, measure, period, value, quote, unsure } = fact;
  const mark = (part: FigureFact['unsure'][number]) =>
    unsure.includes(part) ? html`<abbr class="unsure" title="${words.unsure[part]}">?</abbr>` : html``;
  const notes = fact.stances.map((stance) => words.stances[stance]).join(' · ');
  const cells = [
    html`${subject ?? '—'}${mark('subject')}`,
    html`${measure}`,
    html`${period?.text ?? '—'}${mark('period')}`,
    html`${value.text}${mark('unit')}${notes === '' ? html`` : html`<br><span class="meta">${notes}</span>`}`,
    html`${quoteLink(fact.report.title, quote, language)}<details><summary>${WORDS[language].sources}</summary>
<blockquote>${shortened(quote.text)}</blockquote></details>`,
  ];
  return html`<tr>${cells.map((cell, at) => html`<td data-label="${words.columns[at]}"><div>${cell}</div></td>`)}</tr>`;
}

function quoteLink(label: string, quote: Quote, language: Language): Html {
  return html`<a class="place" href="${quoteHref(quote)}">${label} · ${placeLabel(quote.place, language)}</a>`;
}

function shortened(text: string): string {
  return text.length > QUOTE ? `${text.slice(0, QUOTE)}…` : text;
}

function chartView({ compared: { title, series, points }, bars, png }: Chart, language: Language): Html {
  const said = bars.values.map(({ label, value }) => `${label} ${valueText(value, bars.unit)}`);
  const alt = WORDS[language].chartOf(title, said.join(language === 'zh' ? '，' : ', '));
  const of = series === undefined ? '' : `${FIGURE_WORDS[language].issues(series)} `;
  const links = points.map(({ label, fact }) => html`${quoteLink(label, fact.quote, language)} `);
  return html`<figure><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="${alt}">
<figcaption class="meta">${of}${links}</figcaption></figure>`;
}
