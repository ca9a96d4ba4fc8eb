import type { NewWork } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';
import { detectLanguage } from '../../text/language.ts';
import { setStatus } from '../out/agent-thread.ts';
import { WORDS } from '../words.ts';
import type { Workspaces } from '../workspaces.ts';

/** Work that still waits after this long, in milliseconds, is worth a word. */
const PATIENCE_MS = 1500;

/** Tells whoever still waits after a while how many go before. A status line, so that nothing is said twice. */
export function tellPosition({ subject, work }: NewWork, { inbox, workspaces, log }: { inbox: Inbox; workspaces: Workspaces; log(line: string): void }): NodeJS.Timeout {
  return setTimeout(() => void tell().catch((error: unknown) => log(`The place in the queue could not be told: ${String(error)}`)), PATIENCE_MS);

  async function tell(): Promise<void> {
    const [ahead, workspace] = [await inbox.ahead(subject), await workspaces.of(work.team)];
    if (ahead === undefined || !workspace || work.place.kind !== 'message') return;
    await setStatus(workspace.client, { channel: work.place.channel, thread: work.place.thread }, WORDS[detectLanguage(work.text)].inLine(ahead));
  }
}
