import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelError } from '../../src/domain/errors.ts';
import type { LanguageModel } from '../../src/domain/ports.ts';
import { collect } from '../support/collect.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import type { Reply } from '../support/fake-model/reply.ts';
import { USAGE } from '../support/fake-model/reply.ts';

const Answer = z.object({ claims: z.array(z.object({ text: z.string(), quote: z.string() })) });
const VALUE = {
  claims: [
    { text: '云市场在增长。', quote: '云市场在增长' },
    { text: 'The cloud grows.', quote: '云市场在增长，其中“公有云”更快\n' },
  ],
};
const REQUEST = { prompt: { instructions: 'Answer in claims.', message: 'How is the cloud?' }, schema: Answer };
/** Longer than any call in these tests takes. */
const PATIENCE_MS = 5000;

/** What every language model does, whatever its provider speaks. */
export function describeLanguageModel(
  name: string,
  open: (url: string) => LanguageModel,
  { streams = true, says = (): Reply => ({ kind: 'says', value: VALUE }) } = {},
): void {
  describe(`the ${name} model`, () => {
    let fake: FakeModel;
    beforeAll(async () => void (fake = await startFakeModel(says)));
    afterAll(() => fake.close());

    const ask = (reply: Reply, timeoutMs = PATIENCE_MS) => {
      fake.follow(() => reply);
      return answer(open(fake.url), timeoutMs);
    };
    const failureOf = async (reply: Reply, timeoutMs = PATIENCE_MS) =>
      ask(reply, timeoutMs).then(
        () => 'no failure',
        (error: unknown) => (error instanceof ModelError ? error.failure : error),
      );

    it('gives the whole answer in the form that was asked for, with its tokens', async () => {
      const events = await ask({ kind: 'says', value: VALUE });
      expect(events.at(-1)).toEqual({ kind: 'complete', value: VALUE, usage: USAGE });
    });

    it('passes instructions and message on', async () => {
      await ask({ kind: 'says', value: VALUE });
      expect(fake.calls.at(-1)?.prompt.split('\n')).toEqual(['Answer in claims.', 'How is the cloud?']);
    });

    it('gives the first claim before the second has come, where the provider streams', async () => {
      const [first] = await ask({ kind: 'says', value: VALUE });
      expect(first).toMatchObject({ value: { claims: expect.arrayContaining([VALUE.claims[0]]) } });
      expect(isWhole(first?.value)).toBe(!streams);
    });

    it('reads an answer that stands in a fence of Markdown', async () => {
      const events = await ask({ kind: 'text', text: `\`\`\`json\n${JSON.stringify(VALUE)}\n\`\`\`` });
      expect(events.at(-1)).toMatchObject({ value: VALUE });
    });

    it.each<[Reply, string]>([
      [{ kind: 'status', status: 429 }, 'rate_limited'],
      [{ kind: 'status', status: 500 }, 'server_error'],
      [{ kind: 'status', status: 503 }, 'server_error'],
      [{ kind: 'status', status: 401 }, 'refused'],
      [{ kind: 'status', status: 400, message: "This model's maximum context length is 8192 tokens" }, 'too_long'],
      [{ kind: 'stops', value: VALUE, after: 40 }, 'stopped'],
      [{ kind: 'text', text: '{"claims": [{"text": "云市' }, 'broken_output'],
      [{ kind: 'text', text: '{"claims": [{"text": 3}]}' }, 'broken_output'],
      [{ kind: 'text', text: 'I would rather talk.' }, 'broken_output'],
      [{ kind: 'text', text: '' }, 'empty'],
    ])('says of %j that it is %s', async (reply, failure) => {
      expect(await failureOf(reply)).toBe(failure);
    });

    it('waits no longer than it may', async () => {
      expect(await failureOf({ kind: 'hangs' }, 200)).toBe('timeout');
    });

    it('breaks an answer off that does not end', async () => {
      expect(['endless', 'timeout']).toContain(
        await failureOf({ kind: 'endless', text: '{"claims": [{"text": "and so on and so on' }, 2000),
      );
    });

    it('says that nothing listens', async () => {
      const gone = await startFakeModel(says);
      gone.close();
      await expect(answer(open(gone.url), PATIENCE_MS)).rejects.toMatchObject({ failure: 'unreachable' });
    });
  });
}

/** True when a value holds both claims, complete. */
function isWhole(value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(VALUE);
}

/** The package is loaded first, as for every answer: on a busy machine that takes longer than the answer may. */
async function answer(model: LanguageModel, timeoutMs: number) {
  await model.load?.();
  return collect(model.stream(REQUEST, AbortSignal.timeout(timeoutMs)));
}
