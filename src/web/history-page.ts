import type { OwnQuestion } from '../domain/given-answer.ts';
import type { Language } from '../domain/report.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** What somebody asked, each with the way to its answer. */
export function historyPage(asked: readonly OwnQuestion[], language: Language): Html {
  const words = ANSWER_WORDS[language];
  const items = asked.map(
    ({ answerId, question, at }) =>
      html`<li><a href="/answers/${answerId}">${question}</a> <span class="meta">${at.slice(0, 10)}</span></li>`,
  );
  const list = html`<ul class="plain">${items}</ul>
<form action="/history" method="post"><button class="plain-button">${words.forget}</button></form>
<p class="meta">${words.historyNote}</p>`;
  return layout(
    WORDS[language],
    `${words.history} · Footnote`,
    html`<nav class="crumbs"><a href="/">${WORDS[language].home}</a></nav><h1>${words.history}</h1>
${items.length === 0 ? html`<p>${words.noHistory}</p>` : list}`,
  );
}
