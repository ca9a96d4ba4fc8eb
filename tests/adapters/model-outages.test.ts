import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { createSteadyModel } from '../../src/adapters/models/steady-model.ts';
import type { ModelFailure } from '../../src/domain/model.ts';
import { saidBy } from '../support/answer-from.ts';
import { aQuestion } from '../support/builders.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import type { Reply } from '../support/fake-model/reply.ts';
import { aModelAnswerer } from '../support/model-answers.ts';

const TIMEOUT_MS = 2500;
const VALUE = {
  claims: [{ text: '亚马逊的市占率是32%。', citations: [{ passage: 'P1', quote: '亚马逊市占率为32%' }] }],
  missing: [],
};

describe('when the model is away', () => {
  let fake: FakeModel;
  beforeAll(async () => {
    fake = await startFakeModel(() => ({ kind: 'says', value: VALUE }));
    // Loading the package is no part of an answer's time.
    await createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` }).load?.();
  });
  afterAll(() => fake.close());

  it.each<[string, Reply, ModelFailure]>([
    ['it hangs', { kind: 'hangs' }, 'timeout'],
    ['it has no time', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 'rate_limited'],
    ['it has no time for long', { kind: 'status', status: 429, headers: { 'retry-after': '3600' } }, 'rate_limited'],
    ['it fails', { kind: 'status', status: 500 }, 'server_error'],
    ['it refuses the key', { kind: 'status', status: 401 }, 'refused'],
    [
      'the passages are too long',
      { kind: 'status', status: 400, message: 'prompt is too long: 9000 tokens' },
      'too_long',
    ],
    ['it says broken JSON', { kind: 'text', text: '{"claims": [{"text": "亚马逊' }, 'broken_output'],
    ['it talks', { kind: 'text', text: '好的！亚马逊的市占率是99%。' }, 'broken_output'],
    ['it says nothing', { kind: 'text', text: '' }, 'empty'],
    ['it breaks off', { kind: 'stops', value: VALUE, after: 60 }, 'stopped'],
    ['it never ends', { kind: 'endless', text: '{"claims": [{"text": "亚马逊亚马逊亚马逊亚马逊' }, 'endless'],
  ])('the answer is the reports’ own sentence: %s', async (_why, reply, failure) => {
    fake.follow(() => reply);
    const model = createSteadyModel(
      createChatModel({ provider: 'openai', name: 'some-model', baseUrl: `${fake.url}/v1` }),
    );
    const answer = await aModelAnswerer(model, { use: { timeoutMs: TIMEOUT_MS } }).answer(aQuestion());
    // Retries may use the time up: then it is the time that is named.
    expect([failure, 'timeout']).toContain(answer.fallback);
    expect([answer.composer, saidBy(answer)]).toEqual(['extractive', ['2020年第三季度，亚马逊市占率为32%。']]);
  });

  it('a connection that is refused is no different', async () => {
    const model = createSteadyModel(
      createChatModel({ provider: 'openai', name: 'some-model', baseUrl: 'http://127.0.0.1:9/v1' }),
    );
    expect(await aModelAnswerer(model, { use: { timeoutMs: TIMEOUT_MS } }).answer(aQuestion())).toMatchObject({
      composer: 'extractive',
      fallback: 'unreachable',
    });
  });
});
