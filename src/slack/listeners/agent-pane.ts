import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Client } from '../delivery/target.ts';
import { promptReports, suggestedPrompts } from '../views/suggested-prompts.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import { stopThread } from '../handling/stop-thread.ts';
import type { Shared } from './shared.ts';

const Stopped = z.object({ channel: z.string(), thread_ts: z.string() });

/**
 * The agent pane: suggested prompts when it opens, of what the person may see, whatever they look at beside it; *stop*
 * breaks off what is asked in a thread.
 */
export function listenToAgentPane(app: App, shared: Shared): void {
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab === 'messages')
      await suggest({ team: context.teamId ?? '', user: event.user, channel: event.channel }, client, shared);
  });
  app.event('agent_session_stopped', async ({ event, body }) => {
    const { channel, thread_ts: thread } = Stopped.parse(event);
    await stopThread({ team: body.team_id, channel, thread }, shared);
  });
}

async function suggest(
  { team, user, channel }: { team: string; user: string; channel: string },
  client: Client,
  { steps, viewers }: Shared,
): Promise<void> {
  const viewer = await viewers.ofPerson(team, user, client);
  const own = await steps.libraryOf(team);
  const reports = promptReports(await own.reports(viewer));
  const withSections = await Promise.all(
    reports.map(async (report) => ({ ...report, sections: await own.sections(report.id, viewer) })),
  );
  const [first, ...others] = suggestedPrompts(
    withSections,
    await languageOfPerson(team, user, { client, preferences: steps.preferences }),
  );
  if (first) await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: [first, ...others] });
}
