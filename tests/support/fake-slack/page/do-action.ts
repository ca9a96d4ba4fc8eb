import { z } from 'zod';
import type { FakeSlack } from '../fake-slack.ts';
import type { Surface } from '../people/payloads.ts';
import type { Person } from '../people/person.ts';
import type { Json } from '../world/json.ts';
import type { Message, View } from '../world/things.ts';
import { messageAt } from '../world/write-messages.ts';
import { channelOf } from './page-state.ts';

const MessageId = z.object({ channel: z.string(), ts: z.string() });
const SurfaceId = z.union([MessageId, z.enum(['modal', 'home'])]);
const Element = z.object({ blockId: z.string(), actionId: z.string(), value: z.string().optional() });
const Given = z.union([z.string(), z.array(z.string())]);
const FileData = z.object({ name: z.string(), base64: z.string() });

/** What a person does on the page. */
const Action = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('says'),
    channel: z.string(),
    text: z.string(),
    thread: z.string().optional(),
    files: z.array(FileData).default([]),
  }),
  z.object({ verb: z.literal('runs'), channel: z.string(), text: z.string() }),
  z.object({ verb: z.literal('presses'), surface: SurfaceId, element: Element }),
  z.object({ verb: z.literal('chooses'), surface: SurfaceId, element: Element, choice: Given }),
  z.object({ verb: z.literal('types'), surface: SurfaceId, element: Element, typed: z.string() }),
  z.object({ verb: z.literal('submits'), values: z.array(Element.extend({ choice: Given })) }),
  z.object({ verb: z.literal('closes') }),
  z.object({ verb: z.literal('usesShortcut'), name: z.string(), message: MessageId.optional() }),
  z.object({ verb: z.literal('opensHome') }),
  z.object({ verb: z.literal('opensMessages') }),
  z.object({ verb: z.literal('deletes'), message: MessageId }),
]);
type Action = z.infer<typeof Action>;

/** Does it, as that person. Gives what the page needs to go on. */
export async function doAction(slack: FakeSlack, me: Person, asked: unknown): Promise<Json> {
  const action = Action.parse(asked);
  switch (action.verb) {
    case 'says':
      await me.says(channelOf(slack, action.channel), withMention(slack, action.text), {
        files: action.files.map(({ name, base64 }) => ({ name, content: Buffer.from(base64, 'base64') })),
        ...(action.thread === undefined
          ? {}
          : { in: messageOf(slack, { channel: action.channel, ts: action.thread }) }),
      });
      return {};
    case 'runs':
      await me.runs(action.text, channelOf(slack, action.channel));
      return {};
    case 'types':
      return { options: await me.types(action.typed, exact(action.element), surfaceOf(slack, me, action.surface)) };
    case 'presses':
    case 'chooses':
      return act(slack, me, action);
    case 'submits':
      return submit(slack, me, action);
    default:
      return go(slack, me, action);
  }
}

async function act(
  slack: FakeSlack,
  me: Person,
  action: Extract<Action, { verb: 'presses' | 'chooses' }>,
): Promise<Json> {
  const surface = surfaceOf(slack, me, action.surface);
  if (action.verb === 'presses') await me.presses(exact(action.element), surface);
  else await me.chooses(exact(action.element), action.choice, surface);
  return {};
}

async function submit(slack: FakeSlack, me: Person, { values }: Extract<Action, { verb: 'submits' }>): Promise<Json> {
  const modal = modalOf(slack, me);
  for (const { choice, ...element } of values) if (choice.length > 0) await me.chooses(exact(element), choice, modal);
  return { submitted: (await me.submits(modal)).outcome };
}

async function go(
  slack: FakeSlack,
  me: Person,
  action: Extract<Action, { verb: 'closes' | 'usesShortcut' | 'opensHome' | 'opensMessages' | 'deletes' }>,
): Promise<Json> {
  if (action.verb === 'closes') await me.closes(modalOf(slack, me));
  else if (action.verb === 'usesShortcut')
    await me.usesShortcut(action.name, action.message && messageOf(slack, action.message));
  else if (action.verb === 'deletes') await me.deletes(messageOf(slack, action.message));
  else await me[action.verb]();
  return {};
}

/** The text with `@Name` of the bot as Slack's mark for a mention. */
function withMention({ world, bot }: FakeSlack, text: string): string {
  const name = world.manifest.display_information.name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return text.replaceAll(new RegExp(`@${name}`, 'giu'), `<@${bot.userId}>`);
}

function surfaceOf(slack: FakeSlack, me: Person, id: z.infer<typeof SurfaceId>): Surface {
  if (id === 'modal') return modalOf(slack, me);
  const home = slack.homeOf(me);
  if (id !== 'home') return messageOf(slack, id);
  if (!home) throw new Error('The Home tab is empty');
  return home;
}

function modalOf(slack: FakeSlack, me: Person): View {
  const modal = slack.modalOf(me);
  if (!modal) throw new Error('The modal is closed');
  return modal;
}

function messageOf({ world }: FakeSlack, { channel, ts }: z.infer<typeof MessageId>): Message {
  const message = messageAt(world, channel, ts);
  if (!message) throw new Error('The message is gone');
  return message;
}

function exact({ blockId, actionId, value }: z.infer<typeof Element>): {
  blockId: string;
  actionId: string;
  value?: string;
} {
  return { blockId, actionId, ...(value === undefined ? {} : { value }) };
}
