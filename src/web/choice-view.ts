import type { Language } from '../domain/report.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { chosenOf } from './report-choice.ts';
import type { Choosable, ReportChoice } from './report-choice.ts';

/** Reports that can be ticked, the latest; others are chosen by the filters. */
const TICKED = 60;

/** The part of a form that says which reports are asked, folded until somebody wants it; nothing for one report. */
export function choiceView(choice: ReportChoice, choosable: Choosable, language: Language): Html {
  const words = ANSWER_WORDS[language];
  const { reports, series } = choosable;
  if (reports.length < 2) return html``;
  const chosen = chosenOf(choice, choosable);
  const publishers = [...new Set(reports.flatMap(({ publisher }) => publisher ?? []))].toSorted();
  const latest = reports
    .toSorted((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''))
    .filter(({ id }, at) => at < TICKED || choice.ids.includes(id));
  const ticks = latest.map(
    ({ id, title, publishedOn }) =>
      html`<li><label class="check"><input type="checkbox" name="report" value="${id}"${
        choice.ids.includes(id) ? html` checked` : html``
      }> ${title} <span class="meta">${publishedOn}</span></label></li>`,
  );
  const titles = series.map(({ title }) => title);
  return html`<details class="choice"><summary>${words.choose}: ${
    chosen === undefined ? words.all(reports.length) : chosen.map(({ title }) => title).join(' · ')
  }</summary><div class="filters">${select('publisher', publishers, choice.publisher, words.publisher, words.any)}\
${select('series', titles, choice.series, words.series, words.any)}\
${dayField('from', choice.from, words.from)}${dayField('until', choice.until, words.until)}</div>
<fieldset><legend class="hidden">${words.choose}</legend><ul class="plain">${ticks}</ul></fieldset></details>`;
}

function select(name: string, options: readonly string[], chosen: string, label: string, any: string): Html {
  if (options.length === 0) return html``;
  const items = options.map(
    (option) => html`<option${option === chosen ? html` selected` : html``}>${option}</option>`,
  );
  return html`<label>${label} <select name="${name}"><option value="">${any}</option>${items}</select></label> `;
}

function dayField(name: string, value: string, label: string): Html {
  return html`<label>${label} <input type="date" name="${name}" value="${value}"></label> `;
}
