import type { Question, VerifiedAnswer } from '../../domain/answer.ts';
import { claimsOf } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import type { Message } from '../delivery/message.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Viewer } from '../../domain/audience.ts';
import { given } from '../../domain/given.ts';
import { composedNotes, noReportsText } from '../../words/answer-notes.ts';
import type { ListedReport, SlackSteps, WhileAnswering } from '../steps.ts';
import type { AnswerOptions } from '../views/answer-message.ts';
import { answerMessages } from '../views/answer-message.ts';
import { linksFor } from './links-for.ts';

/** Who asked, where. */
export interface Asked {
  team: string;
  user: string;
  channel: string;
  thread?: string;
  /** Seen by whoever asked alone, and found again by nobody. */
  isEphemeral: boolean;
}

/** A result that is ready to be said. */
export interface Result {
  messages: Message[];
  /** Asks something back: there is nothing to share yet. */
  isQuestion?: boolean;
  /** Under which the answer is kept for review. */
  answerId?: string;
  /** Which of the messages begins the answer, from 0; absent: the first. */
  answerAt?: number;
}

/** Answers a question in messages. */
export async function answerResult(
  question: Question,
  by: SaidBy & { meanwhile: WhileAnswering },
  steps: SlackSteps,
): Promise<Result> {
  // Without reports nothing is searched: it would sound as if there were some.
  if ((await steps.reports(by.viewer)).length === 0) return { messages: [plainMessage(noReportsText(by.language))] };
  const answer = await steps.answerQuestion(question, by.viewer, by.meanwhile);
  // An answer that nobody gets is not kept for review.
  by.meanwhile.signal.throwIfAborted();
  return saidAnswer(answer, by, steps);
}

/** For whom an answer is said, and who asked. */
interface SaidBy {
  viewer: Viewer;
  language: Language;
  asked: Asked;
  /** Lines below it. */
  notes?: string[];
}

/** Keeps an answer for review, and gives it in messages. */
export async function saidAnswer(answer: VerifiedAnswer, by: SaidBy, steps: SlackSteps): Promise<Result> {
  const answerId = claimsOf(answer).length === 0 ? undefined : await steps.review?.recordAnswer(answer, by.asked);
  const messages = answerMessages(answer, await optionsFor(answer, by, steps, answerId));
  if (answer.outcome === 'which') return { messages, isQuestion: true };
  return answerId === undefined ? { messages } : { messages, answerId };
}

async function optionsFor(
  answer: VerifiedAnswer,
  { viewer, language, notes = [] }: SaidBy,
  steps: SlackSteps,
  answerId: string | undefined,
): Promise<AnswerOptions> {
  const sources = await steps.sourcesOf(answer, viewer);
  return {
    language,
    notes: [...composedNotes(answer, language), ...notes],
    dates: datesOf(await steps.reports(viewer)),
    ...(sources.length > 0 ? { sourcesId: await steps.ledger.keepSources(sources) } : {}),
    ...given({ answerId }),
    ...linksFor(steps, viewer),
  };
}

/** When reports were published, by their ids. */
export function datesOf(reports: readonly ListedReport[]): Map<string, string> {
  return new Map(reports.flatMap(({ id, publishedOn }) => (publishedOn === undefined ? [] : [[id, publishedOn]])));
}
