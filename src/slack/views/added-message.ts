import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import { escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import type { Message } from '../delivery/message.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Added } from '../steps.ts';
import type { DropPlace } from '../handling/drop-place.ts';
import { lengthText } from '../../words/place-label.ts';
import { lossTexts } from '../../words/reading-note-words.ts';
import { ADD_WORDS } from '../../words/slack-add.ts';
import { audienceText } from './audience-text.ts';

/** Characters of what says how it was read. */
const NOTES_LENGTH = 600;

/**
 * Where a report comes from; `dropped` is absent when its audience has nothing to do with where its file was shared.
 */
export interface AddedWhere {
  team: string;
  dropped: DropPlace['kind'] | undefined;
}

/** Says that a report is in the library, who sees it, and how to change that. */
export function addedMessage(
  { outcome, report, audience }: Exclude<Added, { outcome: 'refused' }>,
  { team, dropped }: AddedWhere,
  language: Language,
): Message {
  const words = ADD_WORDS[language];
  const short = shorten(report.title, LIMITS.header);
  const { text, blocks } = plainMessage(
    outcome === 'unchanged' ? words.unchanged(short) : words[outcome](short, lengthText(report, language)),
  );
  const seenBy = audienceText(audience, team, language, 'message');
  const seen = seenText(seenBy, audience === 'everyone' ? 'public' : dropped, language);
  const who = `${seen}${language === 'zh' ? '' : ' '}${words.changeIt}`;
  const notes = lossTexts(report, language).join(language === 'zh' ? '；' : '; ');
  const context = [...(notes === '' ? [] : [escapeMrkdwn(shorten(notes, NOTES_LENGTH))]), who];
  return {
    text: [text, ...context].join('\n'),
    blocks: [...blocks, { type: 'context', elements: context.map(mrkdwn) }],
  };
}

function seenText(who: string, dropped: DropPlace['kind'] | undefined, language: Language): string {
  const words = ADD_WORDS[language];
  if (dropped === 'public') return words.seenByAll;
  if (dropped === 'group') return words.seenInGroup;
  if (dropped === 'shared') return words.seenInShared(who);
  return dropped === 'unknown' ? words.seenByOwner(who) : words.seenBy(who);
}
