import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Audience } from '../../domain/audience.ts';
import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import { ownId } from './audience-text.ts';
import { AUDIENCE_WORDS } from '../../words/slack-audience.ts';

/** Identifies the modal, and its fields. */
export const AUDIENCE_MODAL = 'audience_modal';
export const FIELDS = {
  who: 'who',
  channels: 'channels',
  userGroups: 'user_groups',
  people: 'people',
  without: 'without_me',
} as const;

/** What the modal carries unseen; `isWarned`: the person was told that they will not see the report any more. */
export const CarriedReport = z.object({
  reportId: z.string(),
  title: z.string(),
  language: z.enum(['zh', 'en']),
  isWarned: z.boolean().default(false),
});
export type CarriedReport = z.infer<typeof CarriedReport>;

/** A user group that can be chosen. */
export interface Group {
  id: string;
  handle: string;
}

/** Options of a menu. */
const OPTIONS = 100;
const TITLE_LENGTH = 150;

/** What the modal shows as chosen. */
export interface AudienceChoices {
  audience: Audience;
  team: string;
  groups: readonly Group[];
}

/** Asks who may see a report: everyone, or some channels, user groups and people. */
export function audienceModal(carried: CarriedReport, { audience, team, groups }: AudienceChoices): types.ModalView {
  const words = AUDIENCE_WORDS[carried.language];
  const title = shorten(carried.title, TITLE_LENGTH);
  const named = audience === 'everyone' ? { channels: [], userGroups: [], people: [] } : audience;
  const own = (ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => ownId(id, team) ?? []))];
  const [channels, people] = [own(named.channels), own(named.people)];
  return {
    type: 'modal',
    callback_id: AUDIENCE_MODAL,
    private_metadata: JSON.stringify({ ...carried, title }),
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(words.cancel),
    blocks: [
      { type: 'section', text: plain(title) },
      ...(carried.isWarned ? warning(carried.language) : []),
      { type: 'input', block_id: FIELDS.who, label: plain(words.who), element: whoElement(audience, carried.language) },
      input(FIELDS.channels, words.channels, words.channelsHint, {
        type: 'multi_conversations_select',
        action_id: FIELDS.channels,
        filter: { include: ['public', 'private', 'mpim'] },
        ...(channels.length > 0 ? { initial_conversations: channels } : {}),
      }),
      ...groupsInput(own(named.userGroups), groups, carried.language),
      input(FIELDS.people, words.people, undefined, {
        type: 'multi_users_select',
        action_id: FIELDS.people,
        ...(people.length > 0 ? { initial_users: people } : {}),
      }),
    ],
  };
}

function whoElement(audience: Audience, language: Language): types.RadioButtons {
  const words = AUDIENCE_WORDS[language];
  const [everyone, some] = [
    { text: plain(words.everyone), value: 'everyone' },
    { text: plain(words.some), value: 'some' },
  ] as const;
  return {
    type: 'radio_buttons',
    action_id: FIELDS.who,
    options: [everyone, some],
    initial_option: audience === 'everyone' ? everyone : some,
  };
}

/** Slack has no menu of user groups: they are listed, the chosen ones first. Without any there is nothing to choose. */
function groupsInput(chosen: string[], groups: readonly Group[], language: Language): types.KnownBlock[] {
  const handles = new Map(groups.map(({ id, handle }) => [id, handle]));
  const ids = [...new Set([...chosen, ...groups.map(({ id }) => id)])].slice(0, OPTIONS);
  if (ids.length === 0) return [];
  const option = (id: string): types.PlainTextOption => ({
    value: id,
    text: plain(shorten(`@${handles.get(id) ?? id}`, LIMITS.optionText)),
  });
  const initial = chosen.slice(0, OPTIONS).map(option);
  return [
    input(FIELDS.userGroups, AUDIENCE_WORDS[language].userGroups, undefined, {
      type: 'multi_static_select',
      action_id: FIELDS.userGroups,
      options: ids.map(option),
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    }),
  ];
}

function warning(language: Language): types.KnownBlock[] {
  const words = AUDIENCE_WORDS[language];
  return [
    { type: 'section', text: plain(words.lockout) },
    input(FIELDS.without, words.lockoutLabel, undefined, {
      type: 'checkboxes',
      action_id: FIELDS.without,
      options: [{ text: plain(words.without), value: 'yes' }],
    }),
  ];
}

function input(
  id: string,
  label: string,
  hint: string | undefined,
  element: types.InputBlock['element'],
): types.InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plain(label),
    ...(hint === undefined ? {} : { hint: plain(hint) }),
    element,
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text };
}
