import { z } from 'zod';
import { ids } from './listed-values.ts';

/** The app in one workspace, or in as many as install it. */
export type SlackInstall =
  | { kind: 'token'; botToken: string }
  | { kind: 'installations'; clientId: string; clientSecret: string; tokenKey: string; redirectUri: string };

/** How the bot reaches Slack. */
export type SlackConfig =
  | { mode: 'socket'; appToken: string; install: SlackInstall; apiUrl?: string }
  | { mode: 'http'; signingSecret: string; install: SlackInstall; apiUrl?: string };

/** Who may do how much in Slack. */
export interface SlackUse {
  perUser: number;
  perTeam: number;
  allowedTeams: string[];
  librarians: string[];
  announceIn: string[];
}

const token = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`).optional();

/** The part of the environment about Slack. */
export const SlackEnvironment = {
  SLACK_BOT_TOKEN: token('xoxb-'),
  /** Socket Mode. */
  SLACK_APP_TOKEN: token('xapp-'),
  /** HTTP mode. */
  SLACK_SIGNING_SECRET: z.string().optional(),
  /** Several workspaces: people install the app at BASE_URL/slack/install; needs HTTP mode. */
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  /** Several workspaces: all have one library, or each its own, in INDEX_DIR/workspaces. */
  LIBRARY: z.enum(['shared', 'per-workspace']).default('shared'),
  /** Encrypts the workspaces' tokens, and signs the state of an installation. */
  TOKEN_KEY: z.string().min(32, 'must have at least 32 characters: openssl rand -base64 32').optional(),
  /** Questions in an hour: of one person, of one workspace. */
  QUESTIONS_PER_USER: z.coerce.number().int().min(1).default(60),
  QUESTIONS_PER_TEAM: z.coerce.number().int().min(1).default(1000),
  /** Workspaces whose members are answered; empty: the ones in which the app is installed. */
  ALLOWED_TEAMS: ids,
  /** Who may add and remove reports in Slack: people (U…) and user groups (S…). */
  LIBRARIANS: ids,
  /** Channels in which new reports are announced. */
  ANNOUNCE_IN: ids,
  /** Another Slack: for tests. */
  SLACK_API_URL: z.url().optional(),
};

const SlackVariables = z.object({ ...SlackEnvironment, BASE_URL: z.string().optional(), EDITORS: z.array(z.string()) });
type SlackVariables = z.infer<typeof SlackVariables>;

/** Who may do how much. */
export function slackUse(variables: SlackVariables): SlackUse {
  return {
    perUser: variables.QUESTIONS_PER_USER,
    perTeam: variables.QUESTIONS_PER_TEAM,
    allowedTeams: variables.ALLOWED_TEAMS,
    librarians: variables.LIBRARIANS,
    announceIn: variables.ANNOUNCE_IN,
  };
}

/** What does not go together. */
export function slackProblems(variables: SlackVariables): string[] {
  return [...installProblems(variables), ...libraryProblems(variables)];
}

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

function installProblems(variables: SlackVariables): string[] {
  const {
    SLACK_BOT_TOKEN,
    SLACK_APP_TOKEN,
    SLACK_SIGNING_SECRET,
    SLACK_CLIENT_ID,
    SLACK_CLIENT_SECRET,
    TOKEN_KEY,
    BASE_URL,
  } = variables;
  if (SLACK_CLIENT_ID) {
    const missing = Object.entries({ SLACK_CLIENT_SECRET, TOKEN_KEY, SLACK_SIGNING_SECRET, BASE_URL }).flatMap(
      ([name, value]) => (value ? [] : [name]),
    );
    return missing.map((name) => `SLACK_CLIENT_ID (several workspaces) needs ${name} beside it`);
  }
  if (SLACK_BOT_TOKEN && !SLACK_APP_TOKEN && !SLACK_SIGNING_SECRET) {
    return ['SLACK_BOT_TOKEN alone is not enough: add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)'];
  }
  if (!SLACK_BOT_TOKEN && (SLACK_APP_TOKEN || SLACK_SIGNING_SECRET))
    return ['SLACK_BOT_TOKEN is missing beside the other Slack settings'];
  return [];
}

/**
 * Where each workspace has a library, an id of Slack says of which: alone it would open all of them to whoever has it
 * anywhere.
 */
function libraryProblems({ LIBRARY, SLACK_CLIENT_ID, EDITORS, LIBRARIANS, ANNOUNCE_IN }: SlackVariables): string[] {
  if (LIBRARY === 'shared') return [];
  if (!SLACK_CLIENT_ID)
    return [
      'LIBRARY=per-workspace is for several workspaces (SLACK_CLIENT_ID): with one token there is one ' +
        'library, leave it out',
    ];
  // Among editors there are names, too.
  const lists = { EDITORS: EDITORS.filter((name) => /^[USW][A-Z0-9]{6,}$/u.test(name)), LIBRARIANS, ANNOUNCE_IN };
  return Object.entries(lists).flatMap(([name, list]) =>
    list
      .filter((id) => !id.includes('/'))
      .map((id) => `${name}: ${id} needs its workspace before it (T0456EFGH/${id}), because of LIBRARY=per-workspace`),
  );
}
