import { z } from 'zod';
import type { EmbeddingSettings, ModelSettings, ModelUse } from './domain/model.ts';
import { Provider } from './domain/model.ts';
import { given } from './domain/given.ts';

const byModel = z
  .enum(['model', 'off'], 'must be model or off')
  .default('off')
  .transform((value) => value === 'model');
const TOKENS = 'must be a whole number of tokens, 1 or more; leave it out for no limit, and MODEL for no model';
const tokens = z.coerce.number(TOKENS).int(TOKENS).min(1, TOKENS).optional();
const SECONDS = 'must be seconds, from 1 to 300';
const address = z.url({ protocol: /^https?$/, error: 'must be an address with http:// or https://' }).optional();
const FAMILIES = Provider.options.join(', ');

/** The part of the environment that is about models. */
export const ModelEnvironment = {
  /** Composes the answers; without it they are the reports' own sentences. */
  MODEL: z
    .string()
    .regex(
      new RegExp(`^(?:${Provider.options.join('|')}):.+`, 'u'),
      `must be PROVIDER:NAME, with one of ${FAMILIES}; whatever is compatible with OpenAI is openai:NAME ` +
        'with MODEL_BASE_URL',
    )
    .optional(),
  /** A server that speaks as the provider does. */
  MODEL_BASE_URL: address,
  OPENAI_API_KEY: z.string().optional(),
  ANTHROPIC_API_KEY: z.string().optional(),
  GOOGLE_API_KEY: z.string().optional(),
  MISTRAL_API_KEY: z.string().optional(),
  /** For all calls of one answer together, in seconds: people in Slack wait no longer. */
  MODEL_TIMEOUT: z.coerce.number(SECONDS).min(1, SECONDS).max(300, SECONDS).default(15),
  /** Input and output tokens together. */
  MODEL_TOKENS_PER_DAY: tokens,
  MODEL_TOKENS_PER_USER: tokens,
  /** Dollars for a million input and output tokens, for the log. */
  MODEL_PRICE: z
    .string()
    .regex(
      /^\d+(?:\.\d+)?\/\d+(?:\.\d+)?$/u,
      'must be dollars for a million input tokens / for a million output tokens: 0.25/2',
    )
    .optional(),
  /** Judges whether quotes prove sentences; absent or `on`: the model that composes. */
  MODEL_JUDGE: z
    .string()
    .regex(
      new RegExp(`^(?:on|off|(?:${Provider.options.join('|')}):.+)$`, 'u'),
      `must be off, on (the same as MODEL), or PROVIDER:NAME, with one of ${FAMILIES}`,
    )
    .default('on'),
  /** Where the judge's provider is reached; absent: where MODEL is, when it is of the same provider. */
  MODEL_JUDGE_BASE_URL: address,
  /** A grounding model in a folder judges in its place, on this machine, also where there is no MODEL. */
  JUDGE: z
    .string()
    .regex(/^(?:off$|onnx:.)/u, 'must be off or onnx:FOLDER')
    .default('off'),
  RERANK: byModel,
  QUERY_WRITING: byModel,
  EMBEDDINGS: z
    .string()
    .regex(/^(?:local$|openai:.|ollama:.|onnx:.)/u, 'must be local, openai:NAME, ollama:NAME or onnx:FOLDER')
    .default('local'),
  /** A server that speaks as the provider of EMBEDDINGS does. */
  EMBEDDINGS_BASE_URL: address,
};

const Variables = z.object(ModelEnvironment);
type Variables = z.infer<typeof Variables>;

/** The language model, how it is used and what it costs. */
export interface ModelConfig extends ModelSettings {
  use: ModelUse;
  /** The model that judges; `same`: this one; absent: none. */
  judge?: 'same' | ModelSettings;
  /** Dollars for a million tokens. */
  price?: { input: number; output: number };
}

/** Which variable holds a provider's key. */
const KEYS = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  'google-genai': 'GOOGLE_API_KEY',
  mistralai: 'MISTRAL_API_KEY',
  ollama: undefined,
} as const satisfies Record<Provider, keyof Variables | undefined>;

/** `openai:gpt-5-mini` as provider and name; names may have colons, too. */
function splitName(setting: string): { provider: Provider; name: string } {
  const [, provider, name = ''] = /^([^:]+):(.+)$/u.exec(setting) ?? [];
  return { provider: Provider.parse(provider), name };
}

/** Keys that are missing for the providers that are named. */
export function keyProblems(variables: Variables): string[] {
  const { MODEL, MODEL_BASE_URL, MODEL_JUDGE, EMBEDDINGS, EMBEDDINGS_BASE_URL } = variables;
  const used = [
    [MODEL, MODEL_BASE_URL, 'MODEL'],
    [MODEL !== undefined && MODEL_JUDGE.includes(':') ? MODEL_JUDGE : undefined, judgeUrl(variables), 'MODEL_JUDGE'],
    [EMBEDDINGS.startsWith('openai:') ? EMBEDDINGS : undefined, EMBEDDINGS_BASE_URL, 'EMBEDDINGS'],
  ] as const;
  return used.flatMap(([setting, baseUrl, variable]) => {
    if (setting === undefined) return [];
    const key = KEYS[splitName(setting).provider];
    return key === undefined || baseUrl !== undefined || variables[key] !== undefined
      ? []
      : [`${key} is missing: ${variable}=${setting} needs it`];
  });
}

function settingsOf(setting: string, baseUrl: string | undefined, variables: Variables): ModelSettings {
  const { provider, name } = splitName(setting);
  const key = KEYS[provider];
  const apiKey = key === undefined ? undefined : variables[key];
  return { provider, name, ...given({ baseUrl, apiKey }) };
}

/** Where the model that judges is reached, when that is not at its provider's own address. */
function judgeUrl({ MODEL, MODEL_JUDGE, MODEL_BASE_URL, MODEL_JUDGE_BASE_URL }: Variables): string | undefined {
  const isOfSame = MODEL?.split(':')[0] === MODEL_JUDGE.split(':')[0];
  return MODEL_JUDGE_BASE_URL ?? (isOfSame ? MODEL_BASE_URL : undefined);
}

function judgeConfig(variables: Variables): ModelConfig['judge'] {
  const { MODEL_JUDGE } = variables;
  if (MODEL_JUDGE === 'off') return undefined;
  return MODEL_JUDGE === 'on' ? 'same' : settingsOf(MODEL_JUDGE, judgeUrl(variables), variables);
}

/** The model; undefined when none is named. */
export function modelConfig(variables: Variables): ModelConfig | undefined {
  const {
    MODEL,
    MODEL_BASE_URL,
    MODEL_TIMEOUT,
    MODEL_TOKENS_PER_DAY: all,
    MODEL_TOKENS_PER_USER: user,
    MODEL_PRICE,
    RERANK,
    QUERY_WRITING,
  } = variables;
  if (MODEL === undefined) return undefined;
  const [input = 0, output = 0] = MODEL_PRICE?.split('/').map(Number) ?? [];
  return {
    ...settingsOf(MODEL, MODEL_BASE_URL, variables),
    use: {
      timeoutMs: MODEL_TIMEOUT * 1000,
      limits: { ...given({ all, user }) },
      ranks: RERANK,
      writesQueries: QUERY_WRITING,
    },
    ...given({ judge: judgeConfig(variables) }),
    ...(MODEL_PRICE === undefined ? {} : { price: { input, output } }),
  };
}

/** What turns texts into vectors. */
function embeddingConfig(variables: Variables): EmbeddingSettings {
  const { EMBEDDINGS, EMBEDDINGS_BASE_URL } = variables;
  if (EMBEDDINGS === 'local') return { kind: 'local' };
  if (EMBEDDINGS.startsWith('onnx:')) return { kind: 'onnx', folder: EMBEDDINGS.slice('onnx:'.length) };
  const settings = settingsOf(EMBEDDINGS, EMBEDDINGS_BASE_URL, variables);
  return { ...settings, kind: 'remote', provider: settings.provider === 'ollama' ? 'ollama' : 'openai' };
}

/** Models that read texts and say nothing. */
export interface TextModels {
  /** What turns texts into vectors. */
  embeddings: EmbeddingSettings;
  /** Folder of the grounding model that judges; absent: none. */
  grounding?: string;
}

/** The models that read texts and say nothing. */
export function textModels(variables: Variables): TextModels {
  const { JUDGE } = variables;
  return {
    embeddings: embeddingConfig(variables),
    ...(JUDGE.startsWith('onnx:') ? { grounding: JUDGE.slice('onnx:'.length) } : {}),
  };
}
