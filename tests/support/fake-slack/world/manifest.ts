import { readFileSync } from 'node:fs';
import { z } from 'zod';

const MANIFEST = new URL('../../../../slack-manifest.json', import.meta.url);

/** What the fake reads of an app's manifest. */
export const Manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    app_home: z
      .object({ home_tab_enabled: z.boolean().default(false), messages_tab_enabled: z.boolean().default(false) })
      .default({ home_tab_enabled: false, messages_tab_enabled: false }),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string().default(''), usage_hint: z.string().default('') }))
      .default([]),
    shortcuts: z
      .array(
        z.object({
          name: z.string(),
          type: z.enum(['message', 'global']),
          callback_id: z.string(),
          description: z.string().default(''),
        }),
      )
      .default([]),
    unfurl_domains: z.array(z.string()).default([]),
    agent_view: z.record(z.string(), z.unknown()).optional(),
    assistant_view: z.record(z.string(), z.unknown()).optional(),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});
export type Manifest = z.infer<typeof Manifest>;

/** The manifest that users paste into Slack: what it forgets to ask for, the fake does not grant. */
export function projectManifest(): Manifest {
  return Manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')));
}
