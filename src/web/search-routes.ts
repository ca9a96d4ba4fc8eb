import { given } from '../domain/given.ts';
import { exceededBy, LIMITS } from '../domain/limits.ts';
import { limitText } from '../words/limit-words.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { WORDS } from '../words/web.ts';
import { choosableIn } from './answer-routes.ts';
import { choiceIn, chosenOf } from './report-choice.ts';
import { searchPage } from './search-page.ts';
import { askerOf, pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/** Passages that are looked at for one search. */
const FOUND = 60;

/** `/search?q=WORDS`, with the same choice of reports as questions have: the passages that come nearest. */
export async function searchReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const { url, language } = visit;
  const fields = url.searchParams;
  const text = (fields.get('q') ?? '').trim();
  const choosable = await choosableIn(steps);
  const choice = choiceIn(fields);
  const state = { text: text.slice(0, LIMITS.question), choice, choosable };
  if (choosable.reports.length === 0)
    return pageReply(searchPage({ ...state, problem: WORDS[language].noReports }, language));
  if (text === '') return pageReply(searchPage(state, language));
  const chosen = chosenOf(choice, choosable);
  const question = { text, earlier: [], ...given({ reports: chosen?.map(({ id }) => id) }) };
  const over = exceededBy(question);
  const problem = chosen?.length === 0 ? ANSWER_WORDS[language].noneChosen : over && limitText(over, language);
  if (problem !== undefined) return pageReply(searchPage({ ...state, problem }, language), 400);
  const found = await steps.search(question, FOUND, askerOf(visit));
  return pageReply(searchPage({ ...state, found }, language));
}
