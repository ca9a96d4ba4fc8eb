import type { Language } from '../domain/report.ts';
import { Verdict } from '../domain/review.ts';
import type { VerdictCounts } from '../domain/usage.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** `/review/figures`: how often which verdict was given, and of which reports. */
export async function verdictsReply({ session, language }: Visit, { admin }: WebSteps): Promise<Reply> {
  const words = REVIEW_WORDS[language];
  if (!session) return pageReply(problemPage(words.onlyEditors, words.onlyEditorsHint, language), 403);
  return pageReply(verdictsPage(await admin.verdicts(), language));
}

function verdictsPage({ all, byReport }: VerdictCounts, language: Language): Html {
  const words = REVIEW_WORDS[language];
  const sum = Verdict.options.reduce((total, verdict) => total + all[verdict], 0);
  const cells = (counts: Record<Verdict, number>) =>
    Verdict.options.map((verdict) => html`<td class="number">${counts[verdict]}</td>`);
  return layout(
    WORDS[language],
    `${words.figures} · Footnote`,
    html`<nav class="crumbs" aria-label="${words.title}"><a href="/review">${words.title}</a></nav>
<h1>${words.figures}</h1>
${
  sum === 0
    ? html`<p>${words.noVerdicts}</p>`
    : html`<p class="meta">${words.figuresHint}</p>
<div class="scroll" tabindex="0"><table class="figures-of-use"><thead><tr><th scope="col">${words.ofReport}</th>\
${Verdict.options.map((verdict) => html`<th scope="col">${words.status[verdict]}</th>`)}</tr></thead>
<tbody><tr><th scope="row">${words.all}</th>${cells(all)}</tr>
<tr><th scope="row">${words.share}</th>\
${Verdict.options.map((verdict) => html`<td class="number">${percent(all[verdict], sum)}</td>`)}</tr>
${byReport.map((report) => html`<tr><th scope="row">${report.title}</th>${cells(report)}</tr>`)}
</tbody></table></div>`
}`,
  );
}

const HUNDRED = 100;

function percent(count: number, of: number): string {
  return `${Math.round((HUNDRED * count) / of)} %`;
}
