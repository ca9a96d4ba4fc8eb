import type { App } from '@slack/bolt';
import type { Shared } from './shared.ts';

/** A workspace that removes the app, or takes its token back, is forgotten. */
export function listenToUninstalled(app: App, { installations, workspaces, steps }: Shared): void {
  const forget = async (team: string): Promise<void> => {
    workspaces.forget(team);
    await installations?.remove(team);
    steps.log(`The app was removed from workspace ${team}; its token is deleted.`);
  };
  app.event('app_uninstalled', ({ body }) => forget(body.team_id));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await forget(body.team_id);
  });
}
