import type { InboxItem } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';
import type { Language } from '../../domain/report.ts';
import type { UseLimits } from '../steps.ts';
import { WORDS } from '../../words/slack.ts';

const HOUR_MS = 3_600_000;

/** Why somebody is not answered now. */
export type Refusal =
  | { reason: 'outside' }
  | { reason: 'too_many'; minutes: number }
  | { reason: 'team_too_many'; minutes: number };

/** Counts what people ask, and says when it is too much. */
export type CheckUse = (item: InboxItem) => Promise<Refusal | undefined>;

/**
 * Makes the check: who may ask, and how much in an hour. The inbox counts, for all processes that share it, also across
 * restarts.
 */
export function createUseCheck({ perUser, perTeam, allowedTeams }: UseLimits, inbox: Inbox): CheckUse {
  return async ({ id, work: { team, askerTeam } }) => {
    if (!isAllowed(team, askerTeam, allowedTeams)) return { reason: 'outside' };
    const excess = await inbox.count(id, { perPerson: perUser, perTeam, withinMs: HOUR_MS });
    return (
      excess && {
        reason: excess.of === 'person' ? 'too_many' : 'team_too_many',
        minutes: Math.max(1, Math.ceil(excess.waitMs / 60_000)),
      }
    );
  };
}

/** What is said to whom it concerns, and when they may come back. */
export function refusalText(refused: Refusal, language: Language): string {
  const words = WORDS[language];
  if (refused.reason === 'outside') return words.outside;
  return refused.reason === 'too_many' ? words.tooMany(refused.minutes) : words.teamTooMany(refused.minutes);
}

/** Without a list, members of the workspace where the app is installed; with one, members of the workspaces on it. */
function isAllowed(team: string, askerTeam: string, allowedTeams: readonly string[]): boolean {
  return allowedTeams.length === 0
    ? askerTeam === team
    : allowedTeams.includes(team) && allowedTeams.includes(askerTeam);
}
