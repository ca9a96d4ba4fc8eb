import type { App } from '@slack/bolt';
import { z } from 'zod';
import { detectLanguage } from '../../text/language.ts';
import { plainMessage } from '../delivery/message.ts';
import { SHARE, Shared as SharedRequest } from '../views/share-button.ts';
import { WORDS } from '../../words/slack.ts';
import type { Shared } from './shared.ts';

const Press = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string() }).optional(),
  container: z.object({ message_ts: z.string() }).optional(),
  actions: z.array(z.object({ value: z.string() })).min(1),
});

/**
 * *Share in channel*: the question is answered anew there, with what all who read the channel may see; one press, one
 * answer.
 */
export function listenToShare(app: App, { steps, onWork }: Shared): void {
  app.action(SHARE, async ({ body, ack, respond }) => {
    const { team, user, channel, message, container, actions, trigger_id: trigger } = Press.parse(body);
    const { intent, text } = SharedRequest.parse(JSON.parse(actions[0]?.value ?? ''));
    const subject = `${team.id} shared ${message?.ts ?? container?.message_ts ?? trigger}`;
    const work = {
      team: team.id,
      askerTeam: user.team_id ?? team.id,
      user: user.id,
      intent,
      text,
      place: { kind: 'channel' as const, channel: channel.id },
    };
    await steps.inbox.accept({ key: subject, subject, work });
    await ack();
    onWork({ key: subject, subject, work });
    await respond({
      response_type: 'ephemeral',
      replace_original: false,
      ...plainMessage(WORDS[detectLanguage(text)].shared),
    });
  });
}
