import type { FindToken } from '../workspaces.ts';
import type { SlackSettings } from './settings.ts';

/** Where tokens come from: the settings' one, for whatever workspace; or the one of the workspace's installation. */
export function findTokenIn({ auth }: SlackSettings): FindToken {
  if (auth.kind === 'token') return () => Promise.resolve({ token: auth.botToken });
  return async (team) => {
    const installed = await auth.installations.find(team);
    return installed && { token: installed.botToken, botUserId: installed.botUserId };
  };
}
