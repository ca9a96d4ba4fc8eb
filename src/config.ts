import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigurationError } from './domain/errors.ts';

/** Folder of the project: where samples, prompts and the default index are. */
export const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));

const token = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`).optional();

/** The environment, the one description of it. An empty value is no value. */
const Environment = z.object({
  /** Folder of the index. */
  INDEX_DIR: z.string().default(join(PROJECT_FOLDER, 'index')),
  /** Folder of the bilingual dictionary, which is built once and serves every index. */
  DICTIONARY_DIR: z.string().default(join(PROJECT_FOLDER, 'index')),
  /** Port of the web pages. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on: this machine only, unless told otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Address under which people reach the web pages; links in Slack begin with it. */
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Who may give verdicts: ids of Slack users and user groups, and names for the web pages; commas between. */
  EDITORS: z.string().default('').transform((list) => list.split(',').map((name) => name.trim()).filter(Boolean)),
  /** Signs links and sessions; absent: one is made and kept in the index. */
  LINK_SECRET: z.string().refine((secret) => Buffer.byteLength(secret) >= 32, 'needs at least 32 bytes; leave it out and one is made').optional(),
  /** Who sees the web pages: everyone who reaches them, or editors and holders of signed links. Absent: everyone on this machine, else links. */
  WEB_ACCESS: z.enum(['open', 'links']).optional(),
  SLACK_BOT_TOKEN: token('xoxb-'),
  /** Socket Mode. */
  SLACK_APP_TOKEN: token('xapp-'),
  /** HTTP mode. */
  SLACK_SIGNING_SECRET: z.string().optional(),
  /** Another Slack: for tests. */
  SLACK_API_URL: z.url().optional(),
});

/** How the bot reaches Slack. */
export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string };

/** Who sees the web pages: everyone who reaches them, or only editors who signed in and holders of a signed link. */
export type WebAccess = 'open' | 'links';

/** Addresses that only this machine reaches. */
const THIS_MACHINE = ['127.0.0.1', 'localhost', '::1'];

/** The settings of one run. */
export interface Config {
  indexDirectory: string;
  /** Where the bilingual dictionary is built: it is the same for every index. */
  dictionaryDirectory: string;
  port: number;
  host: string;
  baseUrl?: string;
  /** Who may give verdicts: ids of Slack users and user groups, and names for the web pages. */
  editors: string[];
  /** Signs links and sessions; absent: one is made and kept in the index. */
  linkSecret?: string;
  webAccess: WebAccess;
  slack?: SlackConfig;
}

/**
 * Reads `.env` and the environment, which wins.
 * @throws ConfigurationError that lists every problem at once
 */
export function readConfig(): Config {
  const file = join(process.cwd(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return parseConfig(process.env);
}

/**
 * Makes the settings of environment variables.
 * @throws ConfigurationError that lists every problem at once
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = Environment.safeParse(filled);
  const problems = parsed.success ? slackProblems(parsed.data) : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigurationError(`The settings need a correction (.env or environment):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
  const { INDEX_DIR, DICTIONARY_DIR, PORT, HOST, BASE_URL, EDITORS, LINK_SECRET, WEB_ACCESS } = parsed.data;
  const slack = slackConfig(parsed.data);
  return {
    indexDirectory: INDEX_DIR, dictionaryDirectory: DICTIONARY_DIR, port: PORT, host: HOST, editors: EDITORS,
    webAccess: WEB_ACCESS ?? (THIS_MACHINE.includes(HOST) ? 'open' : 'links'),
    ...(BASE_URL ? { baseUrl: BASE_URL } : {}),
    ...(LINK_SECRET ? { linkSecret: LINK_SECRET } : {}),
    ...(slack ? { slack } : {}),
  };
}

type Variables = z.infer<typeof Environment>;

function slackProblems({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }: Variables): string[] {
  if (SLACK_BOT_TOKEN && !SLACK_APP_TOKEN && !SLACK_SIGNING_SECRET) {
    return ['SLACK_BOT_TOKEN alone is not enough: add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)'];
  }
  if (!SLACK_BOT_TOKEN && (SLACK_APP_TOKEN || SLACK_SIGNING_SECRET)) return ['SLACK_BOT_TOKEN is missing beside the other Slack settings'];
  return [];
}

function slackConfig({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL }: Variables): SlackConfig | undefined {
  if (!SLACK_BOT_TOKEN) return undefined;
  const api = SLACK_API_URL ? { apiUrl: SLACK_API_URL } : {};
  if (SLACK_APP_TOKEN) return { mode: 'socket', botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, ...api };
  return { mode: 'http', botToken: SLACK_BOT_TOKEN, signingSecret: SLACK_SIGNING_SECRET ?? '', ...api };
}
