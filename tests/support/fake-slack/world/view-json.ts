import type { Json } from './json.ts';
import type { View } from './things.ts';
import type { World } from './world.ts';

/** A view as Slack's methods and payloads show it. */
export function viewJson(world: World, { id, hash, rootId, previousId, teamId, view, values }: View): Json {
  const bot = [...world.installations.values()].find((installation) => installation.teamId === teamId);
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    ...view,
    id,
    team_id: teamId,
    hash,
    root_view_id: rootId,
    previous_view_id: previousId ?? null,
    app_id: world.app.id,
    bot_id: bot?.botId ?? '',
    state: { values },
  };
}
