import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Runnable } from '@langchain/core/runnables';
import { z } from 'zod';
import { ModelError } from '../../domain/errors.ts';
import type { ModelEvent, ModelRequest, ModelSettings, TokenUsage } from '../../domain/model.ts';
import type { LanguageModel } from '../../domain/ports.ts';
import { given } from '../../domain/given.ts';
import { sameHostFetch } from '../../outlets/same-host-fetch.ts';
import type { Redact } from '../../outlets/redactor.ts';
import { createRedactor, redactValue } from '../../outlets/redactor.ts';
import { guardGlobalFetch } from './guard-global-fetch.ts';
import { isUnknownRequest, modelErrorOf } from './model-errors.ts';
import type { ProviderPackage } from './model-providers.ts';
import { PROVIDERS, requireProvider } from './model-providers.ts';

/** Longest answer: an answer has a few hundred tokens; what goes on beyond this goes round in circles. */
const MAX_TOKENS = 2000;
/** The same for servers that do not keep to it, in characters. */
const MAX_CHARACTERS = 16_000;
/** The same in bytes on the way, where each word comes in a frame of its own. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Longest time for loading a provider's package, in milliseconds: on a slow disk it takes seconds. */
const LOAD_MS = 30_000;

/** What we read of an answer or a streamed piece of it. */
const Message = z.object({
  content: z.union([z.string(), z.array(z.object({ type: z.string().optional(), text: z.string().optional() }))]),
  tool_call_chunks: z.array(z.object({ args: z.string().optional() })).optional(),
  tool_calls: z.array(z.object({ args: z.unknown() })).optional(),
  usage_metadata: z.object({ input_tokens: z.number(), output_tokens: z.number() }).optional(),
});

const Steps = z.array(z.custom<Runnable>());
/** A model with a parser behind it, for some providers under a name. */
const Sequence = z.object({ bound: z.object({ steps: Steps }).optional(), steps: Steps.optional() });

type Structure = 'functionCalling' | undefined;

/** How a provider's package is loaded; tests bring their own way. */
interface Loading {
  load?(settings: ModelSettings): Promise<BaseChatModel>;
  /** Milliseconds. */
  loadMs?: number;
}

/**
 * A language model of any provider that LangChain knows. LangChain is loaded by `load` or with the first call, not
 * before.
 * @param loading how its package is loaded, and for how long at most
 * @throws ConfigurationError when the provider's package is not installed
 */
export function createChatModel(
  settings: ModelSettings,
  { load = importing, loadMs = LOAD_MS }: Loading = {},
): LanguageModel {
  requireProvider(settings.provider);
  const id = `${settings.provider}:${settings.name}`;
  const redact = createRedactor(settings.apiKey === undefined ? [] : [settings.apiKey]);
  let loading: Promise<BaseChatModel> | undefined;
  const loaded = (): Promise<BaseChatModel> => {
    loading ??= within(load(settings), loadMs, `${id}: its package could not be loaded in ${loadMs / 1000} seconds`);
    // Whatever was in the way may be gone the next time.
    loading.catch(() => (loading = undefined));
    return loading;
  };
  // Undefined: as LangChain does it for this provider. Some compatible servers know tools and no JSON schema.
  let structure: Structure;
  return {
    id,
    async load() {
      await loaded().catch((error: unknown) => Promise.reject(modelErrorOf(error, { id, hasBegun: false, redact })));
    },
    async *stream(request, signal) {
      const progress = { hasBegun: false };
      try {
        const model = await loaded();
        try {
          yield* streamOnce(model, request, { signal, structure, progress, redact });
        } catch (error) {
          if (structure !== undefined || settings.provider !== 'openai' || !isUnknownRequest(error)) throw error;
          structure = 'functionCalling';
          yield* streamOnce(model, request, { signal, structure, progress, redact });
        }
      } catch (error) {
        // Whoever asked has gone: that is no failure of the model.
        if (signal.aborted && !isTimeout(signal.reason)) throw signal.reason;
        throw signal.aborted
          ? new ModelError('timeout', `${id}: no answer in time`, { cause: error })
          : modelErrorOf(error, { id, hasBegun: progress.hasBegun, redact });
      }
    },
  };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

/** What comes in time. */
async function within<T>(work: Promise<T>, timeoutMs: number, problem: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new ModelError('timeout', problem)), timeoutMs);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

async function importing({ provider, name, baseUrl, apiKey }: ModelSettings): Promise<BaseChatModel> {
  const staying = sameHostFetch({ maxBytes: MAX_BYTES });
  const family: ProviderPackage = PROVIDERS[provider];
  if (family.ownUrl !== undefined) guardGlobalFetch(baseUrl ?? family.ownUrl, staying);
  const { initChatModel } = await import('langchain/chat_models/universal');
  const where = {
    fetch: staying,
    ...given({ baseUrl, apiKey }),
  };
  // Retries are ours: they must stay within the time for an answer.
  const configurable = await initChatModel(name, {
    modelProvider: provider,
    maxRetries: 0,
    ...family.settings(where, MAX_TOKENS),
  });
  // oxlint-disable-next-line no-underscore-dangle -- the model itself can be told not to stream, what wraps it cannot
  const model = await configurable._getModelInstance();
  model.disableStreaming = !family.streams;
  return model;
}

interface StreamOptions {
  signal: AbortSignal;
  structure: Structure;
  progress: { hasBegun: boolean };
  /** Takes the key out of what a server gives back. */
  redact: Redact;
}

async function* streamOnce<T>(
  model: BaseChatModel,
  { prompt, schema }: ModelRequest<T>,
  { signal, structure, progress, redact }: StreamOptions,
): AsyncGenerator<ModelEvent<T>> {
  const { parseJsonMarkdown } = await import('@langchain/core/output_parsers');
  const messages = [
    { role: 'system', content: prompt.instructions },
    { role: 'user', content: prompt.message },
  ];
  const usage: TokenUsage = { input: 0, output: 0 };
  let text = '';
  const source = await toldTheForm(model, schema, structure).stream(messages, { signal });
  for await (const chunk of abortable(source, signal)) {
    progress.hasBegun = true;
    const message = Message.parse(chunk);
    const added = textOf(message);
    text += added;
    usage.input += message.usage_metadata?.input_tokens ?? 0;
    usage.output += message.usage_metadata?.output_tokens ?? 0;
    if (text.length > MAX_CHARACTERS) throw new ModelError('endless', 'the answer did not come to an end');
    if (added.includes('}')) yield { kind: 'partial', value: redactValue(parseJsonMarkdown(text), redact) };
  }
  yield {
    kind: 'complete',
    value: parseWhole(redact(text), schema, (whole) => redactValue(parseJsonMarkdown(whole, JSON.parse), redact)),
    usage,
  };
}

/**
 * The model with the form of the answer bound to it in the provider's way, without LangChain's parser behind it: that
 * one waits for the end.
 */
function toldTheForm(model: BaseChatModel, schema: z.ZodType, structure: Structure): Runnable {
  const { $schema: _, ...form } = z.toJSONSchema(schema);
  const sequence = model.withStructuredOutput(form, {
    name: 'answer',
    ...given({ method: structure }),
  });
  const { bound: named, steps } = Sequence.parse(sequence);
  const first = (named?.steps ?? steps)?.[0];
  if (!first) throw new TypeError('LangChain binds the form of an answer as the first step of a sequence');
  return first;
}

/** Arguments of the tool call, or the text where the form was asked for without a tool. */
function textOf({ content, tool_call_chunks: chunks = [], tool_calls: calls = [] }: z.infer<typeof Message>): string {
  if (chunks.length > 0) return chunks.map(({ args = '' }) => args).join('');
  if (calls.length > 0) return calls.map(({ args }) => JSON.stringify(args)).join('');
  return typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('');
}

function parseWhole<T>(text: string, schema: z.ZodType<T>, parse: (text: string) => unknown): T {
  if (text.trim() === '') throw new ModelError('empty', 'the answer is empty');
  try {
    return schema.parse(parse(text));
  } catch (cause) {
    throw new ModelError('broken_output', `the answer has another form than was asked for: ${text.slice(0, 80)}`, {
      cause,
    });
  }
}

/** Ends when the signal does, whether or not the client behind it listens. */
async function* abortable<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  aborted.promise.catch(() => undefined);
  signal.throwIfAborted();
  signal.addEventListener('abort', abort, { once: true });
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    // Not awaited: a client that hangs would hang here, too.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
