import type { Language, Report } from '../domain/report.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { askForm } from './ask-form.ts';
import { ALL } from './report-choice.ts';
import type { Choosable, ReportChoice } from './report-choice.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { lengthText } from '../words/place-label.ts';
import { WORDS } from '../words/web.ts';

/** What the ask page shows besides the form. */
export type AskState =
  | { kind: 'start'; examples: string[] }
  | { kind: 'problem'; question: string; message: string; after?: string | undefined; choice: ReportChoice }
  /** A question that was asked before is changed. */
  | { kind: 'editing'; question: string; after?: string | undefined; choice: ReportChoice }
  /** There are no reports to ask. */
  | { kind: 'unasked'; question: string };

/** The page to ask. */
export function askPage(state: AskState, language: Language, choosable: Choosable): Html {
  const { reports } = choosable;
  const words = WORDS[language];
  const question = state.kind === 'start' ? '' : state.question;
  const isEditing = state.kind === 'editing';
  return layout(
    words,
    question === '' ? 'Footnote' : `${question} · Footnote`,
    html`<h1 class="hidden">Footnote</h1>
${askForm(
  {
    label: isEditing ? ANSWER_WORDS[language].editing : words.label,
    placeholder: words.placeholder,
    question,
    after: isEditing || state.kind === 'problem' ? state.after : undefined,
    choice: isEditing || state.kind === 'problem' ? state.choice : ALL,
    choosable,
    takesFocus: state.kind === 'start' || isEditing,
  },
  language,
)}
${state.kind === 'problem' ? html`<p class="notice" role="alert">${state.message}</p>` : html``}
<div class="start"><p class="meta"><a href="/history">${ANSWER_WORDS[language].history}</a></p>
${startView(language, reports, state.kind === 'start' ? state.examples : [])}</div>`,
  );
}

function startView(language: Language, reports: readonly Report[], examples: string[]): Html {
  const words = WORDS[language];
  const list = reports.map(
    (report) =>
      html`<li><a href="/reports/${report.id}">${report.title}</a> <span class="meta">\
${[report.publishedOn, lengthText(report, language)].filter(Boolean).join(' · ')}</span></li>`,
  );
  const links = examples.map((example) => html`<li><a href="/?q=${encodeURIComponent(example)}">${example}</a></li>`);
  const tried =
    links.length === 0 ? html`` : html`<section><h2>${words.examples}</h2><ul class="plain">${links}</ul></section>\n`;
  if (reports.length === 0) return html`<p class="notice" role="alert">${words.noReports}</p>`;
  return html`${tried}<section><h2>${words.reports}</h2><ul class="plain">${list}</ul></section>`;
}
