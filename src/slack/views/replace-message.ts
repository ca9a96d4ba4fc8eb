import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Audience } from '../../domain/audience.ts';
import { SharedFile, WorkPlace } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';
import type { ListedReport } from '../steps.ts';
import { ADD_WORDS } from '../../words/slack-add.ts';
import { audienceText } from './audience-text.ts';

/** Identifies the buttons: *Replace*, one for each report, and *Keep both*. */
export const REPLACE_REPORT = 'replace_report';
/** What a button carries; `isBeside`: nothing is replaced. */
export const Replacement = z.object({
  file: SharedFile,
  place: WorkPlace,
  replaces: z.string().optional(),
  isBeside: z.boolean().default(false),
});

/** Reports of one name that are offered. */
const OFFERED = 5;

/** What the question is about. */
export interface Replacing {
  file: SharedFile;
  place: WorkPlace;
  team: string;
  /** Reports of the same file name, with who sees each; a new edition is seen by the same. */
  stored: readonly { report: ListedReport; audience: Audience }[];
  /** Who would see the file when both are kept; absent: that is not offered. */
  beside: Audience | undefined;
}

/** Asks whether a stored report is to be replaced by a file of the same name, and says who sees it then. */
export function replaceMessage({ file, place, team, stored, beside }: Replacing, language: Language): Message {
  const words = ADD_WORDS[language];
  const offered = stored.slice(0, OFFERED);
  const name = escapeMrkdwn(shorten(file.name, LIMITS.header));
  const lines = offered.map(({ report, audience }) =>
    words.askReplace(
      escapeMrkdwn(shorten(report.title, LIMITS.header)),
      audienceText(audience, team, language, 'message'),
    ),
  );
  const text = [
    words.sameName(name),
    ...lines,
    ...(beside === undefined ? [] : [words.askBeside(audienceText(beside, team, language, 'message'))]),
  ].join('\n');
  const button = (
    label: string,
    id: string,
    choice: Pick<z.input<typeof Replacement>, 'replaces' | 'isBeside'>,
    isDanger: boolean,
  ): types.Button => ({
    type: 'button',
    action_id: id,
    value: JSON.stringify({ file, place, ...choice }),
    text: { type: 'plain_text', text: shorten(label, LIMITS.optionText) },
    ...(isDanger ? { style: 'danger' } : {}),
  });
  return {
    text,
    blocks: [
      { type: 'section', text: mrkdwn(shorten(text, LIMITS.sectionText)) },
      {
        type: 'actions',
        elements: [
          ...offered.map(({ report: { id, title } }, at) =>
            button(
              offered.length === 1 ? words.replace : words.replaceOne(title),
              at === 0 ? REPLACE_REPORT : `${REPLACE_REPORT} ${at}`,
              { replaces: id },
              true,
            ),
          ),
          ...(beside === undefined
            ? []
            : [button(words.keepBoth, `${REPLACE_REPORT} beside`, { isBeside: true }, false)]),
        ],
      },
    ],
  };
}
