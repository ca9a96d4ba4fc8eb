import type { Language } from '../domain/report.ts';
import { OverloadError } from '../domain/errors.ts';
import { problemPage } from './problem-page.ts';
import { pageReply } from './visit.ts';
import type { PageReply } from './visit.ts';
import { WORDS } from '../words/web.ts';

/** What a person gets when their request failed: words, and the id under which the log says more. */
export function failureReply(error: unknown, id: string, language: Language): PageReply {
  const words = WORDS[language];
  if (!(error instanceof OverloadError)) return pageReply(problemPage(words.failed, words.failedId(id), language), 500);
  const message = error.reason === 'busy' ? words.busy : words.tookTooLong;
  return pageReply(problemPage(message, words.overloadHint, language), 503);
}

/** What the log says of it. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
