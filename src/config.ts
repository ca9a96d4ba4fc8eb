import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigurationError } from './domain/errors.ts';
import type { DatabaseSettings } from './domain/library-place.ts';
import { DatabaseUrl, MAIN_LIBRARY } from './domain/library-place.ts';
import type { SlackConfig } from './slack-config.ts';
import { slackConfig } from './slack-config.ts';
import type { TextModels } from './model-config.ts';
import type { ModelConfig } from './model-config.ts';
import type { ProgramAccess } from './program-config.ts';
import { ApiTokens } from './program-config.ts';
import type { Watching } from './watch-config.ts';
import { WatchEnvironment, watchingIn } from './watch-config.ts';
import { keyProblems, modelConfig, ModelEnvironment, textModels } from './model-config.ts';

/** Folder of the project: where samples, prompts and the default index are. */
export const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Where what is made lies, by itself: an installed package is replaced by its next version, with all that is in it. */
const OWN_FOLDER = PROJECT_FOLDER.includes(`${sep}node_modules${sep}`) ? process.cwd() : PROJECT_FOLDER;

/** Folder of the prompts. */
export const PROMPTS_FOLDER = join(PROJECT_FOLDER, 'prompts');

/** Folder of the fitted weights. */
export const WEIGHTS_FOLDER = join(PROJECT_FOLDER, 'weights');

const token = (prefix: string) => z.string().startsWith(prefix, `must begin with ${prefix}`).optional();

/** Ids or names, separated by commas or blanks. */
const ids = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/u).filter(Boolean));

/** The environment, the one description of it. An empty value is no value. */
const Environment = z.object({
  /** Folder of the index. */
  INDEX_DIR: z.string().default(join(OWN_FOLDER, 'index')),
  /** A database that keeps everything shared; absent: files in INDEX_DIR, the better choice on one machine. */
  DATABASE_URL: DatabaseUrl.optional(),
  /** Folder of the bilingual dictionary, which is built once and serves every index. */
  DICTIONARY_DIR: z.string().default(join(OWN_FOLDER, 'index')),
  /** Folder whose reports the running bot takes in, and out, as they come and go. */
  INGEST_DIR: z.string().optional(),
  /** Names the places that `footnote sources` takes reports in from. */
  SOURCES_FILE: z.string().default('sources.yaml'),
  /** Whether reports are also fetched from addresses of this machine and its network, and without encryption. */
  ALLOW_PRIVATE_ADDRESSES: z.enum(['on', 'off']).default('off'),
  /** Whether text in pictures of pages is recognised, where Tesseract is installed. */
  OCR: z.enum(['auto', 'off']).default('auto'),
  /** Languages of such pictures as Tesseract names them; those that are not installed are passed over. */
  OCR_LANGUAGES: z
    .string()
    .default('chi_sim eng')
    .transform((list) => list.split(/[\s,+]+/u).filter(Boolean)),
  /** Where Tesseract's languages are, and where the shell looks for programs. */
  TESSDATA_PREFIX: z.string().optional(),
  PATH: z.string().default(''),
  /** Folder with files of the lexicon that are added to those in `lexicon/`; none: only those. */
  LEXICON_DIR: z.string().optional(),
  /** Port of the web pages. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Address to listen on: this machine only, unless told otherwise. */
  HOST: z.string().default('127.0.0.1'),
  /** Address under which people reach the web pages; links in Slack begin with it. */
  BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/(?<!\/)\/+$/u, ''))
    .optional(),
  /**
   * Further host names under which people reach the web pages, besides that of BASE_URL; without port, separated by
   * commas or blanks.
   */
  ALLOWED_HOSTS: ids,
  /** Who may give verdicts: ids of Slack users and user groups, and names for the web pages; commas between. */
  EDITORS: z
    .string()
    .default('')
    .transform((list) => Array.from(list.split(','), (name) => name.trim()).filter(Boolean)),
  /** Signs links and sessions; absent: one is made and kept in the index. */
  LINK_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, 'needs at least 32 bytes; leave it out and one is made')
    .optional(),
  /**
   * Who sees the web pages: everyone who reaches them, or editors and holders of signed links. Absent: everyone on this
   * machine, else links.
   */
  WEB_ACCESS: z.enum(['open', 'links']).optional(),
  /** How long questions are kept, with who asked them; Slack's threads need them for a week. */
  KEEP_QUESTIONS: z
    .string()
    .regex(/^(?:forever|\d{1,5}d)$/u, 'must be days, 7d or more, or forever')
    .refine((kept) => kept === 'forever' || Number.parseInt(kept, 10) >= 7, 'must be 7d or more, or forever')
    .default('90d'),
  /** Programs that may come in at `/api` and `/mcp`; empty: none. */
  API_TOKENS: ApiTokens,
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
  /**
   * Threads that answer; absent: one for each processor, at most four. With a model there is one, for its answers
   * mostly wait.
   */
  ANSWER_THREADS: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), 4)),
  /** Largest heap of a thread that answers, in megabytes; 100,000 passages need about 500. */
  ANSWER_HEAP: z.coerce.number().int().min(128).default(2048),
  /** Files that are read at a time by a command; a running bot reads one, beside its answers. */
  READING_PROCESSES: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), 4)),
  /** Another Slack: for tests. */
  SLACK_API_URL: z.url().optional(),
  ...ModelEnvironment,
  ...WatchEnvironment,
});

/** Names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

/** Who may do how much in Slack. */
export interface SlackUse {
  perUser: number;
  perTeam: number;
  allowedTeams: string[];
  librarians: string[];
  announceIn: string[];
}

/** How text in pictures is recognised. */
export interface OcrConfig {
  languages: string[];
  /** As the shell has it. */
  path: string;
  data?: string;
}

/** Who sees the web pages: everyone who reaches them, or only editors who signed in and holders of a signed link. */
export type WebAccess = 'open' | 'links';

/** Addresses that only this machine reaches. */
const THIS_MACHINE = ['127.0.0.1', 'localhost', '::1'];

/** The settings of one run. */
export interface Config extends TextModels, DatabaseSettings {
  indexDirectory: string;
  /** Where the bilingual dictionary is built: it is the same for every index. */
  dictionaryDirectory: string;
  /** Files of words that are added to the project's own. */
  lexiconDirectory?: string;
  port: number;
  host: string;
  /** Without a slash at its end. */
  baseUrl?: string;
  /** Host names under which the web server answers besides that of `baseUrl` and this machine's for itself. */
  allowedHosts: string[];
  /** Who may give verdicts: ids of Slack users and user groups, and names for the web pages. */
  editors: string[];
  /** Signs links and sessions; absent: one is made and kept in the index. */
  linkSecret?: string;
  webAccess: WebAccess;
  /** How long questions are kept, in milliseconds; absent: for ever. */
  keepQuestionsMs?: number;
  /** Programs that may come in over the network. */
  programs: ProgramAccess[];
  /** With several workspaces: one library for all, or one for each. */
  libraries: 'shared' | 'per-workspace';
  slack?: SlackConfig;
  slackUse: SlackUse;
  /** Folder whose reports go in and out as they come and go. */
  ingestDirectory?: string;
  /** Names the places that reports are taken in from; relative to the working directory. */
  sourcesFile: string;
  /** Files that are read at a time. */
  readingProcesses: number;
  /** Whether reports are fetched from this machine and its network, too. */
  allowPrivateAddresses: boolean;
  /** How text in pictures of pages is recognised; absent: not at all. */
  ocr?: OcrConfig;
  model?: ModelConfig;
  /** Everything in the settings that nobody may read in a log, an error or an answer. */
  secrets: string[];
  /** How a running bot can be watched. */
  watching: Watching;
  /** Threads that answer: how many, and the largest heap of each in megabytes. */
  threads: { count: number; heapMb: number };
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
 * Secrets that `sources.yaml` names, by the name of their environment variable.
 * @throws ConfigurationError that names those that are not set
 */
export function readNamedSecrets(names: readonly string[]): Record<string, string> {
  const missing = names.filter((name) => (process.env[name] ?? '').trim() === '');
  if (missing.length > 0)
    throw new ConfigurationError(`Set ${missing.join(', ')} in .env or the environment: sources.yaml names it.`);
  return Object.fromEntries(names.map((name) => [name, process.env[name]?.trim() ?? '']));
}

/**
 * Makes the settings of environment variables.
 * @throws ConfigurationError that lists every problem at once
 */
export function parseConfig(variables: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Environment.safeParse(filled);
  const problems = parsed.success
    ? [...slackProblems(parsed.data), ...libraryProblems(parsed.data), ...keyProblems(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigurationError(
      'The settings need a correction (.env or ' +
        `environment):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  const { INDEX_DIR, DICTIONARY_DIR, LEXICON_DIR, PORT, HOST, BASE_URL, EDITORS, LINK_SECRET, WEB_ACCESS } =
    parsed.data;
  const { DATABASE_URL } = parsed.data;
  const slack = slackConfig(parsed.data);
  const slackUse = {
    perUser: parsed.data.QUESTIONS_PER_USER,
    perTeam: parsed.data.QUESTIONS_PER_TEAM,
    allowedTeams: parsed.data.ALLOWED_TEAMS,
    librarians: parsed.data.LIBRARIANS,
    announceIn: parsed.data.ANNOUNCE_IN,
  };
  const model = modelConfig(parsed.data);
  return {
    slackUse,
    ...ocrConfig(parsed.data),
    ...(parsed.data.INGEST_DIR ? { ingestDirectory: parsed.data.INGEST_DIR } : {}),
    readingProcesses: parsed.data.READING_PROCESSES,
    sourcesFile: parsed.data.SOURCES_FILE,
    allowPrivateAddresses: parsed.data.ALLOW_PRIVATE_ADDRESSES === 'on',
    indexDirectory: INDEX_DIR,
    ...(DATABASE_URL ? { database: { url: DATABASE_URL, library: MAIN_LIBRARY } } : {}),
    dictionaryDirectory: DICTIONARY_DIR,
    ...(LEXICON_DIR ? { lexiconDirectory: LEXICON_DIR } : {}),
    port: PORT,
    host: HOST,
    allowedHosts: parsed.data.ALLOWED_HOSTS,
    editors: EDITORS,
    libraries: parsed.data.LIBRARY,
    webAccess: WEB_ACCESS ?? (THIS_MACHINE.includes(HOST) ? 'open' : 'links'),
    ...(BASE_URL ? { baseUrl: BASE_URL } : {}),
    ...(LINK_SECRET ? { linkSecret: LINK_SECRET } : {}),
    ...(slack ? { slack } : {}),
    ...(model ? { model } : {}),
    ...textModels(parsed.data),
    programs: parsed.data.API_TOKENS,
    ...keepQuestions(parsed.data),
    secrets: [
      ...secretsIn(filled),
      ...Object.values(parsed.data.OTEL_EXPORTER_OTLP_HEADERS),
      ...parsed.data.API_TOKENS.map((program) => program.token),
    ],
    watching: watchingIn(parsed.data),
    threads: { count: parsed.data.ANSWER_THREADS, heapMb: parsed.data.ANSWER_HEAP },
  };
}

type Variables = z.infer<typeof Environment>;

const DAY_MS = 24 * 60 * 60 * 1000;

function keepQuestions({ KEEP_QUESTIONS }: Variables): Pick<Config, 'keepQuestionsMs'> {
  return KEEP_QUESTIONS === 'forever' ? {} : { keepQuestionsMs: Number.parseInt(KEEP_QUESTIONS, 10) * DAY_MS };
}

function ocrConfig({ OCR, OCR_LANGUAGES, PATH, TESSDATA_PREFIX }: Variables): Pick<Config, 'ocr'> {
  if (OCR === 'off') return {};
  return { ocr: { languages: OCR_LANGUAGES, path: PATH, ...(TESSDATA_PREFIX ? { data: TESSDATA_PREFIX } : {}) } };
}

/** Settings that are secrets by their names, and passwords in addresses. */
function secretsIn(variables: Record<string, string | undefined>): string[] {
  const settings = Object.entries(variables).filter(([name]) => name in Environment.shape);
  return settings.flatMap(([name, value = '']) => [
    ...(/_(?:KEY|TOKEN|SECRET|PASSWORD)$/u.test(name) ? [value] : []),
    ...(name.endsWith('_URL') && URL.canParse(value) ? [new URL(value).password] : []),
  ]);
}

function slackProblems(variables: Variables): string[] {
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
function libraryProblems({ LIBRARY, SLACK_CLIENT_ID, EDITORS, LIBRARIANS, ANNOUNCE_IN }: Variables): string[] {
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
