import type { Embeddings } from '@langchain/core/embeddings';
import { ServiceError, TransferError } from '../../domain/errors.ts';
import type { ModelFailure, ModelSettings } from '../../domain/model.ts';
import type { Embedder } from '../../domain/ports.ts';
import { given } from '../../domain/given.ts';
import type { Redact } from '../../outlets/redactor.ts';
import { createRedactor } from '../../outlets/redactor.ts';
import { sameHostFetch } from '../../outlets/same-host-fetch.ts';
import { modelErrorOf } from '../models/model-errors.ts';
import { requireProvider } from '../models/model-providers.ts';
import { unitVector } from './unit-vector.ts';

/** Texts sent at once. */
const BATCH = 64;
/** Tries of a batch before it counts as failed: taking reports in runs for minutes, and a provider stumbles. */
const RETRIES = 3;
/** A server that fails so does it again when it is asked again. */
const LASTING: ReadonlySet<ModelFailure> = new Set(['refused', 'endless', 'too_long']);
/** Largest reply, in bytes: of a batch it has some megabytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * An embedder of a provider. Asks it once for the length of its vectors.
 * @throws ConfigurationError when the provider's package is not installed
 * @throws ServiceError when the provider does not answer
 */
export async function createRemoteEmbedder(
  settings: ModelSettings & { provider: 'openai' | 'ollama' },
): Promise<Embedder> {
  requireProvider(settings.provider);
  const redact = createRedactor(settings.apiKey === undefined ? [] : [settings.apiKey]);
  const name = `${settings.provider}:${settings.name}`;
  const embeddings = await load(settings, (error) =>
    LASTING.has(modelErrorOf(error, { id: name, hasBegun: false, redact }).failure),
  );
  const embed = async (texts: string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += BATCH)
      vectors.push(...(await embedBatch(embeddings, { name, redact }, texts.slice(at, at + BATCH))));
    return vectors;
  };
  const [probe] = await embed(['footnote']);
  const dimension = probe?.length ?? 0;
  return { id: `${name}:${dimension}`, dimension, embed };
}

async function load(
  { provider, name, baseUrl, apiKey = 'none' }: ModelSettings & { provider: 'openai' | 'ollama' },
  isLasting: (error: unknown) => boolean,
): Promise<Embeddings> {
  const onFailedAttempt = (error: unknown) => {
    if (isLasting(error)) throw error;
  };
  const common = { model: name, maxRetries: RETRIES, onFailedAttempt };
  const staying = sameHostFetch({ maxBytes: MAX_BYTES });
  if (provider === 'ollama') {
    const { OllamaEmbeddings } = await import('@langchain/ollama');
    return new OllamaEmbeddings({ ...common, fetch: staying, ...given({ baseUrl }) });
  }
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  // Plain numbers: not every compatible server knows the packed form that the client asks for by itself.
  return new OpenAIEmbeddings({
    ...common,
    apiKey,
    encodingFormat: 'float',
    configuration: { fetch: staying, ...given({ baseURL: baseUrl }) },
  });
}

async function embedBatch(
  embeddings: Embeddings,
  { name, redact }: { name: string; redact: Redact },
  texts: string[],
): Promise<Float32Array[]> {
  try {
    const vectors = await embeddings.embedDocuments(texts.map((text) => (text.trim() === '' ? ' ' : text)));
    return vectors.map((vector, at) =>
      texts[at]?.trim() === '' ? new Float32Array(vector.length) : unitVector(vector),
    );
  } catch (cause) {
    throw new ServiceError(
      `The embeddings of ${name} do not come (${redact(reasonOf(cause))}). Check EMBEDDINGS, the key and the address.`,
      { cause },
    );
  }
}

/** In one line; where a client wrapped what our `fetch` threw, in its words. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof TransferError ? cause.cause.message : (cause.message.split('\n')[0] ?? '');
}
