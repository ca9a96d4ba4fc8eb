import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { askPage, growingClaim } from './ask-page.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { missingReply } from './report-routes.ts';
import { askerOf, pageReply } from './visit.ts';
import type { AskOptions, Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from './words.ts';

/** Longest question, in characters. */
const QUESTION_LENGTH = 2000;

/** `/`, and `/?q=QUESTION`: the answer is kept, so that its citations can be reported and verified. With `stream` it comes sentence by sentence. */
export async function askReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, language: browser } = visit;
  const typed = url.searchParams.get('q');
  if (typed === null) return pageReply(askPage({ kind: 'start' }, browser, await steps.reports()));
  const question = typed.trim();
  const language = question === '' ? browser : detectLanguage(question);
  const problem = question === '' ? WORDS[language].empty : question.length > QUESTION_LENGTH ? WORDS[language].tooLong : undefined;
  if (problem !== undefined) return pageReply(askPage({ kind: 'problem', question: question.slice(0, QUESTION_LENGTH), message: problem }, language, await steps.reports()), 400);
  const asked = { question, language, by: askerOf(visit) };
  if (!url.searchParams.has('stream')) return pageReply(await answerPage(asked, steps));
  return {
    kind: 'growing',
    grow(show) {
      show(html`<p class="meta">${WORDS[language].searching}</p>`);
      return answerPage({ ...asked, by: { ...asked.by, onClaim: (claim) => show(growingClaim(claim)) } }, steps);
    },
  };
}

async function answerPage({ question, language, by }: { question: string; language: Language; by: AskOptions }, steps: WebSteps): Promise<Html> {
  const answer = await steps.answerQuestion({ text: question, earlier: [] }, by);
  const posted = answer.outcome === 'not_found' ? undefined : await steps.review.recordAnswer({ question, claims: answer.claims, asker: 'web', place: { kind: 'web' } });
  return askPage({ kind: 'answer', answer, posted }, language, []);
}

/** `/flag`: somebody reports citations of an answer as wrong, and comes back to the answer. */
export async function flagReply({ form, session, language }: Visit, { review }: WebSteps): Promise<Reply> {
  const ids = form?.getAll('id') ?? [];
  const by = session?.editor ?? 'web';
  let question: string | undefined;
  for (const id of ids) {
    const flagged = await review.flag({ id, by, reason: form?.get('reason') ?? '' });
    if (flagged.outcome !== 'unknown') question = flagged.answer.question;
  }
  return question === undefined ? missingReply(language) : { kind: 'moved', to: `/?q=${encodeURIComponent(question)}` };
}
