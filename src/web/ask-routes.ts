import { detectLanguage } from '../text/language.ts';
import { askPage } from './ask-page.ts';
import { missingReply } from './report-routes.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from './words.ts';

/** Longest question, in characters. */
const QUESTION_LENGTH = 2000;

/** `/`, and `/?q=QUESTION`: the answer is kept, so that its citations can be reported and verified. */
export async function askReply({ url, language: browser }: Visit, steps: WebSteps): Promise<Reply> {
  const asked = url.searchParams.get('q');
  if (asked === null) return pageReply(askPage({ kind: 'start' }, browser, await steps.reports()));
  const question = asked.trim();
  const language = question === '' ? browser : detectLanguage(question);
  const problem = question === '' ? WORDS[language].empty : question.length > QUESTION_LENGTH ? WORDS[language].tooLong : undefined;
  if (problem !== undefined) return pageReply(askPage({ kind: 'problem', question: question.slice(0, QUESTION_LENGTH), message: problem }, language, await steps.reports()), 400);
  const answer = await steps.answerQuestion({ text: question, earlier: [] });
  const posted = answer.outcome === 'not_found' ? undefined : await steps.review.recordAnswer({ question, claims: answer.claims, asker: 'web', place: { kind: 'web' } });
  return pageReply(askPage({ kind: 'answer', answer, posted }, language, []));
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
