import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { NewWork } from '../../domain/inbox.ts';
import { SharedFiles } from '../../domain/inbox.ts';
import { readIntent } from '../intake/read-intent.ts';
import { plainText } from '../mrkdwn.ts';
import { About, ASK_MODAL, askModal, QUESTION_FIELD } from '../views/ask-modal.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import type { Shared } from './shared.ts';

const Person = z.object({ id: z.string(), team_id: z.string().optional() });
const OnMessage = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }),
  user: Person,
  channel: z.object({ id: z.string() }),
  response_url: z.string(),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z
      .string()
      .nullish()
      .transform((text) => text ?? ''),
    files: SharedFiles,
  }),
});
const Anywhere = z.object({ trigger_id: z.string(), team: z.object({ id: z.string() }), user: Person });
const Submission = z.object({
  team: z.object({ id: z.string() }),
  user: Person,
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }),
  }),
});

/**
 * The shortcuts of a message's menu, *Check facts*, *Ask about this*, *Add to library*; and *Ask the reports* from
 * anywhere.
 */
export function listenToShortcuts(app: App, { steps, onWork }: Shared): void {
  const accept = async (work: NewWork, ack: () => Promise<void>): Promise<void> => {
    await steps.inbox.accept(work);
    await ack();
    onWork(work);
  };

  app.shortcut('check_facts', async ({ body, ack }) => {
    const { trigger_id: trigger, team, user, channel, message, response_url: responseUrl } = OnMessage.parse(body);
    const subject = `${team.id} check ${trigger}`;
    const place = { kind: 'command' as const, channel: channel.id, responseUrl };
    await accept(
      { key: subject, subject, work: { ...byWhom(team, user), intent: 'check', text: plainText(message.text), place } },
      ack,
    );
  });

  app.shortcut('add_to_library', async ({ body, ack }) => {
    const { team, user, channel, message } = OnMessage.parse(body);
    const subject = `${team.id} ${channel.id} ${message.ts} add by ${user.id}`;
    const place = {
      kind: 'message' as const,
      channel: channel.id,
      ts: message.ts,
      thread: message.thread_ts ?? message.ts,
      isDirect: channel.id.startsWith('D'),
    };
    await accept(
      {
        key: `${subject} ${OnMessage.parse(body).trigger_id}`,
        subject,
        work: { ...byWhom(team, user), intent: 'add_report', text: '', place, files: message.files },
      },
      ack,
    );
  });

  app.shortcut('ask_about', async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, channel, message } = OnMessage.parse(body);
    const language = await languageOfPerson(team.id, user.id, { client, preferences: steps.preferences });
    const about = {
      channel: channel.id,
      ts: message.ts,
      thread: message.thread_ts ?? message.ts,
      text: plainText(message.text),
    };
    await client.views.open({ trigger_id: trigger, view: askModal(about, language) });
  });

  app.shortcut('ask_reports', async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user } = Anywhere.parse(body);
    await client.views.open({
      trigger_id: trigger,
      view: askModal(undefined, await languageOfPerson(team.id, user.id, { client, preferences: steps.preferences })),
    });
  });

  app.view(ASK_MODAL, async ({ body, ack }) => {
    const { team, user, view } = Submission.parse(body);
    const about = About.nullable().parse(JSON.parse(view.private_metadata)) ?? undefined;
    const subject = `${team.id} modal ${view.id}`;
    const asked = readIntent(plainText(view.state.values[QUESTION_FIELD]?.[QUESTION_FIELD]?.value ?? ''));
    const { where } = await steps.preferences.of(team.id, user.id);
    const earlier = about?.text.trim() ? [about.text] : [];
    await accept(
      {
        key: subject,
        subject,
        work: {
          ...byWhom(team, user),
          ...asked,
          earlier,
          place: about && where === 'thread' ? inThread(about) : { kind: 'channel' },
        },
      },
      ack,
    );
  });
}

function byWhom(team: { id: string }, user: z.infer<typeof Person>): { team: string; askerTeam: string; user: string } {
  return { team: team.id, askerTeam: user.team_id ?? team.id, user: user.id };
}

function inThread({ channel, ts, thread }: NonNullable<About>): NewWork['work']['place'] {
  return { kind: 'message', channel, ts, thread, isDirect: channel.startsWith('D') };
}
