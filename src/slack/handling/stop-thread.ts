import { plainMessage } from '../delivery/message.ts';
import type { CommonSteps } from '../steps.ts';
import { WORDS } from '../../words/slack.ts';
import type { Workspaces } from '../workspaces.ts';
import { postedConversation } from './conversation.ts';
import { languageOfWork } from './person-language.ts';
import type { Worker } from './worker.ts';

/**
 * Breaks off what is being answered in a thread, here or in another process, and takes back what waits there; each ends
 * with a sentence that says so.
 */
export async function stopThread(
  { team, channel, thread }: { team: string; channel: string; thread: string },
  { steps, workspaces, worker }: { steps: CommonSteps; workspaces: Workspaces; worker: Worker },
): Promise<void> {
  const waiting = await steps.inbox.stop(team, channel, thread);
  const workspace = await workspaces.of(team);
  const ends = waiting.map(async (item) => {
    if (!workspace) return;
    const language = await languageOfWork(item.work, { ...workspace, ...steps });
    await postedConversation(item, { channel, thread }, { ...workspace, log: steps.log }).say(
      [plainMessage(WORDS[language].stopped)],
      language,
    );
  });
  await Promise.all([
    ...ends,
    worker.cancel(
      ({ work: { team: own, place } }) =>
        own === team && place.kind === 'message' && place.channel === channel && place.thread === thread,
      'stopped',
    ),
  ]);
}
