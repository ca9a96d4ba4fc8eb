import type { Language } from '../domain/report.ts';
import type { Health, Usage } from '../domain/usage.ts';
import { USAGE_WORDS } from '../words/usage-words.ts';
import type { UsageWords } from '../words/usage-words.ts';
import { REVIEW_WORDS } from '../words/web-review.ts';
import { WORDS } from '../words/web.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { problemPage } from './problem-page.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** Stretches of days to choose from; the first is shown unless told otherwise. */
const DAYS = [30, 7, 90] as const;

/** `/admin`: how Footnote is used and how it is, for editors. */
export async function adminReply({ url, session, language }: Visit, { admin }: WebSteps): Promise<Reply> {
  if (!session) {
    const { onlyEditors } = USAGE_WORDS[language];
    return pageReply(problemPage(onlyEditors, REVIEW_WORDS[language].onlyEditorsHint, language), 403);
  }
  const days = DAYS.find((each) => String(each) === url.searchParams.get('days')) ?? DAYS[0];
  const [usage, health] = [await admin.usage(days), await admin.health()];
  return pageReply(adminPage(usage, health, language));
}

function adminPage(usage: Usage, health: Health, language: Language): Html {
  const words = USAGE_WORDS[language];
  const { headings, columns } = words;
  return layout(
    WORDS[language],
    `${words.title} · Footnote`,
    html`<nav class="crumbs" aria-label="${WORDS[language].home}"><a href="/">${WORDS[language].home}</a> \
<a href="/review">${REVIEW_WORDS[language].title}</a></nav>
<h1>${words.title}</h1>
<p class="meta">${[...DAYS]
      .toSorted((a, b) => a - b)
      .map(
        (days) => html`<a href="/admin?days=${days}"${days === usage.days ? html` aria-current="page"` : html``}>\
${words.days(days)}</a> `,
      )}</p>
<h2>${headings.health}</h2>${listOf(words.health(health))}
<h2>${headings.asked}</h2>${listOf(words.asked(usage.asked))}
<h2>${headings.missing}</h2><p class="meta">${words.missingHint}</p>
${tableOf(
  [columns.name, columns.times],
  usage.missing.map(({ name, times }) => [name, times]),
  words,
)}
<h2>${headings.notFound}</h2>${askedTable(usage.notFound, words)}
<h2>${headings.ratings}</h2><p>${words.ratings(usage.ratings)}</p>
${tableOf(
  [columns.question, columns.reason, columns.last],
  usage.ratings.reasons.map(({ question, reason, at }) => [question, reason || words.noReason, dayOf(at)]),
  words,
)}
<h2>${headings.questions}</h2>${askedTable(usage.questions, words)}
<h2>${headings.channels}</h2>
${tableOf(
  [columns.channel, columns.times, columns.notFound],
  usage.channels.map(({ channel, asked, notFound }) => [channel, asked, notFound]),
  words,
)}
<h2>${headings.models}</h2><p>${words.models(usage.models)}</p>
${tableOf(
  [columns.day, columns.input, columns.output],
  usage.models.days.map(({ day, input, output }) => [day, input, output]),
  words,
)}`,
  );
}

function askedTable(questions: Usage['questions'], words: UsageWords): Html {
  const { question, times, last } = words.columns;
  return tableOf(
    [question, times, last],
    questions.map((each) => [each.question, each.times, dayOf(each.lastAt)]),
    words,
  );
}

function dayOf(at: string): string {
  return at.slice(0, 'YYYY-MM-DD'.length);
}

function listOf(lines: readonly string[]): Html {
  return html`<ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** A table that scrolls by itself where it is too wide. */
function tableOf(heads: readonly string[], rows: readonly (readonly (string | number)[])[], words: UsageWords): Html {
  if (rows.length === 0) return html`<p class="meta">${words.nothing}</p>`;
  return html`<div class="scroll" tabindex="0"><table class="figures-of-use"><thead><tr>\
${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cellOf)}</tr>`)}</tbody></table></div>`;
}

function cellOf(cell: string | number): Html {
  return typeof cell === 'number' ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`;
}
