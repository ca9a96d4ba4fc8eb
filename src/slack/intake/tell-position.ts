import type { NewWork } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';
import { detectLanguage } from '../../text/language.ts';
import { setStatus } from '../out/agent-thread.ts';
import { WORDS } from '../words.ts';
import type { Workspaces } from '../workspaces.ts';

/** Work that still waits after this long, in milliseconds, is worth a word. */
const PATIENCE_MS = 1500;

/** Tells people how long the queue is. */
export interface Positions {
  /** After a while, tells whoever still waits how many go before them. A status line, so that nothing is said twice. */
  watch(work: NewWork): void;
  stop(): void;
}

/** Makes what tells. */
export function createPositions({ inbox, workspaces, log }: { inbox: Inbox; workspaces: Workspaces; log(line: string): void }): Positions {
  const timers = new Set<NodeJS.Timeout>();

  async function tell({ subject, work }: NewWork): Promise<void> {
    const [ahead, workspace] = [await inbox.ahead(subject), await workspaces.of(work.team)];
    if (ahead === undefined || !workspace || work.place.kind !== 'message') return;
    await setStatus(workspace.client, { channel: work.place.channel, thread: work.place.thread }, WORDS[detectLanguage(work.text)].inLine(ahead));
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
