import type { types } from '@slack/bolt';
import { z } from 'zod';
import { SharedFile, WorkPlace } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Message } from '../out/message.ts';
import type { ListedReport } from '../steps.ts';
import { ADD_WORDS } from './add-words.ts';

/** Identifies the *Replace* button. */
export const REPLACE_REPORT = 'replace_report';
/** What it carries. */
export const Replacement = z.object({ file: SharedFile, place: WorkPlace });

/** Asks whether a stored report is to be replaced by a file of the same name. */
export function replaceMessage({ title }: ListedReport, replacement: z.infer<typeof Replacement>, language: Language): Message {
  const words = ADD_WORDS[language];
  const text = words.askReplace(shorten(title, LIMITS.header), shorten(replacement.file.name, LIMITS.header));
  const plain = (label: string): types.PlainTextElement => ({ type: 'plain_text', text: label });
  return {
    text: escapeMrkdwn(text),
    blocks: [
      { type: 'section', text: plain(text) },
      { type: 'actions', elements: [{ type: 'button', action_id: REPLACE_REPORT, style: 'danger', value: JSON.stringify(replacement), text: plain(words.replace) }] },
    ],
  };
}
