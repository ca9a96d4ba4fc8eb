import { createRequire } from 'node:module';
import { ConfigurationError } from '../../domain/errors.ts';
import type { Provider } from '../../domain/model.ts';
import { given } from '../../domain/given.ts';

/** A family of providers: its package, and how it wants to be told where the server is. */
export interface ProviderPackage {
  package: string;
  /** The version that the tests run against. */
  version: string;
  /** False: its answers are taken in one piece. */
  streams: boolean;
  settings(where: Where, maxTokens: number): Record<string, unknown>;
  /** Where its server is, when no address is given; for clients that take no `fetch` of ours. */
  ownUrl?: string;
}

/** Where a server is, and how it is reached. */
interface Where {
  baseUrl?: string;
  apiKey?: string;
  /** Stays with the server's host. */
  fetch: typeof fetch;
}

/** Servers of one's own often want no key, their clients do. */
const NO_KEY = 'none';
/** Tokens that Ollama keeps room for: by itself it takes 4,096 and cuts the prompt's beginning off without a word. */
const OLLAMA_CONTEXT = 12_288;

/** What every provider calls the same things. */
export const PROVIDERS = {
  openai: {
    package: '@langchain/openai',
    version: '1.5.8',
    streams: true,
    settings: ({ baseUrl, apiKey = NO_KEY, fetch }, maxTokens) => ({
      apiKey,
      maxTokens,
      configuration: { fetch, ...given({ baseURL: baseUrl }) },
    }),
  },
  anthropic: {
    package: '@langchain/anthropic',
    version: '1.5.11',
    streams: true,
    settings: ({ baseUrl, apiKey = NO_KEY, fetch }, maxTokens) => ({
      apiKey,
      maxTokens,
      clientOptions: { fetch },
      ...given({ anthropicApiUrl: baseUrl }),
    }),
  },
  ollama: {
    package: '@langchain/ollama',
    version: '1.3.0',
    streams: true,
    settings: ({ baseUrl, fetch }, maxTokens) => ({
      fetch,
      numPredict: maxTokens,
      numCtx: OLLAMA_CONTEXT,
      ...given({ baseUrl }),
    }),
  },
  'google-genai': {
    package: '@langchain/google-genai',
    version: '2.3.2',
    // Its client leaves a promise behind that ends the process when a stream breaks off.
    streams: false,
    ownUrl: 'https://generativelanguage.googleapis.com',
    settings: ({ baseUrl, apiKey = NO_KEY }, maxTokens) => ({
      apiKey,
      maxOutputTokens: maxTokens,
      ...given({ baseUrl }),
    }),
  },
  mistralai: {
    package: '@langchain/mistralai',
    version: '1.2.0',
    streams: true,
    ownUrl: 'https://api.mistral.ai',
    settings: ({ baseUrl, apiKey = NO_KEY }, maxTokens) => ({
      apiKey,
      maxTokens,
      ...given({ serverURL: baseUrl }),
    }),
  },
} as const satisfies Record<Provider, ProviderPackage>;

/**
 * Looks whether a provider's package is there: providers are optional, one installs the one that one uses.
 * @throws ConfigurationError with the line that installs it
 */
export function requireProvider(provider: Provider, isInstalled: (name: string) => boolean = canResolve): void {
  const { package: name, version } = PROVIDERS[provider];
  if (!isInstalled(name))
    throw new ConfigurationError(
      `MODEL or EMBEDDINGS names ${provider}, and its package is not installed: npm i ${name}@${version}`,
    );
}

function canResolve(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
