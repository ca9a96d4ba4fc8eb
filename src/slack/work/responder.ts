import type { Message } from '../out/message.ts';
import { plainMessage } from '../out/message.ts';
import { figuresTable } from '../views/figures-table.ts';
import { WORDS } from '../words.ts';
import type { Conversation } from './conversation.ts';

/** A response address takes five messages within 30 minutes; docs.slack.dev, handling user interaction. */
const RESPONSES = 5;

/** The answer to a slash command: only its author sees it, through the command's response address. */
export function commandConversation(responseUrl: string, { log }: { log(line: string): void }): Conversation {
  return {
    // What only one person sees cannot be looked up: a command whose work was broken off is answered (again).
    isAnswered: () => Promise.resolve(false),
    async working(language) {
      await respond(responseUrl, plainMessage(WORDS[language].searching));
    },
    async say(messages, language) {
      const shown = messages.slice(0, RESPONSES - 1);
      for (const message of shown) {
        const [status, body] = await respond(responseUrl, message);
        if (status < 400) continue;
        log(`The response address refused a message (${status} ${body}): plain text is tried`);
        const [again, reason] = await respond(responseUrl, { text: message.text });
        if (again >= 400) throw new Error(`${WORDS[language].failed} (${again} ${reason})`);
      }
      return undefined;
    },
    adopt: () => undefined,
  };
}

async function respond(url: string, message: Pick<Message, 'text'> & Partial<Message>): Promise<[number, string]> {
  const { text, chart } = message;
  const blocks = chart ? message.blocks?.toSpliced(1, 0, figuresTable(chart)) : message.blocks;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, ...(blocks ? { blocks } : {}) }),
  });
  const body = await response.text();
  return [response.ok && body.includes('"ok":false') ? 400 : response.status, body];
}
