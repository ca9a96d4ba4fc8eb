import type { Work } from '../../domain/inbox.ts';
import type { UseLimits } from '../steps.ts';

const HOUR_MS = 3_600_000;

/** Why somebody is not answered now. */
export type Refusal = { reason: 'outside' } | { reason: 'too_many'; minutes: number } | { reason: 'team_too_many'; minutes: number };

/** Counts what people ask in this process, and says when it is too much. */
export type CheckUse = (work: Pick<Work, 'team' | 'askerTeam' | 'user'>) => Refusal | undefined;

/** Makes the check: who may ask, and how much in an hour. */
export function createUseCheck({ perUser, perTeam, allowedTeams }: UseLimits, now: () => number): CheckUse {
  const asked = new Map<string, number[]>();
  const within = (key: string): number[] => (asked.get(key) ?? []).filter((at) => now() - at < HOUR_MS);
  return ({ team, askerTeam, user }) => {
    if (!isAllowed(team, askerTeam, allowedTeams)) return { reason: 'outside' };
    const [userKey, teamKey] = [`${askerTeam} ${user}`, team];
    const [ofUser, ofTeam] = [within(userKey), within(teamKey)];
    if (ofUser.length >= perUser) return { reason: 'too_many', minutes: minutesUntil(ofUser, perUser, now()) };
    if (ofTeam.length >= perTeam) return { reason: 'team_too_many', minutes: minutesUntil(ofTeam, perTeam, now()) };
    asked.set(userKey, [...ofUser, now()]);
    asked.set(teamKey, [...ofTeam, now()]);
    return undefined;
  };
}

/** Without a list, members of the workspace where the app is installed; with one, members of the workspaces on it. */
function isAllowed(team: string, askerTeam: string, allowedTeams: readonly string[]): boolean {
  return allowedTeams.length === 0 ? askerTeam === team : allowedTeams.includes(team) && allowedTeams.includes(askerTeam);
}

function minutesUntil(times: number[], limit: number, now: number): number {
  const oldest = times.at(-limit) ?? now;
  return Math.max(1, Math.ceil((oldest + HOUR_MS - now) / 60_000));
}
