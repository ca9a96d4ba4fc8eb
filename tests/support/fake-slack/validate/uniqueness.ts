import type { Problem } from './problems.ts';
import { pointerTo } from './problems.ts';

/** Blocks that share a `block_id`, and elements of one block that share an `action_id`. */
export function repeatedIds(blocks: unknown[], at: PropertyKey[]): Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => [
    ...repeated('block_id', block, seen, [...at, index]),
    ...repeatedActions(block, [...at, index]),
  ]);
}

/** Initial choices that are none of the choices. */
export function strangeChoices(value: unknown, at: PropertyKey[]): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => strangeChoices(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, item]) => strangeChoices(item, [...at, key]));
  return [...inside, ...strangeInitial(value, at)];
}

function strangeInitial(element: object, at: PropertyKey[]): Problem[] {
  if (!('options' in element) || !Array.isArray(element.options)) return [];
  const held = new Set(element.options.map((option) => JSON.stringify(option)));
  const initial =
    'initial_option' in element
      ? [element.initial_option]
      : 'initial_options' in element && Array.isArray(element.initial_options)
        ? element.initial_options
        : [];
  const strange = initial.filter((option) => option !== undefined && !held.has(JSON.stringify(option)));
  return strange.map(() => ({
    text: 'initial option must exactly match one of the options',
    pointer: pointerTo([...at, 'initial_option' in element ? 'initial_option' : 'initial_options']),
  }));
}

function repeatedActions(block: unknown, at: PropertyKey[]): Problem[] {
  if (typeof block !== 'object' || block === null || !('elements' in block) || !Array.isArray(block.elements))
    return [];
  const seen = new Set<string>();
  return block.elements.flatMap((element, index) => repeated('action_id', element, seen, [...at, 'elements', index]));
}

function repeated(key: 'block_id' | 'action_id', value: unknown, seen: Set<string>, at: PropertyKey[]): Problem[] {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof id !== 'string') return [];
  const isRepeated = seen.has(id);
  seen.add(id);
  return isRepeated ? [{ text: `\`${key}\` "${id}" already exists`, pointer: pointerTo([...at, key]) }] : [];
}
