import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigurationError } from './domain/errors.ts';
import type { DatabaseSettings } from './domain/library-place.ts';
import { DatabaseUrl, MAIN_LIBRARY } from './domain/library-place.ts';
import { given } from './domain/given.ts';
import type { ModelConfig, TextModels } from './model-config.ts';
import { keyProblems, modelConfig, ModelEnvironment, textModels } from './model-config.ts';
import type { ProgramAccess } from './program-config.ts';
import { ApiTokens } from './program-config.ts';
import type { Reading } from './reading-config.ts';
import { ReadingEnvironment, readingIn } from './reading-config.ts';
import type { SlackConfig, SlackUse } from './slack-config.ts';
import { slackConfig, SlackEnvironment, slackProblems, slackUse } from './slack-config.ts';
import type { Watching } from './watch-config.ts';
import { WatchEnvironment, watchingIn } from './watch-config.ts';
import type { WebSettings } from './web-config.ts';
import { WebEnvironment, webIn } from './web-config.ts';

/** Folder of the project: where samples, prompts and the default index are. */
export const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** Where what is made lies, by itself: an installed package is replaced by its next version, with all that is in it. */
const OWN_FOLDER = PROJECT_FOLDER.includes(`${sep}node_modules${sep}`) ? process.cwd() : PROJECT_FOLDER;

/** Folder of the prompts. */
export const PROMPTS_FOLDER = join(PROJECT_FOLDER, 'prompts');

/** Folder of the fitted weights. */
export const WEIGHTS_FOLDER = join(PROJECT_FOLDER, 'weights');

/** The environment, the one description of it. An empty value is no value. */
const Environment = z.object({
  /** Folder of the index. */
  INDEX_DIR: z.string().default(join(OWN_FOLDER, 'index')),
  /** A database that keeps everything shared; absent: files in INDEX_DIR, the better choice on one machine. */
  DATABASE_URL: DatabaseUrl.optional(),
  /** Folder of the bilingual dictionary, which is built once and serves every index. */
  DICTIONARY_DIR: z.string().default(join(OWN_FOLDER, 'index')),
  /** Folder with files of the lexicon that are added to those in `lexicon/`; none: only those. */
  LEXICON_DIR: z.string().optional(),
  /** How long questions are kept, with who asked them; Slack's threads need them for a week. */
  KEEP_QUESTIONS: z
    .string()
    .regex(/^(?:forever|\d{1,5}d)$/u, 'must be days, 7d or more, or forever')
    .refine((kept) => kept === 'forever' || Number.parseInt(kept, 10) >= 7, 'must be 7d or more, or forever')
    .default('90d'),
  /** Programs that may come in at `/api` and `/mcp`; empty: none. */
  API_TOKENS: ApiTokens,
  /**
   * Threads that answer; absent: one for each processor, at most four. With a model there is one, for its answers
   * mostly wait.
   */
  ANSWER_THREADS: z.coerce.number().int().min(1).max(64).default(Math.min(availableParallelism(), 4)),
  /** Largest heap of a thread that answers, in megabytes; 100,000 passages need about 500. */
  ANSWER_HEAP: z.coerce.number().int().min(128).default(2048),
  ...ReadingEnvironment,
  ...WebEnvironment,
  ...SlackEnvironment,
  ...ModelEnvironment,
  ...WatchEnvironment,
});

/** Names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

/** The settings of one run. */
export interface Config extends TextModels, DatabaseSettings, Reading, WebSettings {
  indexDirectory: string;
  /** Where the bilingual dictionary is built: it is the same for every index. */
  dictionaryDirectory: string;
  /** Files of words that are added to the project's own. */
  lexiconDirectory?: string;
  /** How long questions are kept, in milliseconds; absent: for ever. */
  keepQuestionsMs?: number;
  /** Programs that may come in over the network. */
  programs: ProgramAccess[];
  /** With several workspaces: one library for all, or one for each. */
  libraries: 'shared' | 'per-workspace';
  slack?: SlackConfig;
  slackUse: SlackUse;
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
    ? [...slackProblems(parsed.data), ...keyProblems(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigurationError(
      'The settings need a correction (.env or ' +
        `environment):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  const { INDEX_DIR, DATABASE_URL, DICTIONARY_DIR, LEXICON_DIR } = parsed.data;
  return {
    slackUse: slackUse(parsed.data),
    indexDirectory: INDEX_DIR,
    ...(DATABASE_URL ? { database: { url: DATABASE_URL, library: MAIN_LIBRARY } } : {}),
    dictionaryDirectory: DICTIONARY_DIR,
    ...readingIn(parsed.data),
    ...webIn(parsed.data),
    libraries: parsed.data.LIBRARY,
    ...given({ lexiconDirectory: LEXICON_DIR, slack: slackConfig(parsed.data), model: modelConfig(parsed.data) }),
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

/** Settings that are secrets by their names, and passwords in addresses. */
function secretsIn(variables: Record<string, string | undefined>): string[] {
  const settings = Object.entries(variables).filter(([name]) => name in Environment.shape);
  return settings.flatMap(([name, value = '']) => [
    ...(/_(?:KEY|TOKEN|SECRET|PASSWORD)$/u.test(name) ? [value] : []),
    ...(name.endsWith('_URL') && URL.canParse(value) ? [new URL(value).password] : []),
  ]);
}
