import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identifyBot, tryAppToken } from '../adapters/check-slack.ts';
import type { SlackConfig } from '../slack-config.ts';
import { PROJECT_FOLDER } from '../config.ts';
import { UnreachableError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';

const Manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** Whether Slack knows the tokens, and the bot has all its scopes. */
export async function slackFindings(slack: SlackConfig | undefined): Promise<Finding[]> {
  if (!slack)
    return [
      {
        part: 'slack',
        state: 'off',
        detail: 'no SLACK_BOT_TOKEN: the ask page only',
        advice: 'docs/slack.md says how to set it up',
      },
    ];
  if (slack.install.kind === 'installations')
    return [
      {
        part: 'slack',
        state: 'fine',
        detail: 'several workspaces: each has a token of its own once it has installed the app',
      },
    ];
  const { team, bot, scopes } = await identifyBot(slack.install.botToken, slack.apiUrl);
  const { oauth_config: oauth } = Manifest.parse(
    JSON.parse(readFileSync(join(PROJECT_FOLDER, 'slack-manifest.json'), 'utf8')),
  );
  const missing = oauth.scopes.bot.filter((scope) => !scopes.includes(scope));
  const token: Finding =
    missing.length > 0
      ? {
          part: 'slack',
          state: 'wrong',
          detail: `${bot} in ${team} lacks ${missing.join(', ')}`,
          advice: 'add these under OAuth & Permissions of the app, and install it again',
        }
      : { part: 'slack', state: 'fine', detail: `${bot} in ${team}, with all its scopes` };
  if (slack.mode === 'http') return [token];
  const app = await tryAppToken(slack.appToken, slack.apiUrl).then(
    (): Finding => ({ part: 'slack', state: 'fine', detail: 'Socket Mode can connect' }),
    slackProblem,
  );
  return [token, app];
}

/** What to do about an error of Slack's. */
export function slackProblem(error: unknown): Finding {
  const detail = error instanceof Error ? error.message : String(error);
  const advice =
    error instanceof UnreachableError
      ? 'check the network, and SLACK_API_URL when it is set; when Slack itself is away, try again later'
      : 'check SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env; docs/slack.md says where they come from';
  return { part: 'slack', state: 'wrong', detail, advice };
}
