import type { SeenAnswer } from '../domain/given-answer.ts';
import type { Language } from '../domain/report.ts';
import { EXPORT_WORDS } from '../words/web-export.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { WORDS } from '../words/web.ts';
import { answerView } from './answer-view.ts';
import { askForm } from './ask-form.ts';
import type { Chart } from './chart-view.ts';
import { exportLinks } from './export-links.ts';
import { ALL } from './report-choice.ts';
import type { Choosable } from './report-choice.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** A conversation up to the answer that the page is about. */
export interface AnswerPageState {
  /** What was asked before, oldest first. */
  earlier: readonly SeenAnswer[];
  shown: SeenAnswer;
  chart: Chart | undefined;
  choosable: Choosable;
}

/** The page of an answer that was given: what was asked before it, the answer, and a field to ask further. */
export function answerPage({ earlier, shown, chart, choosable }: AnswerPageState, language: Language): Html {
  const words = ANSWER_WORDS[language];
  const { id, at, answer } = shown;
  const { text: question, reports: ids = [] } = answer.question;
  const asked = choosable.reports.filter((report) => ids.includes(report.id));
  const askedOf =
    asked.length === 0
      ? html``
      : html`<p class="meta">${words.askedOf(asked.map(({ title }) => title).join(' · '))}</p>`;
  const turns = earlier.map(
    (turn, number) => html`<section class="turn"><h2 class="asked"><a href="/answers/${turn.id}">\
${turn.answer.question.text}</a></h2>${answerView({ shown: turn, number: number + 1 }, language)}</section>`,
  );
  const further = {
    label: words.further,
    placeholder: words.furtherPlaceholder,
    after: id,
    choice: { ...ALL, ids: asked.map((report) => report.id) },
    choosable,
  };
  return layout(
    WORDS[language],
    `${question} · Footnote`,
    html`<nav class="crumbs"><a href="/">${WORDS[language].home}</a> · <a href="/history">${words.history}</a></nav>
<div class="thread">${turns}<section class="turn"><h1 class="asked" id="asked" tabindex="-1">${question}</h1>
<p class="meta actions"><a href="/answers/${id}" data-copy="${words.copied}">${words.copyLink}</a> \
<a href="/?edit=${id}">${words.edit}</a> ${exportLinks(`/answers/${id}`, language)} \
<span>${words.given(at.slice(0, 10))}</span></p>
${askedOf}${answerView({ shown, chart }, language)}</section></div>
${earlier.length === 0 ? html`` : wholeView(id, language)}
${askForm(further, language)}`,
  );
}

/** The ways to take the whole conversation along. */
function wholeView(id: string, language: Language): Html {
  return html`<p class="meta actions"><b>${EXPORT_WORDS[language].whole}</b> \
${exportLinks(`/answers/${id}`, language, '?conversation')}</p>`;
}
