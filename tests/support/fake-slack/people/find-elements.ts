import { z } from 'zod';
import { JsonObject } from '../world/json.ts';
import type { Json } from '../world/json.ts';

/** An element that a person can act on, with what they see of it. */
export interface FoundElement {
  blockId: string;
  actionId: string;
  type: string;
  /** What stands on it or beside it. */
  label: string;
  element: Json;
  /** Set for elements of an input block. */
  input?: { isOptional: boolean; dispatches: boolean };
  /** What a button sends; feedback buttons have two. */
  value?: string;
}

const Blocks = z.array(JsonObject);
const TextOf = z.object({ text: z.string() });

/** Everything in blocks that a person can press, choose or fill, in order. */
export function findElements(blocks: unknown): FoundElement[] {
  const parsed = Blocks.safeParse(blocks);
  return parsed.success ? parsed.data.flatMap((block, at) => elementsOf(block, typeof block['block_id'] === 'string' ? block['block_id'] : `block-${at}`)) : [];
}

/**
 * The one element with this label or action id.
 * @throws Error that lists what is there
 */
export function findElement(blocks: unknown, wanted: string): FoundElement {
  const elements = findElements(blocks);
  const found = elements.find(({ label }) => label === wanted) ?? elements.find(({ actionId }) => actionId === wanted) ?? elements.find(({ blockId, input }) => input && blockId === wanted);
  if (!found) throw new Error(`There is no “${wanted}” here, only: ${elements.map(({ label, actionId }) => `“${label}” (${actionId})`).join(', ') || 'nothing to act on'}`);
  return found;
}

function elementsOf(block: Json, blockId: string): FoundElement[] {
  switch (block['type']) {
    case 'actions':
    case 'context_actions':
      return list(block['elements']).flatMap((element, at) => describe(element, blockId, at));
    case 'section':
      return JsonObject.safeParse(block['accessory']).success ? describe(JsonObject.parse(block['accessory']), blockId, 0, text(block['text'])) : [];
    case 'input': {
      const input = { isOptional: block['optional'] === true, dispatches: block['dispatch_action'] === true };
      return describe(JsonObject.parse(block['element']), blockId, 0, text(block['label'])).map((each) => ({ ...each, input }));
    }
    case 'card':
      return list(block['actions']).flatMap((element, at) => describe(element, blockId, at));
    case 'carousel':
      return list(block['elements']).flatMap((card, at) => elementsOf(card, `${blockId}-${at}`));
    case 'container':
      return findElements(block['child_blocks']);
    default:
      return [];
  }
}

function describe(element: Json, blockId: string, at: number, beside = ''): FoundElement[] {
  if (element['type'] === 'image') return [];
  const actionId = typeof element['action_id'] === 'string' ? element['action_id'] : `action-${at}`;
  const base = { blockId, actionId, type: String(element['type']), element };
  if (element['type'] === 'feedback_buttons') return [element['positive_button'], element['negative_button']].map((button) => ({ ...base, label: text(JsonObject.parse(button)['text']), value: String(JsonObject.parse(button)['value']) }));
  const own = text(element['text']) || beside || text(element['placeholder']);
  return [{ ...base, label: own, ...(typeof element['value'] === 'string' ? { value: element['value'] } : {}) }];
}

function list(value: unknown): Json[] {
  return Blocks.parse(value ?? []);
}

function text(value: unknown): string {
  const parsed = TextOf.safeParse(value);
  return parsed.success ? parsed.data.text : '';
}
