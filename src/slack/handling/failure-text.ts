import { OverloadError } from '../../domain/errors.ts';
import type { Language } from '../../domain/report.ts';
import { WORDS } from '../../words/slack.ts';

/**
 * What a person is told when there is no result: what they can do about it, where they can do something; why is in the
 * log.
 */
export function failureText(error: unknown, language: Language): string {
  const words = WORDS[language];
  if (error instanceof OverloadError) return error.reason === 'busy' ? words.busy : words.tookTooLong;
  return words.failed;
}
