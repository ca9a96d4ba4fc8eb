import type { Inbox } from '../../domain/ports.ts';
import type { Worker } from '../handling/worker.ts';
import type { Workspaces } from '../workspaces.ts';
import type { Incoming } from './read-event.ts';

/** A question that is gone takes its answer with it: the answer repeats it. What was not answered yet is taken back. */
export async function removeAnswer(
  { team, channel, thread, subject }: Extract<Incoming, { kind: 'deleted' }>,
  { inbox, workspaces, worker }: { inbox: Inbox; workspaces: Workspaces; worker: Worker },
): Promise<void> {
  if (await inbox.withdraw(subject)) return;
  const wasWorkedOn = await worker.cancel((item) => item.subject === subject, 'deleted');
  if (!wasWorkedOn && !(await inbox.wasAnswered(team, channel, thread))) return;
  const poster = (await workspaces.of(team))?.poster;
  const posted = (await poster?.find({ channel, thread }, subject)) ?? [];
  for (const { ts } of posted) await poster?.remove({ channel }, ts);
  await poster?.removePictures({ channel, thread }, subject);
}
