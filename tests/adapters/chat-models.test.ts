import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { PROVIDERS, requireProvider } from '../../src/adapters/models/model-providers.ts';
import { describeLanguageModel } from '../contracts/language-model.ts';
import { collect } from '../support/collect.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';

const KEY = { apiKey: 'test-key' };

describeLanguageModel('OpenAI', (url) =>
  createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${url}/v1`, ...KEY }),
);
describeLanguageModel('Anthropic', (url) =>
  createChatModel({ provider: 'anthropic', name: 'some-model', baseUrl: url, ...KEY }),
);
describeLanguageModel('Ollama', (url) => createChatModel({ provider: 'ollama', name: 'some-model', baseUrl: url }));
describeLanguageModel(
  'Gemini',
  (url) => createChatModel({ provider: 'google-genai', name: 'some-model', baseUrl: url, ...KEY }),
  { streams: false },
);
describeLanguageModel(
  'Mistral',
  (url) => createChatModel({ provider: 'mistralai', name: 'some-model', baseUrl: `${url}/mistral`, ...KEY }),
  { streams: false },
);

describe('a server that is compatible with OpenAI', () => {
  const schema = z.object({ said: z.string() });
  const fakes: FakeModel[] = [];
  afterEach(() => fakes.splice(0).forEach((fake) => fake.close()));

  it('is asked with a tool, from then on, when it does not know JSON schemas', async () => {
    const fake = await startFakeModel(({ structure }) =>
      structure === 'schema'
        ? { kind: 'status', status: 400, message: 'This response_format type is unavailable now' }
        : { kind: 'says', value: { said: 'yes' } },
    );
    fakes.push(fake);
    const model = createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` });
    await model.load?.();
    const ask = async () =>
      (
        await collect(model.stream({ prompt: { instructions: '', message: '?' }, schema }, AbortSignal.timeout(5000)))
      ).at(-1);
    expect([await ask(), await ask()]).toMatchObject([{ value: { said: 'yes' } }, { value: { said: 'yes' } }]);
    expect(fake.calls.map(({ structure }) => structure)).toEqual(['schema', 'tool', 'tool']);
  });

  it('can say when to come back', async () => {
    const fake = await startFakeModel(() => ({ kind: 'status', status: 429, headers: { 'retry-after': '3' } }));
    fakes.push(fake);
    const model = createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` });
    await model.load?.();
    const asked = collect(
      model.stream({ prompt: { instructions: '', message: '?' }, schema }, AbortSignal.timeout(5000)),
    );
    await expect(asked).rejects.toMatchObject({ failure: 'rate_limited', retryAfterMs: 3000 });
  });
});

describe('a provider whose package is not installed', () => {
  it('is refused with the line that installs it', () => {
    expect(() => requireProvider('mistralai', () => false)).toThrow('npm i @langchain/mistralai@1.2.0');
  });

  it('is named in the version that the tests run against', () => {
    const manifest = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')));
    expect(Object.values(PROVIDERS).map(({ package: name, version }) => [name, version])).toEqual(
      Object.values(PROVIDERS).map(({ package: name }) => [name, manifest.devDependencies[name]]),
    );
  });
});
