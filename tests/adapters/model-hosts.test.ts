import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { openEmbedder } from '../../src/adapters/vectors/open-embedder.ts';
import { createSteadyModel } from '../../src/adapters/models/steady-model.ts';
import { createRemoteEmbedder } from '../../src/adapters/vectors/remote-embedder.ts';
import type { ModelSettings, Provider } from '../../src/domain/model.ts';
import type { LanguageModel } from '../../src/domain/ports.ts';
import { aChunkOfOpenAi } from '../support/a-chunk-of-openai.ts';
import { aQuestion } from '../support/builders.ts';
import { collect } from '../support/collect.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { aModelAnswerer } from '../support/model-answers.ts';

const KEY = 'sk-proj-4f9a8b7c6d5e4f3a2b1c-Zq';
const PATIENCE_MS = 20_000;
const PROVIDERS: Provider[] = ['openai', 'anthropic', 'ollama', 'google-genai', 'mistralai'];
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => (request.resume(), answer(request, response))).listen(
    0,
    '127.0.0.1',
  );
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const settings = (provider: Provider, baseUrl: string): ModelSettings => ({
  provider,
  name: 'some-model',
  baseUrl,
  apiKey: KEY,
});
const ask = (model: LanguageModel) =>
  collect(
    model.stream(
      {
        prompt: { instructions: 'Answer.', message: 'The passages of the reports.' },
        schema: z.object({ said: z.string() }),
      },
      AbortSignal.timeout(PATIENCE_MS),
    ),
  );

/** All of an error that could be printed, and of what caused it. */
function everythingIn(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
}

describe('a provider whose server points to another host', () => {
  it.each([...PROVIDERS.map((provider): [Provider, number] => [provider, 307]), ['openai', 302] as const])(
    '%s (%d): is refused in words, once, and the other host hears nothing',
    async (provider, status) => {
      const [reached, asked]: [unknown[], unknown[]] = [[], []];
      const other = await aServer(
        (request, response) => (reached.push([request.url, request.headers]), response.end('{}')),
      );
      const url = await aServer(
        (request, response) => (asked.push(request.url), response.writeHead(status, { location: `${other}/v1` }).end()),
      );
      const model = createSteadyModel(createChatModel(settings(provider, url)));
      await expect(ask(model)).rejects.toMatchObject({
        name: 'ModelError',
        failure: 'refused',
        message: expect.stringContaining(`redirects to ${other}, which is not followed`),
      });
      expect([reached, asked.length]).toEqual([[], 1]);
    },
  );

  it.each<'openai' | 'ollama'>(['openai', 'ollama'])('%s embeddings: likewise', async (provider) => {
    const reached: unknown[] = [];
    const other = await aServer((request, response) => (reached.push(request.url), response.end('{}')));
    const url = await aServer((_request, response) => response.writeHead(307, { location: `${other}/v1` }).end());
    await expect(
      openEmbedder({ kind: 'remote', provider, name: 'e', baseUrl: url, apiKey: KEY }, createHashingEmbedder()),
    ).rejects.toThrow(`redirects to ${other}, which is not followed`);
    expect(reached).toEqual([]);
  });
});

describe('a provider whose answer has no end', () => {
  it.each(PROVIDERS)('%s: is broken off at its limit', async (provider) => {
    const url = await aServer((_request, response) => {
      response.writeHead(200, {
        'content-type':
          provider === 'ollama'
            ? 'application/x-ndjson'
            : provider === 'google-genai'
              ? 'application/json'
              : 'text/event-stream',
      });
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(ask(createChatModel(settings(provider, url)))).rejects.toMatchObject({ failure: 'endless' });
  });
});

describe('a provider that gives back the key that it was sent', () => {
  const errors = (request: IncomingMessage, response: ServerResponse) => {
    const echoed = JSON.stringify(request.headers);
    response.writeHead(401, { 'content-type': 'application/json', 'x-echo': KEY, 'www-authenticate': `Bearer ${KEY}` });
    response.end(
      JSON.stringify({
        error: {
          message:
            `Incorrect API key provided: ${KEY}${'x'.repeat(130)} ${encodeURIComponent(KEY)} ` +
            `${Buffer.from(KEY).toString('base64')} ${echoed}`,
          type: 'invalid',
        },
      }),
    );
  };

  it.each(PROVIDERS)('%s: no error shows it, or a piece of it', async (provider) => {
    const url = await aServer(errors);
    const error = await ask(createChatModel(settings(provider, url))).then(() => 'no error', everythingIn);
    expect(error).toContain('refused');
    for (const piece of [KEY.slice(0, 12), KEY.slice(-12), Buffer.from(KEY).toString('base64').slice(2, 14)])
      expect(error).not.toContain(piece);
  });

  it.each<'openai' | 'ollama'>(['openai', 'ollama'])('%s embeddings: likewise', async (provider) => {
    const url = await aServer(errors);
    const error = await createRemoteEmbedder({ ...settings(provider, url), provider }).then(
      () => 'no error',
      (failure: unknown) => (failure instanceof Error ? failure.message : ''),
    );
    expect(error).toContain('do not come');
    expect(error).not.toContain(KEY.slice(0, 12));
  });

  it('in its answer: neither partly nor as a whole, however it is escaped', async () => {
    const escaped = KEY.split('')
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    const url = await aServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const piece of `{"said":"the key is ${escaped} or ${KEY}"}`.match(/.{1,5}/gu) ?? [])
        response.write(aChunkOfOpenAi(piece));
      response.end('data: [DONE]\n\n');
    });
    const events = await ask(createChatModel(settings('openai', url)));
    expect(events.at(-1)).toMatchObject({ kind: 'complete', value: { said: 'the key is [secret] or [secret]' } });
    expect(JSON.stringify(events)).not.toContain(KEY.slice(0, 12));
  });
});

describe('loading the package of a provider', () => {
  const says = () => Promise.reject(new TypeError('it was loaded'));

  it('is no part of the time for an answer', async () => {
    const timeoutMs = 300;
    let loaded = 0;
    const slow = createChatModel(settings('openai', 'http://127.0.0.1:9'), {
      load: async () => (await pause(3 * timeoutMs), (loaded += 1), says()),
    });
    const answer = await aModelAnswerer(slow, { use: { timeoutMs } }).answer(aQuestion());
    expect([loaded, answer.composer, answer.fallback]).toEqual([1, 'extractive', 'server_error']);
  });

  it('ends when it hangs, and is tried again the next time', async () => {
    let tries = 0;
    const stuck = createChatModel(settings('openai', 'http://127.0.0.1:9'), {
      load: () => ((tries += 1), new Promise(() => undefined)),
      loadMs: 50,
    });
    const answers = [await aModelAnswerer(stuck).answer(aQuestion()), await aModelAnswerer(stuck).answer(aQuestion())];
    expect([tries, answers.map(({ composer, fallback }) => [composer, fallback])]).toEqual([
      2,
      [
        ['extractive', 'timeout'],
        ['extractive', 'timeout'],
      ],
    ]);
  });

  it('is not waited for by somebody who has gone', async () => {
    const stuck = createChatModel(settings('openai', 'http://127.0.0.1:9'), {
      load: () => new Promise(() => undefined),
      loadMs: 20_000,
    });
    const gone = new AbortController();
    const answer = aModelAnswerer(stuck).answer(aQuestion(), { signal: gone.signal });
    setTimeout(() => gone.abort(new Error('gone')), 20);
    await expect(answer).rejects.toThrow('gone');
  });
});
