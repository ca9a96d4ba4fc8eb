import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { WorkPlace } from '../../domain/inbox.ts';
import { CHOOSE_SECTION } from '../views/section-buttons.ts';
import type { Shared } from './shared.ts';

const Press = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }),
  response_url: z.string(),
  container: z.object({ is_ephemeral: z.boolean().default(false) }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z.array(z.object({ value: z.string() })).min(1),
});

/** Summarises the section that somebody chose of several that fit, where they were asked. */
export function listenToChooseSection(app: App, { steps, onWork }: Shared): void {
  app.action(CHOOSE_SECTION, async ({ body, ack }) => {
    const press = Press.parse(body);
    const { trigger_id: trigger, team, user, actions } = press;
    const subject = `${team.id} section ${trigger}`;
    const work = {
      team: team.id,
      askerTeam: user.team_id ?? team.id,
      user: user.id,
      intent: 'summarize' as const,
      text: actions[0]?.value ?? '',
      place: placeOf(press),
    };
    await steps.inbox.accept({ key: subject, subject, work });
    await ack();
    onWork({ key: subject, subject, work });
  });
}

function placeOf({
  channel,
  message,
  container,
  response_url: responseUrl,
}: z.infer<typeof Press>): z.infer<typeof WorkPlace> {
  if (container.is_ephemeral || !message) return { kind: 'command', channel: channel.id, responseUrl };
  return {
    kind: 'message',
    channel: channel.id,
    ts: message.ts,
    thread: message.thread_ts ?? message.ts,
    isDirect: channel.id.startsWith('D'),
  };
}
