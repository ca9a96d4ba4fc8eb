import { z } from 'zod';
import type { MethodCall } from './fake-slack/world/things.ts';

const MARKED = new Set(['mrkdwn', 'markdown']);
const Element = z.looseObject({ type: z.string().optional(), text: z.unknown().optional() });

/**
 * What a call would call out loud in a message: channels, groups, everyone, and people beside those who are meant.
 * Plain and rich text show what they hold.
 */
export function pingsIn({ method, body }: MethodCall, meant: readonly string[]): string[] {
  if (!method.startsWith('chat.')) return [];
  const texts = [body['text'], body['markdown_text'], ...markedTexts(body['blocks'])].map(String);
  return texts
    .flatMap((text) => text.match(/<(?:!|@)[^>]*>?/gu) ?? [])
    .filter((ping) => !meant.some((id) => ping === `<@${id}>`));
}

function markedTexts(value: unknown): unknown[] {
  if (typeof value === 'string') {
    try {
      return markedTexts(JSON.parse(value));
    } catch {
      return [];
    }
  }
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  const element = Element.safeParse(value);
  if (!element.success) return [];
  const own = MARKED.has(element.data.type ?? '') ? [element.data.text] : [];
  return [
    ...own,
    ...Object.values(element.data)
      .filter((inner) => typeof inner === 'object')
      .flatMap(markedTexts),
  ];
}
