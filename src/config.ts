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

/** The settings of one run. */
export interface Config {
  indexDirectory: string;
  /** Where the bilingual dictionary is built: it is the same for every index. */
  dictionaryDirectory: string;
  port: number;
  host: string;
  baseUrl?: string;
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
  const { INDEX_DIR, DICTIONARY_DIR, PORT, HOST, BASE_URL } = parsed.data;
  const slack = slackConfig(parsed.data);
  return { indexDirectory: INDEX_DIR, dictionaryDirectory: DICTIONARY_DIR, port: PORT, host: HOST, ...(BASE_URL ? { baseUrl: BASE_URL } : {}), ...(slack ? { slack } : {}) };
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
