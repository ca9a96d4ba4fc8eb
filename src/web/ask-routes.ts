import { claimsOf } from '../domain/answer.ts';
import type { Language } from '../domain/report.ts';
import { exceededBy, LIMITS } from '../domain/limits.ts';
import { detectLanguage } from '../text/language.ts';
import { limitText } from '../words/limit-words.ts';
import { growingClaim } from './answer-view.ts';
import { askPage } from './ask-page.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { missingReply } from './report-routes.ts';
import { askerOf, pageReply } from './visit.ts';
import type { AskOptions, Reply, Visit, WebSteps } from './visit.ts';
import { seriesTitle } from '../words/summary-notes.ts';
import { WORDS } from '../words/web.ts';

/** Citations that are reported at once: those of one quote. */
const MOST_FLAGGED = 50;

/**
 * `/`, and a question by the form or as `/?q=QUESTION`: the answer is kept, so that its citations can be reported and
 * verified. With `stream` it comes sentence by sentence.
 */
export async function askReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, form, language: browser } = visit;
  const fields = form ?? url.searchParams;
  const typed = fields.get('q') ?? (form ? '' : null);
  const reports = await steps.reports();
  if (typed === null) return pageReply(askPage({ kind: 'start', examples: await steps.examples() }, browser, reports));
  const question = typed.trim();
  const language = question === '' ? browser : detectLanguage(question);
  const problem = problemWith(question, language);
  if (problem !== undefined)
    return pageReply(
      askPage({ kind: 'problem', question: question.slice(0, LIMITS.question), message: problem }, language, reports),
      400,
    );
  // Without reports nothing is searched: the page says that there are none.
  if (reports.length === 0) return pageReply(askPage({ kind: 'unasked', question }, language, reports));
  const asked = { question, language, by: askerOf(visit) };
  if (!fields.has('stream')) return pageReply(await answerPage(asked, steps));
  return {
    kind: 'growing',
    grow(show) {
      show(html`<p class="meta">${WORDS[language].searching}</p>`);
      return answerPage(
        { ...asked, by: { ...asked.by, onClaim: (claim) => show(growingClaim(claim, language)) } },
        steps,
      );
    },
  };
}

function problemWith(question: string, language: Language): string | undefined {
  if (question === '') return WORDS[language].empty;
  const over = exceededBy({ text: question, earlier: [] });
  return over && limitText(over, language);
}

async function answerPage(
  { question, language, by }: { question: string; language: Language; by: AskOptions },
  steps: WebSteps,
): Promise<Html> {
  const answer = await steps.answerQuestion({ text: question, earlier: [] }, by);
  const claims = claimsOf(answer);
  const posted =
    claims.length === 0
      ? undefined
      : await steps.review.recordAnswer({ question, claims, asker: 'web', place: { kind: 'web' } });
  const series = 'series' in answer ? answer.series : undefined;
  const chart = series && { series, png: await steps.drawChart(series, seriesTitle(series)) };
  const sources = await steps.sourcesOf(answer);
  return askPage({ kind: 'answer', answer, sources, posted, chart }, language, []);
}

/** `/flag`: somebody reports citations of an answer as wrong, and comes back to the answer. */
export async function flagReply({ form, session, language }: Visit, { review }: WebSteps): Promise<Reply> {
  // Once each, and not more than one answer has.
  const ids = [...new Set(form?.getAll('id'))].slice(0, MOST_FLAGGED);
  const by = session?.editor ?? 'web';
  let question: string | undefined;
  for (const id of ids) {
    const flagged = await review.flag({ id, by, reason: form?.get('reason') ?? '' });
    if (flagged.outcome !== 'unknown') question = flagged.answer.question;
  }
  return question === undefined ? missingReply(language) : { kind: 'moved', to: `/?q=${encodeURIComponent(question)}` };
}
