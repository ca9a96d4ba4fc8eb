import type { Intent } from '../../domain/inbox.ts';
import { words } from '../../lexicon/lexicon.ts';
import { plainText } from '../mrkdwn.ts';
import { readIntent } from './read-intent.ts';

/** What a slash command wants. */
export type ReadCommand =
  | { kind: 'work'; intent: Intent; text: string }
  | { kind: 'reports' }
  | { kind: 'help' }
  | { kind: 'forget' }
  /** Without a text: which there are. */
  | { kind: 'follow' | 'unfollow' | 'scope'; text: string }
  | { kind: 'empty' };

/** Words that may stand first, in both languages; behind those that stand alone nothing does. */
const FIRST = (['ask', 'summarize', 'check', 'follow', 'unfollow', 'scope', 'reports', 'help', 'forget'] as const).map(
  (meant) => [meant, words(`command/${meant}`)] as const,
);

/** Reads the text of `/footnote …`; without one of the known words it is a question. */
export function readCommand(raw: string): ReadCommand {
  const text = plainText(raw);
  if (text === '') return { kind: 'empty' };
  const [first = ''] = text.split(/\s/u);
  const meant = FIRST.find(([, names]) => names.is(first))?.[0];
  const rest = text.slice(first.length).trim();
  const isAlone = meant === 'reports' || meant === 'help' || meant === 'forget';
  if (isAlone && rest === '') return { kind: meant };
  if (meant === undefined || isAlone) return { kind: 'work', ...readIntent(text) };
  if (meant === 'follow' || meant === 'unfollow' || meant === 'scope') return { kind: meant, text: rest };
  return rest === '' ? { kind: 'empty' } : { kind: 'work', intent: meant, text: rest };
}
