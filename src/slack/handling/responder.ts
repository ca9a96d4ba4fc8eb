import { plainMessage } from '../delivery/message.ts';
import { respond } from '../delivery/respond.ts';
import { WORDS } from '../../words/slack.ts';
import type { Conversation } from './conversation.ts';

/**
 * A response address takes five messages within 30 minutes (docs.slack.dev, handling user interaction); two may go to
 * the queue and the search.
 */
const RESPONSES = 5 - 2;

/**
 * Nothing takes back what was said at a response address: only who waits long is told that the answer will follow, in
 * milliseconds.
 */
const PATIENCE_MS = 4000;

/** The answer to a slash command: only its author sees it, through the command's response address. */
export function commandConversation(responseUrl: string, { log }: { log(line: string): void }): Conversation {
  return {
    patienceMs: PATIENCE_MS,
    // What only one person sees cannot be looked up: a command whose work was broken off is answered (again).
    isAnswered: () => Promise.resolve(false),
    async working(language) {
      await respond(responseUrl, plainMessage(WORDS[language].follows));
    },
    async say(messages, language) {
      const shown = messages.slice(0, RESPONSES);
      for (const message of shown) {
        const [status, body] = await respond(responseUrl, message);
        if (status < 400) continue;
        log(`The response address refused a message (${status} ${body}): plain text is tried`);
        const [again, reason] = await respond(responseUrl, { text: message.text });
        if (again >= 400) throw new Error(`${WORDS[language].failed} (${again} ${reason})`);
      }
      return [];
    },
    adopt: () => undefined,
  };
}
