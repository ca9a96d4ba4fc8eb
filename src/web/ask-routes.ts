import type { Claim, Question } from '../domain/answer.ts';
import { claimsOf } from '../domain/answer.ts';
import { given } from '../domain/given.ts';
import type { Language, Report } from '../domain/report.ts';
import { exceededBy, LIMITS } from '../domain/limits.ts';
import { detectLanguage } from '../text/language.ts';
import { limitText } from '../words/limit-words.ts';
import { choosableIn, shownAnswer } from './answer-routes.ts';
import { growingClaim } from './answer-view.ts';
import { askPage } from './ask-page.ts';
import { conversationOf } from './conversation.ts';
import { html } from './html.ts';
import { ALL, choiceIn, chosenOf } from './report-choice.ts';
import type { Choosable } from './report-choice.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { missingReply } from './report-routes.ts';
import { askerOf, pageReply } from './visit.ts';
import type { AskOptions, Reply, Visit, WebSteps } from './visit.ts';
import { WORDS } from '../words/web.ts';

/** Citations that are reported at once: those of one quote. */
const MOST_FLAGGED = 50;

/**
 * `/`, and a question by the form or as `/?q=QUESTION`: the answer is kept under an address of its own, `after` the one
 * that it follows up. With `stream` it comes sentence by sentence. `/?edit=ID`: a question that was asked, to be
 * changed.
 */
export async function askReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, form, language: browser } = visit;
  const fields = form ?? url.searchParams;
  const typed = fields.get('q') ?? (form ? '' : null);
  const choosable = await choosableIn(steps);
  const { reports } = choosable;
  if (typed === null) return startReply(visit, steps, choosable);
  const question = typed.trim();
  const language = question === '' ? browser : detectLanguage(question);
  const earlier = await conversationOf(fields.get('after') ?? undefined, visit, steps);
  const after = earlier.at(-1)?.id;
  const choice = choiceIn(fields);
  const chosen = chosenOf(choice, choosable);
  const problem = problemWith(question, chosen, language);
  if (problem !== undefined)
    return pageReply(
      askPage(
        { kind: 'problem', question: question.slice(0, LIMITS.question), message: problem, after, choice },
        language,
        choosable,
      ),
      400,
    );
  // Without reports nothing is searched: the page says that there are none.
  if (reports.length === 0) return pageReply(askPage({ kind: 'unasked', question }, language, choosable));
  const asked: Asked = {
    question: {
      text: question,
      earlier: earlier.map(({ answer }) => answer.question.text),
      ...given({ reports: chosen?.map(({ id }) => id) }),
    },
    after,
    by: askerOf(visit),
    person: visit.person,
  };
  if (!fields.has('stream')) return { kind: 'moved', to: await giveAnswer(asked, steps) };
  return {
    kind: 'growing',
    async grow(show) {
      show(html`<p class="meta">${WORDS[language].searching}</p>`);
      const onClaim = (claim: Claim) => show(growingClaim(claim, language));
      const address = await giveAnswer({ ...asked, by: { ...asked.by, onClaim } }, steps);
      const page = await shownAnswer(address.slice(ANSWERS.length), visit, steps);
      return { page: page ?? askPage({ kind: 'editing', question, after, choice }, language, choosable), address };
    },
  };
}

async function startReply(visit: Visit, steps: WebSteps, choosable: Choosable): Promise<Reply> {
  const { url, language } = visit;
  const edited = url.searchParams.get('edit');
  const shown = edited === null ? undefined : (await conversationOf(edited, visit, steps)).at(-1);
  if (!shown) return pageReply(askPage({ kind: 'start', examples: await steps.examples() }, language, choosable));
  const { answer, after } = shown;
  const { text: question, reports: ids = [] } = answer.question;
  return pageReply(askPage({ kind: 'editing', question, after, choice: { ...ALL, ids } }, language, choosable));
}

function problemWith(question: string, chosen: Report[] | undefined, language: Language): string | undefined {
  if (question === '') return WORDS[language].empty;
  if (chosen?.length === 0) return ANSWER_WORDS[language].noneChosen;
  const over = exceededBy({ text: question, earlier: [], ...given({ reports: chosen?.map(({ id }) => id) }) });
  return over && limitText(over, language);
}

/** Where answers stand. */
const ANSWERS = '/answers/';

interface Asked {
  question: Question;
  after: string | undefined;
  by: AskOptions;
  person: string | undefined;
}

/** Answers a question, keeps the answer, and gives its address. */
async function giveAnswer({ question, after, by, person }: Asked, steps: WebSteps): Promise<string> {
  const verified = await steps.answerQuestion(question, by);
  // An answer that nobody waits for any more is not kept.
  by.signal.throwIfAborted();
  const claims = claimsOf(verified);
  const posted =
    claims.length === 0
      ? undefined
      : await steps.review.recordAnswer({
          question: question.text,
          claims,
          asker: 'web',
          place: { kind: 'web' },
          after,
        });
  const sources = await steps.sourcesOf(verified);
  const id = await steps.answers.give({
    answer: verified,
    sources,
    door: 'web',
    ...given({ id: posted?.id, after, by: person }),
  });
  return ANSWERS + id;
}

/** `/flag`: somebody reports citations of an answer as wrong, and comes back to the answer. */
export async function flagReply({ form, session, language }: Visit, { review }: WebSteps): Promise<Reply> {
  // Once each, and not more than one answer has.
  const ids = [...new Set(form?.getAll('id'))].slice(0, MOST_FLAGGED);
  const by = session?.editor ?? 'web';
  let answerId: string | undefined;
  for (const id of ids) {
    const flagged = await review.flag({ id, by, reason: form?.get('reason') ?? '' });
    if (flagged.outcome !== 'unknown') answerId = flagged.answer.id;
  }
  return answerId === undefined ? missingReply(language) : { kind: 'moved', to: ANSWERS + answerId };
}
