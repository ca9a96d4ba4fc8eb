import { LogLevel, SocketModeReceiver } from '@slack/bolt';
import { slackFetch } from '../delivery/slack-fetch.ts';
import type { SlackSettings } from '../install/settings.ts';
import { given } from '../../domain/given.ts';

/** Without a sign that it is open, a connection counts as not made, in milliseconds. */
const OPEN_MS = 15_000;
/** Bolt's client hears these; what its listeners throw, nobody catches. */
const HEARD = ['ws_message', 'slack_event'];

/** Socket Mode as Bolt receives it, connected once a call. */
export interface SocketReceiver {
  receiver: SocketModeReceiver;
  /**
   * Opens a connection; gives what resolves when it is lost.
   * @throws what Slack or the network answers
   */
  open(): Promise<{ lost: Promise<void> }>;
  close(): Promise<void>;
}

/**
 * Makes the receiver. Bolt's own reconnecting is off: its failures are rejections that nobody catches, and end the
 * process after an outage of half a minute.
 */
export function createSocketReceiver(
  { appToken, apiUrl }: Extract<SlackSettings, { mode: 'socket' }>,
  log: (line: string) => void,
): SocketReceiver {
  const clientOptions = {
    fetch: slackFetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...given({ slackApiUrl: apiUrl }),
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logLevel: LogLevel.ERROR,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const { client } = receiver;
  for (const name of HEARD) {
    const listeners = client.listeners(name);
    client.removeAllListeners(name);
    for (const listener of listeners)
      client.on(
        name,
        (...heard: unknown[]) =>
          void Promise.resolve()
            .then(() => listener(...heard))
            .catch((error: unknown) => log(`Something that Slack sent could not be read: ${String(error)}`)),
      );
  }
  return {
    receiver,
    async open() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no connection within ${OPEN_MS / 1000} seconds`)), OPEN_MS);
      });
      const lost = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
      try {
        await Promise.race([client.start(), late]);
        return { lost };
      } catch (error) {
        // A connection that comes too late must not stay beside the next one.
        void client.disconnect();
        throw error ?? new Error('Slack closed the connection at once');
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => client.disconnect(),
  };
}
