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

/** An element named exactly, or by its label, action id or (of an input) block id. */
export type Wanted = string | { blockId: string; actionId: string; value?: string };

/** Everything in blocks that a person can press, choose or fill, in order. */
export function findElements(blocks: unknown): FoundElement[] {
  return nameBlocks(blocks).flatMap(elementsOf);
}

/**
 * The one element that is wanted.
 * @throws Error that lists what is there
 */
export function findElement(blocks: unknown, wanted: Wanted): FoundElement {
  const elements = findElements(blocks);
  const found =
    typeof wanted === 'string'
      ? byName(elements, wanted)
      : elements.find(
          ({ blockId, actionId, value }) =>
            blockId === wanted.blockId &&
            actionId === wanted.actionId &&
            (wanted.value === undefined || wanted.value === value),
        );
  if (!found)
    throw new Error(
      `There is no ${JSON.stringify(wanted)} here, only: ` +
        (elements.map(({ label, actionId }) => `“${label}” (${actionId})`).join(', ') || 'nothing to act on'),
    );
  return found;
}

/** Blocks with a `block_id` each and an `action_id` for each element; Slack, too, makes those that the app left out. */
export function nameBlocks(blocks: unknown, prefix = 'block'): Json[] {
  const parsed = Blocks.safeParse(blocks);
  return parsed.success ? parsed.data.map((block, at) => nameBlock({ block_id: `${prefix}-${at}`, ...block })) : [];
}

function nameBlock(block: Json): Json {
  const id = String(block['block_id']);
  const elements = (key: string) =>
    Array.isArray(block[key]) ? { [key]: list(block[key]).map((element, at) => named(element, at)) } : {};
  const single = (key: string) =>
    JsonObject.safeParse(block[key]).success ? { [key]: named(JsonObject.parse(block[key]), 0) } : {};
  switch (block['type']) {
    case 'actions':
    case 'context_actions':
      return { ...block, ...elements('elements') };
    case 'section':
      return { ...block, ...single('accessory') };
    case 'input':
      return { ...block, ...single('element') };
    case 'card':
      return { ...block, ...elements('actions') };
    case 'carousel':
      return { ...block, elements: nameBlocks(block['elements'], id) };
    case 'container':
      return { ...block, child_blocks: nameBlocks(block['child_blocks'], id) };
    default:
      return block;
  }
}

function named(element: Json, at: number): Json {
  return { action_id: `action-${at}`, ...element };
}

function byName(elements: FoundElement[], name: string): FoundElement | undefined {
  return (
    elements.find(({ label }) => label === name) ??
    elements.find(({ actionId }) => actionId === name) ??
    elements.find(({ blockId, input }) => input && blockId === name)
  );
}

function elementsOf(block: Json): FoundElement[] {
  const id = String(block['block_id']);
  switch (block['type']) {
    case 'actions':
    case 'context_actions':
      return list(block['elements']).flatMap((element) => describe(element, id));
    case 'section':
      return block['accessory'] === undefined
        ? []
        : describe(JsonObject.parse(block['accessory']), id, text(block['text']));
    case 'input': {
      const input = { isOptional: block['optional'] === true, dispatches: block['dispatch_action'] === true };
      return describe(JsonObject.parse(block['element']), id, text(block['label'])).map((each) => ({ ...each, input }));
    }
    case 'card':
      return list(block['actions']).flatMap((element) => describe(element, id));
    case 'carousel':
      return list(block['elements']).flatMap(elementsOf);
    case 'container':
      return list(block['child_blocks']).flatMap(elementsOf);
    default:
      return [];
  }
}

function describe(element: Json, blockId: string, beside = ''): FoundElement[] {
  if (element['type'] === 'image') return [];
  const base = { blockId, actionId: String(element['action_id']), type: String(element['type']), element };
  if (element['type'] === 'feedback_buttons')
    return [element['positive_button'], element['negative_button']].map((button) => ({
      ...base,
      label: text(JsonObject.parse(button)['text']),
      value: String(JsonObject.parse(button)['value']),
    }));
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
