import type { Json } from './json.ts';
import type { Refused } from '../validate/check-message.ts';
import { message } from '../validate/problems.ts';

/** A Web API method that answers `ok: false`, with Slack's name of the error. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Throws what a validation found, with `response_metadata.messages` as Slack writes them. */
export function throwIfRefused(refused: Refused | undefined): void {
  if (!refused) return;
  const messages = refused.problems.map(message);
  const errors = messages.map((text) => text.replace('[ERROR] ', ''));
  throw new SlackError(refused.error, messages.length > 0 ? { errors, response_metadata: { messages } } : {});
}
