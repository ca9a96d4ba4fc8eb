import { z } from 'zod';
import type { Json } from '../world/json.ts';
import { JsonObject } from '../world/json.ts';
import { SlackError, throwIfRefused } from '../world/slack-error.ts';
import type { View } from '../world/things.ts';
import { viewJson } from '../world/view-json.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import { refuseView } from '../validate/check-view.ts';
import type { Call, Methods } from './method.ts';
import { method } from './method.ts';

/** A trigger opens something within this time, in milliseconds. */
const TRIGGER_MS = 3000;
/** Views of a stack: the first and two that are pushed. */
const STACK = 3;

const Triggered = z.object({ trigger_id: z.string(), view: z.unknown() });

/** `views.*`. */
export const viewMethods: Methods = {
  'views.open': method({ tier: 4 }, Triggered, ({ trigger_id: triggerId, view }, call) => {
    throwIfRefused(refuseView(view));
    const { userId } = useTrigger(call.world, triggerId);
    const opened = makeView(call, userId, JsonObject.parse(view));
    call.world.modals.set(userId, [opened]);
    changed(call.world);
    return { view: viewJson(call.world, opened) };
  }),

  'views.push': method({ tier: 4 }, Triggered, ({ trigger_id: triggerId, view }, call) => {
    throwIfRefused(refuseView(view));
    const { userId } = useTrigger(call.world, triggerId);
    return { view: viewJson(call.world, pushView(call, userId, JsonObject.parse(view))) };
  }),

  'views.update': method(
    { tier: 4 },
    z.object({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view: z.unknown(),
    }),
    ({ view_id: id, external_id: externalId, hash, view }, call) => {
      throwIfRefused(refuseView(view));
      const held = [...call.world.modals.values(), ...[...call.world.homes.values()].map((home) => [home])]
        .flat()
        .find((each) => (id === undefined ? each.view['external_id'] === externalId : each.id === id));
      if (!held) throw new SlackError('not_found');
      if (hash !== undefined && hash !== held.hash) throw new SlackError('hash_conflict');
      replaceView(call.world, held, JsonObject.parse(view));
      return { view: viewJson(call.world, held) };
    },
  ),

  'views.publish': method(
    { tier: 4 },
    z.object({ user_id: z.string(), hash: z.string().optional(), view: z.unknown() }),
    ({ user_id: userId, hash, view }, call) => {
      throwIfRefused(refuseView(view));
      if (!call.world.manifest.features.app_home.home_tab_enabled) throw new SlackError('not_enabled');
      if (!call.world.users.has(userId)) throw new SlackError('user_not_found');
      const held = call.world.homes.get(userId);
      if (held && hash !== undefined && hash !== held.hash) throw new SlackError('hash_conflict');
      const published = makeView(call, userId, JsonObject.parse(view));
      call.world.homes.set(userId, held ? { ...published, id: held.id } : published);
      changed(call.world);
      return { view: viewJson(call.world, published) };
    },
  ),
};

/** Puts a view on top of a person's modals. */
export function pushView(call: Call, userId: string, view: Json): View {
  const stack = call.world.modals.get(userId) ?? [];
  const [root] = stack;
  if (!root) throw new SlackError('not_found');
  if (stack.length >= STACK) throw new SlackError('push_limit_reached');
  const pushed = { ...makeView(call, userId, view), rootId: root.id, previousId: stack.at(-1)?.id ?? root.id };
  stack.push(pushed);
  changed(call.world);
  return pushed;
}

/** Puts another view in the place of one, with a new hash; values of blocks that stay are kept. */
export function replaceView(world: World, held: View, view: Json): void {
  const ids = new Set(blockIds(view));
  Object.assign(held, {
    view,
    hash: world.nextId(''),
    errors: {},
    values: Object.fromEntries(Object.entries(held.values).filter(([id]) => ids.has(id))),
  });
  changed(world);
}

function makeView({ world, installation }: Call, userId: string, view: Json): View {
  const externalId = view['external_id'];
  const isTaken =
    typeof externalId === 'string' &&
    externalId !== '' &&
    [...world.modals.values()].flat().some((held) => held.view['external_id'] === externalId && held.userId !== userId);
  if (isTaken) throw new SlackError('duplicate_external_id');
  const id = world.nextId('V');
  return { id, hash: world.nextId(''), rootId: id, userId, teamId: installation.teamId, view, values: {}, errors: {} };
}

function useTrigger(world: World, id: string): { userId: string } {
  const trigger = world.triggers.get(id);
  if (!trigger) throw new SlackError('invalid_trigger_id');
  if (trigger.isUsed) throw new SlackError('exchanged_trigger_id');
  if (world.clock.now() - trigger.issuedAt > TRIGGER_MS) throw new SlackError('expired_trigger_id');
  trigger.isUsed = true;
  return trigger;
}

function blockIds(view: Json): string[] {
  return z
    .array(z.object({ block_id: z.string().default('') }))
    .parse(view['blocks'] ?? [])
    .map((block) => block.block_id);
}
