import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigurationError } from './domain/errors.ts';
import type { EmbeddingSettings, ModelSettings, ModelUse } from './domain/model.ts';
import { Provider } from './domain/model.ts';

/** Folder of the project: where samples, prompts and the default index are. */
export const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Folder of the prompts. */
export const PROMPTS_FOLDER = join(PROJECT_FOLDER, 'prompts');

const token = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`).optional();

const isOn = z.enum(['on', 'off']).default('off').transform((value) => value === 'on');
const byModel = z.enum(['model', 'off']).default('off').transform((value) => value === 'model');
const tokens = z.coerce.number().int().min(1).optional();
const FAMILIES = Provider.options.join(', ');

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
  /** Composes the answers; without it they are the reports' own sentences. */
  MODEL: z.string().regex(new RegExp(`^(?:${Provider.options.join('|')}):.+`, 'u'), `must be PROVIDER:NAME, with one of ${FAMILIES}; whatever is compatible with OpenAI is openai:NAME with MODEL_BASE_URL`).optional(),
  /** A server that speaks as the provider does. */
  MODEL_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  GOOGLE_API_KEY: z.string().optional(),
  MISTRAL_API_KEY: z.string().optional(),
  /** For all calls of one answer together, in seconds: people in Slack wait no longer. */
  MODEL_TIMEOUT: z.coerce.number().min(1).max(300).default(15),
  /** Input and output tokens together. */
  MODEL_TOKENS_PER_DAY: tokens,
  MODEL_TOKENS_PER_USER: tokens,
  /** Dollars for a million input and output tokens, for the log. */
  MODEL_PRICE: z.string().regex(/^\d+(?:\.\d+)?\/\d+(?:\.\d+)?$/u, 'must be dollars for a million input tokens / for a million output tokens: 0.25/2').optional(),
  MODEL_JUDGE: isOn,
  RERANK: byModel,
  QUERY_WRITING: byModel,
  EMBEDDINGS: z.string().regex(/^(?:local$|openai:.|ollama:.|onnx:.)/u, 'must be local, openai:NAME, ollama:NAME or onnx:FOLDER').default('local'),
  /** A server that speaks as the provider of EMBEDDINGS does. */
  EMBEDDINGS_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
});

/** How the bot reaches Slack. */
export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl?: string }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl?: string };

/** The language model, how it is used and what it costs. */
export interface ModelConfig extends ModelSettings {
  use: ModelUse;
  /** Dollars for a million tokens. */
  price?: { input: number; output: number };
}

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
  model?: ModelConfig;
  embeddings: EmbeddingSettings;
}

/**
 * Reads `.env` and the environment, which wins.
 * @param over settings that win over both
 * @throws ConfigurationError that lists every problem at once
 */
export function readConfig(over: Record<string, string> = {}): Config {
  const file = join(process.cwd(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return parseConfig({ ...process.env, ...over });
}

/**
 * Makes the settings of environment variables.
 * @throws ConfigurationError that lists every problem at once
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = Environment.safeParse(filled);
  const problems = parsed.success ? [...slackProblems(parsed.data), ...keyProblems(parsed.data)] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigurationError(`The settings need a correction (.env or environment):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
  const { INDEX_DIR, DICTIONARY_DIR, PORT, HOST, BASE_URL, EDITORS, LINK_SECRET, WEB_ACCESS } = parsed.data;
  const slack = slackConfig(parsed.data);
  const model = modelConfig(parsed.data);
  return {
    indexDirectory: INDEX_DIR, dictionaryDirectory: DICTIONARY_DIR, port: PORT, host: HOST, editors: EDITORS,
    webAccess: WEB_ACCESS ?? (THIS_MACHINE.includes(HOST) ? 'open' : 'links'),
    ...(BASE_URL ? { baseUrl: BASE_URL } : {}),
    ...(LINK_SECRET ? { linkSecret: LINK_SECRET } : {}),
    ...(slack ? { slack } : {}),
    ...(model ? { model } : {}),
    embeddings: embeddingConfig(parsed.data),
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

/** Which variable holds a provider's key. */
const KEYS = { openai: 'OPENAI_API_KEY', anthropic: 'ANTHROPIC_API_KEY', 'google-genai': 'GOOGLE_API_KEY', mistralai: 'MISTRAL_API_KEY', ollama: undefined } as const satisfies Record<Provider, keyof Variables | undefined>;

/** `openai:gpt-5-mini` as provider and name; names may have colons, too. */
function splitName(setting: string): { provider: Provider; name: string } {
  const [, provider, name = ''] = /^([^:]+):(.+)$/u.exec(setting) ?? [];
  return { provider: Provider.parse(provider), name };
}

function keyProblems(variables: Variables): string[] {
  const { MODEL, MODEL_BASE_URL, EMBEDDINGS, EMBEDDINGS_BASE_URL } = variables;
  const used = [[MODEL, MODEL_BASE_URL, 'MODEL'], [EMBEDDINGS.startsWith('openai:') ? EMBEDDINGS : undefined, EMBEDDINGS_BASE_URL, 'EMBEDDINGS']] as const;
  return used.flatMap(([setting, baseUrl, variable]) => {
    if (setting === undefined) return [];
    const key = KEYS[splitName(setting).provider];
    return key === undefined || baseUrl !== undefined || variables[key] !== undefined ? [] : [`${key} is missing: ${variable}=${setting} needs it`];
  });
}

function settingsOf(setting: string, baseUrl: string | undefined, variables: Variables): ModelSettings {
  const { provider, name } = splitName(setting);
  const key = KEYS[provider];
  const apiKey = key === undefined ? undefined : variables[key];
  return { provider, name, ...(baseUrl === undefined ? {} : { baseUrl }), ...(apiKey === undefined ? {} : { apiKey }) };
}

function modelConfig(variables: Variables): ModelConfig | undefined {
  const { MODEL, MODEL_BASE_URL, MODEL_TIMEOUT, MODEL_TOKENS_PER_DAY: all, MODEL_TOKENS_PER_USER: user, MODEL_PRICE, MODEL_JUDGE, RERANK, QUERY_WRITING } = variables;
  if (MODEL === undefined) return undefined;
  const [input = 0, output = 0] = MODEL_PRICE?.split('/').map(Number) ?? [];
  return {
    ...settingsOf(MODEL, MODEL_BASE_URL, variables),
    use: {
      timeoutMs: MODEL_TIMEOUT * 1000,
      limits: { ...(all === undefined ? {} : { all }), ...(user === undefined ? {} : { user }) },
      judges: MODEL_JUDGE,
      ranks: RERANK,
      writesQueries: QUERY_WRITING,
    },
    ...(MODEL_PRICE === undefined ? {} : { price: { input, output } }),
  };
}

function embeddingConfig(variables: Variables): EmbeddingSettings {
  const { EMBEDDINGS, EMBEDDINGS_BASE_URL } = variables;
  if (EMBEDDINGS === 'local') return { kind: 'local' };
  if (EMBEDDINGS.startsWith('onnx:')) return { kind: 'onnx', folder: EMBEDDINGS.slice('onnx:'.length) };
  const settings = settingsOf(EMBEDDINGS, EMBEDDINGS_BASE_URL, variables);
  return { ...settings, kind: 'remote', provider: settings.provider === 'ollama' ? 'ollama' : 'openai' };
}
