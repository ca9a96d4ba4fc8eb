import type { NewWork } from '../../domain/inbox.ts';
import { setStatus } from '../delivery/agent-thread.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Poster } from '../delivery/poster.ts';
import { respond } from '../delivery/respond.ts';
import type { CommonSteps } from '../steps.ts';
import { languageOfWork } from '../handling/person-language.ts';
import { WORDS } from '../../words/slack.ts';
import type { Workspaces } from '../workspaces.ts';

/** Work that still waits after this long, in milliseconds, is worth a word. */
const PATIENCE_MS = 1500;

/** Tells people how long the queue is. */
export interface Positions {
  /** After a while, tells whoever still waits how many go before them. */
  watch(work: NewWork): void;
  stop(): void;
}

/**
 * Makes what tells: a status line; where Slack shows none, a line that only the person sees, so that nobody else reads
 * it.
 */
export function createPositions({ inbox, preferences, log }: CommonSteps, workspaces: Workspaces): Positions {
  const timers = new Set<NodeJS.Timeout>();

  async function tell({ subject, work }: NewWork): Promise<void> {
    const [ahead, workspace] = [await inbox.ahead(subject), await workspaces.of(work.team)];
    if (ahead === undefined || !workspace) return;
    const { client, poster } = workspace;
    const words = WORDS[await languageOfWork(work, { client, preferences })];
    const { place } = work;
    if (place.kind === 'message' && (await setStatus(client, place, words.inLine(ahead)))) return;
    if (place.kind === 'command') await respond(place.responseUrl, plainMessage(words.waiting(ahead)));
    else
      await client.chat.postEphemeral({
        ...(await whereSeen(work, poster)),
        user: work.user,
        text: words.waiting(ahead),
      });
  }

  return {
    watch(work) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        tell(work).catch((error: unknown) => log(`The place in the queue could not be told: ${String(error)}`));
      }, PATIENCE_MS);
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Where the person looks: a thread that nobody has answered in yet does not show. */
async function whereSeen(
  { user, place }: NewWork['work'],
  poster: Poster,
): Promise<{ channel: string; thread_ts?: string }> {
  if (place.kind === 'message')
    return { channel: place.channel, ...(place.thread === place.ts ? {} : { thread_ts: place.thread }) };
  return { channel: place.channel ?? (await poster.directChannel(user)) };
}
