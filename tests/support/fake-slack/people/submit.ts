import { z } from 'zod';
import { pushView, replaceView } from '../methods/views.ts';
import { installationIn } from '../world/populate.ts';
import { JsonObject } from '../world/json.ts';
import type { Json } from '../world/json.ts';
import type { View } from '../world/things.ts';
import type { World } from '../world/world.ts';
import { changed } from '../world/world.ts';
import { refuseView } from '../validate/check-view.ts';
import { message } from '../validate/problems.ts';
import { findElements } from './find-elements.ts';
import { isEmpty, untouched } from './choose.ts';

/** What became of a submitted modal. */
export type Submitted =
  | { outcome: 'closed' }
  | { outcome: 'cleared' }
  | { outcome: 'errors'; errors: Record<string, string> }
  | { outcome: 'updated'; view: View }
  | { outcome: 'pushed'; view: View };

const Response = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: JsonObject }),
  z.object({ response_action: z.literal('push'), view: JsonObject }),
  z.object({ response_action: z.literal('clear') }),
]);

/** The values of every input of a modal, touched or not. */
export function stateOf(view: View): View['values'] {
  const values: View['values'] = {};
  for (const found of findElements(view.view['blocks'])) {
    if (found.type === 'button') continue;
    const state = view.values[found.blockId]?.[found.actionId] ?? untouched(found);
    values[found.blockId] = { ...values[found.blockId], [found.actionId]: state };
  }
  return values;
}

/** Names of inputs that must be filled and are not. */
export function unfilled(view: View): string[] {
  const values = stateOf(view);
  return findElements(view.view['blocks']).flatMap(({ input, blockId, actionId, label }) =>
    input && !input.isOptional && isEmpty(values[blockId]?.[actionId] ?? {}) ? [label] : [],
  );
}

/**
 * Does with a modal what the app answered to its submission.
 * @throws Error when Slack would show the person "We had some trouble connecting"
 */
export function applyResponse(world: World, view: View, ack: Json): Submitted {
  if (ack['response_action'] === undefined) return closeTop(world, view);
  const response = Response.parse(ack);
  switch (response.response_action) {
    case 'errors':
      return showErrors(world, view, response.errors);
    case 'clear':
      world.modals.delete(view.userId);
      changed(world);
      return { outcome: 'cleared' };
    case 'update':
      replaceView(world, view, valid(response.view));
      return { outcome: 'updated', view };
    default:
      return { outcome: 'pushed', view: pushOnto(world, view, valid(response.view)) };
  }
}

/** Takes the topmost modal away; the one below it shows again. */
export function closeTop(world: World, { userId }: View): Submitted {
  const stack = world.modals.get(userId) ?? [];
  stack.pop();
  if (stack.length === 0) world.modals.delete(userId);
  changed(world);
  return { outcome: 'closed' };
}

function showErrors(world: World, view: View, errors: Record<string, string>): Submitted {
  const inputs = new Set(findElements(view.view['blocks']).flatMap(({ input, blockId }) => (input ? [blockId] : [])));
  const strange = Object.keys(errors).filter((id) => !inputs.has(id));
  if (strange.length > 0)
    throw new Error(`The errors name blocks that are no inputs of the modal: ${strange.join(', ')}`);
  view.errors = errors;
  changed(world);
  return { outcome: 'errors', errors };
}

function pushOnto(world: World, view: View, pushed: Json): View {
  const installation = installationIn(world, view.teamId);
  if (!installation) throw new Error('The app is not installed any more');
  return pushView({ world, installation }, view.userId, pushed);
}

function valid(view: Json): Json {
  const refused = refuseView(view);
  if (refused)
    throw new Error(`The modal of the answer is refused: ${refused.error} ${refused.problems.map(message).join('; ')}`);
  return view;
}
