import { DocumentFormat } from '../domain/footnoted-document.ts';
import type { Language } from '../domain/report.ts';
import { detectLanguage } from '../text/language.ts';
import { seriesTitle } from '../words/summary-notes.ts';
import { ANSWER_WORDS } from '../words/web-answer.ts';
import { answerPage } from './answer-page.ts';
import { conversationOf } from './conversation.ts';
import { answerDocument } from './export-documents.ts';
import { exportReply } from './export-reply.ts';
import { historyPage } from './history-page.ts';
import type { Html } from './html.ts';
import { problemPage } from './problem-page.ts';
import type { Choosable } from './report-choice.ts';
import { pageReply } from './visit.ts';
import type { Reply, Visit, WebSteps } from './visit.ts';

/**
 * `/answers/ID`: an answer as it was given, for as long as those may see it who open it; `/answers/ID.pdf` and the
 * like: the same to take along, with `?conversation` and what was asked before.
 */
export async function answerReply(visit: Visit, steps: WebSteps): Promise<Reply> {
  const [, id, ending] = /^\/answers\/([\w-]{1,64})(?:\.(\w{2,4}))?\/?$/u.exec(visit.url.pathname) ?? [];
  if (id !== undefined && ending !== undefined) return takeAlongReply(id, ending, visit, steps);
  const page = id === undefined ? undefined : await shownAnswer(id, visit, steps);
  return page ? pageReply(page) : goneReply(visit.language);
}

async function takeAlongReply(id: string, ending: string, visit: Visit, steps: WebSteps): Promise<Reply> {
  const format = DocumentFormat.safeParse(ending);
  const turns = await conversationOf(id, visit, steps);
  const last = turns.at(-1);
  if (!format.success || !last) return goneReply(visit.language);
  const taken = visit.url.searchParams.has('conversation') ? turns : [last];
  const document = answerDocument(taken, detectLanguage(last.answer.question.text));
  return exportReply(document, format.data, id.slice(0, 8), steps);
}

/** The page of an answer; undefined where there is none to see. */
export async function shownAnswer(
  id: string,
  visit: Pick<Visit, 'session'>,
  steps: Pick<WebSteps, 'answers' | 'drawChart' | 'reports' | 'series'>,
): Promise<Html | undefined> {
  const turns = await conversationOf(id, visit, steps);
  const shown = turns.at(-1);
  if (!shown) return undefined;
  const { answer } = shown;
  const series = 'series' in answer ? answer.series : undefined;
  const chart = series && { series, png: await steps.drawChart(series, seriesTitle(series)) };
  const choosable = await choosableIn(steps);
  return answerPage({ earlier: turns.slice(0, -1), shown, chart, choosable }, detectLanguage(answer.question.text));
}

/** The reports that can be asked. */
export async function choosableIn({ reports, series }: Pick<WebSteps, 'reports' | 'series'>): Promise<Choosable> {
  const held = await reports();
  return { reports: held, series: series(held) };
}

function goneReply(language: Language): Reply {
  const { gone, goneHint } = ANSWER_WORDS[language];
  return pageReply(problemPage(gone, goneHint, language), 404);
}

/** `/history`: what whoever visits has asked, and the form that empties the list. */
export async function historyReply({ form, person, language }: Visit, { answers }: WebSteps): Promise<Reply> {
  if (form && person !== undefined) await answers.forgetList(person);
  if (form) return { kind: 'moved', to: '/history' };
  return pageReply(historyPage(person === undefined ? [] : await answers.askedBy(person), language));
}
