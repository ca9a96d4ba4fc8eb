import type { Intent } from '../../domain/inbox.ts';
import { plainText } from '../mrkdwn.ts';
import { readIntent } from './read-intent.ts';

/** What a slash command wants. */
export type ReadCommand =
  | { kind: 'work'; intent: Intent; text: string }
  | { kind: 'reports' }
  | { kind: 'help' }
  | { kind: 'empty' };

/** Words that may stand first, in both languages. */
const FIRST: [RegExp, Intent | 'reports' | 'help'][] = [
  [/^(?:ask|问|提问)(?:\s+|$)/iu, 'ask'],
  [/^(?:summari[sz]e|总结|概括)(?:\s+|$)/iu, 'summarize'],
  [/^(?:check|核对|查证)(?:\s+|$)/iu, 'check'],
  [/^(?:reports|报告|报告列表)$/iu, 'reports'],
  [/^(?:help|\?|帮助)$/iu, 'help'],
];

/** Reads the text of `/footnote …`; without one of the known words it is a question. */
export function readCommand(raw: string): ReadCommand {
  const text = plainText(raw);
  if (text === '') return { kind: 'empty' };
  const [pattern, meant] = FIRST.find(([each]) => each.test(text)) ?? [];
  if (pattern === undefined || meant === undefined) return { kind: 'work', ...readIntent(text) };
  if (meant === 'reports' || meant === 'help') return { kind: meant };
  const rest = text.replace(pattern, '').trim();
  return rest === '' ? { kind: 'empty' } : { kind: 'work', intent: meant, text: rest };
}
