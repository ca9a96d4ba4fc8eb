import type { Claim } from '../../domain/answer.ts';
import type { Language } from '../../domain/report.ts';
import { degreeMark, saidText } from '../../words/degree-words.ts';
import { LIMITS, shorten } from '../limits.ts';
import { callSlack, refusal } from './call-slack.ts';
import type { Clock } from './call-slack.ts';
import type { Mark } from './poster.ts';
import type { Client, Target } from './target.ts';
import { metadata } from './poster.ts';

/** An answer that is shown sentence by sentence while it is composed. */
export interface AnswerStream {
  /** Shows a sentence; returns at once. */
  push(claim: Claim): void;
  /** Ends the stream, alive or not; the timestamp of its message, undefined when there is none. */
  end(): Promise<string | undefined>;
}

/** For whom the stream is; Slack wants to know in channels. */
export interface Recipient {
  team: string;
  user: string;
}

/**
 * Streams into a thread. A stream that Slack refuses to begin is none; one that dies (Slack lets them live about five
 * minutes, and their text dies with them) leaves its message, in which the whole answer is put at the end.
 */
export function createAnswerStream(
  client: Client,
  {
    target,
    recipient,
    mark,
    language,
    clock,
    log,
  }: {
    target: Required<Target>;
    recipient: Recipient;
    mark: Mark;
    /** Of the question. */
    language: Language;
    clock: Clock;
    log(line: string): void;
  },
): AnswerStream {
  let ts: string | undefined;
  let isOver = false;
  let last: Promise<void> = Promise.resolve();

  const next = (act: () => Promise<void>): void => {
    last = last.then(act).catch((error: unknown) => {
      isOver = true;
      log(`The stream in ${target.channel} ended early, the answer follows in one piece: ${String(error)}`);
    });
  };

  async function show(text: string): Promise<void> {
    if (isOver) return;
    if (ts !== undefined) {
      const stream = ts;
      await callSlack(
        () => client.chat.appendStream({ channel: target.channel, ts: stream, markdown_text: text }),
        clock,
      );
      return;
    }
    const started = await client.chat.startStream({
      channel: target.channel,
      thread_ts: target.thread,
      recipient_team_id: recipient.team,
      recipient_user_id: recipient.user,
      markdown_text: text,
    });
    ts = started.ts;
  }

  async function stop(stream: string): Promise<void> {
    try {
      await callSlack(
        () => client.chat.stopStream({ channel: target.channel, ts: stream, metadata: metadata(mark) }),
        clock,
      );
    } catch (error) {
      if (refusal(error) !== OVER) throw error;
    }
  }

  return {
    push: (claim) => {
      const text = `${saidText(claim, language)} ${degreeMark(claim)}`;
      next(() => show(`${shorten(escapeMarkdown(text), LIMITS.markdown - 2)}\n\n`));
    },
    async end() {
      await last;
      const stream = ts;
      if (stream !== undefined && !isOver) next(() => stop(stream));
      await last;
      return ts;
    },
  };
}

/** Slack ends a stream itself, when the person stops it or it has lived its time. */
const OVER = 'message_not_in_streaming_state';

/** Text of a report sets no type, makes no link and calls nobody. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\*_~`#[\]!|@-]/gu, '\\$&');
}
