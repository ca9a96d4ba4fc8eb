import type { HTTPReceiverOptions, Installation } from '@slack/bolt';
import { SCOPES } from './scopes.ts';
import type { SlackSettings } from './settings.ts';

/**
 * What makes Bolt's receiver serve `/slack/install` and `/slack/oauth_redirect`; nothing where the app has one token.
 */
export function installerOptions({ auth, apiUrl }: SlackSettings): Partial<HTTPReceiverOptions> {
  if (auth.kind === 'token') return {};
  const { clientId, clientSecret, stateSecret, redirectUri, installations } = auth;
  const elsewhere =
    apiUrl === undefined
      ? {}
      : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href, clientOptions: { slackApiUrl: apiUrl } };
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: SCOPES,
    redirectUri,
    installerOptions: { redirectUriPath: new URL(redirectUri).pathname, ...elsewhere },
    installationStore: {
      async storeInstallation(installation) {
        await installations.keep(installedFrom(installation));
      },
      async fetchInstallation({ teamId = '' }) {
        const installed = await installations.find(teamId);
        if (!installed) throw new Error(`The app is not installed in workspace ${teamId}.`);
        const { team, botToken, botUserId } = installed;
        return {
          team: { id: team },
          enterprise: undefined,
          user: { id: '', token: undefined, scopes: undefined },
          bot: { token: botToken, userId: botUserId, id: '', scopes: SCOPES },
        };
      },
      async deleteInstallation({ teamId = '' }) {
        await installations.remove(teamId);
      },
    },
  };
}

function installedFrom({ team, bot }: Installation): { team: string; botToken: string; botUserId: string } {
  if (!team || !bot)
    throw new Error(
      'Footnote is installed in workspaces, with a bot user; an installation for a whole organisation is ' +
        'not supported.',
    );
  return { team: team.id, botToken: bot.token, botUserId: bot.userId };
}
