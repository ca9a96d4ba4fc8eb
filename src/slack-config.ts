/** The app in one workspace, or in as many as install it. */
export type SlackInstall =
  | { kind: 'token'; botToken: string }
  | { kind: 'installations'; clientId: string; clientSecret: string; tokenKey: string; redirectUri: string };

/** How the bot reaches Slack. */
export type SlackConfig =
  | { mode: 'socket'; appToken: string; install: SlackInstall; apiUrl?: string }
  | { mode: 'http'; signingSecret: string; install: SlackInstall; apiUrl?: string };

/** The settings about Slack, each a text. */
type SlackVariables = Partial<
  Record<
    | 'SLACK_BOT_TOKEN'
    | 'SLACK_APP_TOKEN'
    | 'SLACK_SIGNING_SECRET'
    | 'SLACK_API_URL'
    | 'SLACK_CLIENT_ID'
    | 'SLACK_CLIENT_SECRET'
    | 'TOKEN_KEY'
    | 'BASE_URL',
    string | undefined
  >
>;

/** How Slack is reached; undefined where it is not. */
export function slackConfig({
  SLACK_BOT_TOKEN,
  SLACK_APP_TOKEN,
  SLACK_SIGNING_SECRET,
  SLACK_API_URL,
  SLACK_CLIENT_ID,
  SLACK_CLIENT_SECRET,
  TOKEN_KEY,
  BASE_URL,
}: SlackVariables): SlackConfig | undefined {
  const api = SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {};
  if (SLACK_CLIENT_ID && SLACK_CLIENT_SECRET && TOKEN_KEY && SLACK_SIGNING_SECRET && BASE_URL) {
    const redirectUri = `${BASE_URL}/slack/oauth_redirect`;
    return {
      mode: 'http',
      signingSecret: SLACK_SIGNING_SECRET,
      install: {
        kind: 'installations',
        clientId: SLACK_CLIENT_ID,
        clientSecret: SLACK_CLIENT_SECRET,
        tokenKey: TOKEN_KEY,
        redirectUri,
      },
      ...api,
    };
  }
  if (!SLACK_BOT_TOKEN) return undefined;
  const install = { kind: 'token' as const, botToken: SLACK_BOT_TOKEN };
  if (SLACK_APP_TOKEN) return { mode: 'socket', appToken: SLACK_APP_TOKEN, install, ...api };
  return { mode: 'http', signingSecret: SLACK_SIGNING_SECRET ?? '', install, ...api };
}
