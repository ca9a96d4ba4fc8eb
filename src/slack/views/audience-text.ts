import type { Audience } from '../../domain/audience.ts';
import { idsIn } from '../../domain/audience.ts';
import type { Language } from '../../domain/report.ts';

/** Who is named on a line; the modal has them all. */
const NAMED = 8;

const WORDS = {
  zh: { everyone: '所有人', nobody: '只有管理员', more: (count: number) => `等 ${count} 个`, between: '、' },
  en: {
    everyone: 'everyone',
    nobody: 'only the administrator',
    more: (count: number) => `${count} more`,
    between: ', ',
  },
} as const;

/**
 * Who may see a report, in mrkdwn: channels, user groups and people as Slack shows them; those of other workspaces by
 * their ids, and so user groups in a message: their name would call all of them.
 */
export function audienceText(audience: Audience, team: string, language: Language, where: 'view' | 'message'): string {
  const words = WORDS[language];
  if (audience === 'everyone') return words.everyone;
  const named = [
    ...audience.channels.map((id) => mention(id, team, '#')),
    ...audience.userGroups.map((id) => (where === 'view' ? mention(id, team, '!subteam^') : (ownId(id, team) ?? id))),
    ...audience.people.map((id) => mention(id, team, '@')),
  ];
  if (named.length === 0) return words.nobody;
  return [...named.slice(0, NAMED), ...(named.length > NAMED ? [words.more(named.length - NAMED)] : [])].join(
    words.between,
  );
}

function mention(id: string, team: string, sign: string): string {
  const own = ownId(id, team);
  return own === undefined ? id : `<${sign}${own}>`;
}

/** The id within a workspace; undefined when it is another workspace's. */
export function ownId(id: string, team: string): string | undefined {
  return idsIn(team, [id])[0];
}
