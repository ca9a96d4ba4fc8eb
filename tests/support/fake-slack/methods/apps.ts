import { z } from 'zod';
import { SlackError } from '../world/slack-error.ts';
import { install, installationIn } from '../world/populate.ts';
import type { World } from '../world/world.ts';
import { tell } from '../world/events.ts';
import type { Json } from '../world/json.ts';
import type { Methods } from './method.ts';
import { method } from './method.ts';

/** What an installed app does about itself. */
export const appMethods: Methods = {
  'auth.revoke': method({}, z.object({ test: z.unknown().optional() }), (_, { world, installation }) => {
    removeInstallation(world, installation.teamId);
    return { revoked: true };
  }),
};

/** Takes the app out of a workspace and tells of it; Slack sends the two events in no order. */
export function removeInstallation(world: World, teamId: string): void {
  const installation = installationIn(world, teamId);
  if (!installation) return;
  world.installations.delete(installation.token);
  tell(world, teamId, { type: 'tokens_revoked', tokens: { oauth: [], bot: [installation.botUserId] } });
  tell(world, teamId, { type: 'app_uninstalled' });
}

/**
 * `oauth.v2.access`: gives a token for a code that a person's consent produced. Needs no token, but the app's secret.
 */
export function exchangeCode(
  world: World,
  {
    code,
    clientId,
    clientSecret,
    redirectUri,
  }: { code: string; clientId: string; clientSecret: string; redirectUri?: string },
): Json {
  if (clientId !== world.app.clientId) throw new SlackError('invalid_client_id');
  if (clientSecret !== world.app.clientSecret) throw new SlackError('bad_client_secret');
  const issued = world.codes.get(code);
  if (!issued) throw new SlackError('invalid_code');
  if (issued.isUsed) throw new SlackError('code_already_used');
  if (issued.redirectUri !== undefined && redirectUri !== undefined && issued.redirectUri !== redirectUri)
    throw new SlackError('bad_redirect_uri');
  issued.isUsed = true;
  const team = world.teams.get(issued.teamId);
  const { token, botUserId } = installationIn(world, issued.teamId) ?? install(world, issued.teamId, issued.scopes);
  return {
    access_token: token,
    token_type: 'bot',
    scope: issued.scopes.join(','),
    bot_user_id: botUserId,
    app_id: world.app.id,
    team: { id: issued.teamId, name: team?.name ?? '' },
    enterprise: null,
    authed_user: { id: `UADMIN${issued.teamId}` },
    is_enterprise_install: false,
  };
}
