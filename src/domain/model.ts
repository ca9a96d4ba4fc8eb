import { z } from 'zod';

/**
 * Families of providers, each with a wire format of its own; whatever is compatible with OpenAI is reached as `openai`
 * with a base URL.
 */
export const Provider = z.enum(['openai', 'anthropic', 'ollama', 'google-genai', 'mistralai']);
export type Provider = z.infer<typeof Provider>;

/** Which model to use, and how to reach it. */
export interface ModelSettings {
  provider: Provider;
  name: string;
  /** Address of a server that speaks as the provider does; absent: the provider's own. */
  baseUrl?: string;
  apiKey?: string;
}

/** What turns texts into vectors: the bilingual dictionary, a provider's model, or a model in a folder. */
export type EmbeddingSettings =
  | { kind: 'local' }
  | ({ kind: 'remote' } & ModelSettings & { provider: 'openai' | 'ollama' })
  | { kind: 'onnx'; folder: string };

/** Most tokens a day, input and output together; absent: no limit. */
export interface TokenLimits {
  all?: number;
  user?: number;
}

/** How a model is used. */
export interface ModelUse {
  /** For all calls of an answer together, in milliseconds. */
  timeoutMs: number;
  limits: TokenLimits;
  /** The model puts the passages in order. */
  ranks: boolean;
  /** The model writes the searches for every question, not only for broad ones. */
  writesQueries: boolean;
}

/** Why a language model did not answer, as far as a person or a log needs to know. */
export const ModelFailure = z.enum([
  /** No answer within the time. */
  'timeout',
  /** Too many requests; the provider says when to come back. */
  'rate_limited',
  'server_error',
  /** Nothing listens at the address. */
  'unreachable',
  /** The key or the name of the model is wrong, or the account may not use it. */
  'refused',
  /** The passages do not fit into the model. */
  'too_long',
  /** The connection ended in the middle of the answer. */
  'stopped',
  /** An answer of another form than was asked for. */
  'broken_output',
  /** The answer did not come to an end. */
  'endless',
  'empty',
  /** Calls are not tried for a while because several failed. */
  'resting',
  /** The tokens of the day are used up, of all or of this person. */
  'over_budget',
  /** Nothing of what the model said could be proved. */
  'nothing_verified',
]);
export type ModelFailure = z.infer<typeof ModelFailure>;

/** Tokens of one or several calls. */
export interface TokenUsage {
  input: number;
  output: number;
}

/** Tokens of a day. */
export interface DaysTokens extends TokenUsage {
  /** ISO date. */
  day: string;
}

/** What a model is told, in the two voices that every provider knows. */
export interface Prompt {
  /** What it shall do. */
  instructions: string;
  /** What it shall do it with: the question, the passages. */
  message: string;
}

/** A prompt with the form of the answer. */
export interface ModelRequest<T> {
  prompt: Prompt;
  schema: z.ZodType<T>;
}

/** An answer as far as it has come, unchecked, and then the whole of it. */
export type ModelEvent<T> = { kind: 'partial'; value: unknown } | { kind: 'complete'; value: T; usage: TokenUsage };
