import type { Language, Report } from '../domain/report.ts';
import type { AnswerShown } from './answer-view.ts';
import { answerView } from './answer-view.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { lengthText } from '../words/place-label.ts';
import { WORDS } from '../words/web.ts';

/** What the ask page shows besides the form. */
export type AskState =
  | { kind: 'start'; examples: string[] }
  | { kind: 'problem'; question: string; message: string }
  /** There are no reports to ask. */
  | { kind: 'unasked'; question: string }
  | ({ kind: 'answer' } & AnswerShown);

/** The page to ask and to read the answer. */
export function askPage(state: AskState, language: Language, reports: Report[]): Html {
  const words = WORDS[language];
  const question = questionOf(state);
  return layout(
    words,
    question === '' ? 'Footnote' : `${question} · Footnote`,
    html`<h1 class="hidden">Footnote</h1>
<form class="ask" action="/" method="post" role="search">
  <label for="q">${words.label}</label>
  <div class="row"><input id="q" name="q" type="text" value="${question}" placeholder="${words.placeholder}" \
autocomplete="off" maxlength="2000" enterkeyhint="search"${state.kind === 'start' ? html` autofocus` : html``}><button>\
${words.ask}</button></div>
</form>
${state.kind === 'problem' ? html`<p class="notice" role="alert">${state.message}</p>` : html``}
${
  state.kind === 'answer'
    ? answerView(state, language)
    : startView(language, reports, state.kind === 'start' ? state.examples : [])
}`,
  );
}

function questionOf(state: AskState): string {
  if (state.kind === 'start') return '';
  return state.kind === 'answer' ? state.answer.question.text : state.question;
}

function startView(language: Language, reports: Report[], examples: string[]): Html {
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
