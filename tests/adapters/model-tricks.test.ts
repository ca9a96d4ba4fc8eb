import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createChatModel } from '../../src/adapters/models/chat-model.ts';
import { createSteadyModel } from '../../src/adapters/models/steady-model.ts';
import type { Claim } from '../../src/domain/answer.ts';
import { composedNotes } from '../../src/words/answer-notes.ts';
import { saidBy } from '../support/answer-from.ts';
import { aQuestion } from '../support/builders.ts';
import { aModelAnswerer } from '../support/model-answers.ts';

const TIMEOUT_MS = 1500;
const QUOTE = '2020年第三季度，亚马逊市占率为32%';
const TRUE = { text: '亚马逊的市占率是32%。', citations: [{ passage: 'P1', quote: QUOTE }] };
const FALSE = { text: '亚马逊的市占率是99%。', citations: [{ passage: 'P1', quote: QUOTE }] };

/** A server on which an answer is made by hand, the n-th in its own way. */
type Way = (response: ServerResponse, call: number) => void;

const piece = (text: string | Buffer) =>
  Buffer.concat([
    Buffer.from(
      'data: {"id":"c","object":"chat.completion.chunk","created":0,"model":"m","choices":[{"index":0,"delta"' +
        ':{"content":"',
    ),
    Buffer.isBuffer(text) ? text : Buffer.from(JSON.stringify(text).slice(1, -1)),
    Buffer.from('"},"finish_reason":null}]}\n\n'),
  ]);
const whole = (response: ServerResponse, value: unknown) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(piece(JSON.stringify(value)));
  response.end('data: [DONE]\n\n');
};

const WAYS: Record<string, Way> = {
  'a sentence that is true, and then an end in the middle': (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(piece(JSON.stringify({ claims: [TRUE, FALSE], missing: [] }).slice(0, -40)));
    setTimeout(() => response.destroy(), 20);
  },
  'a byte now and then': (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const slowly = setInterval(() => response.write('d'), 100);
    response.on('close', () => clearInterval(slowly));
  },
  'bytes that are no text': (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(piece(Buffer.from([0xff, 0xfe, 0xc3, 0x28])));
    response.end('data: [DONE]\n\n');
  },
  'a connection that closes at once': (response) => response.destroy(),
  'no sentences at all': (response) => whole(response, { claims: [], missing: [] }),
  'five hundred lies': (response) =>
    whole(response, {
      claims: Array.from({ length: 500 }, (_, at) => ({ ...FALSE, text: `亚马逊的市占率是${at + 33}.5%。` })),
      missing: [],
    }),
};

describe('a model that plays tricks', () => {
  const servers: Server[] = [];
  // Loading the package is no part of an answer's time.
  beforeAll(() =>
    createChatModel({ provider: 'openai', name: 'some-model', baseUrl: 'http://127.0.0.1:9/v1' }).load?.(),
  );
  afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

  async function asked(way: Way, isJudged = false) {
    let calls = 0;
    const server = createServer((request, response) => (request.resume(), way(response, ++calls)));
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    const address = server.address();
    const baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
    const streamed: Claim[] = [];
    const model = createSteadyModel(createChatModel({ provider: 'openai', name: 'some-model', baseUrl }));
    const answer = await aModelAnswerer(model, {
      use: { timeoutMs: TIMEOUT_MS },
      ...(isJudged ? { judge: model } : {}),
    }).answer(aQuestion(), { onClaim: (claim) => streamed.push(claim) });
    return { answer, streamed: streamed.map(({ text }) => text) };
  }

  it.each(Object.entries(WAYS))('ends in the reports’ own sentence, under one quiet line: %s', async (_name, way) => {
    const { answer, streamed } = await asked(way);
    expect([answer.composer, saidBy(answer), composedNotes(answer, 'zh').length]).toEqual([
      'extractive',
      ['2020年第三季度，亚马逊市占率为32%。'],
      1,
    ]);
    expect(streamed.filter((text) => text !== TRUE.text)).toEqual([]);
    expect(new Set(streamed).size).toBe(streamed.length);
  });

  it('shows what was true among five hundred', async () => {
    const { answer } = await asked((response) =>
      whole(response, {
        claims: [TRUE, ...Array.from({ length: 40 }, (_, at) => ({ ...FALSE, text: `份额是${at + 33}.5%。` }))],
        missing: [],
      }),
    );
    expect(saidBy(answer)).toEqual([TRUE.text, QUOTE]);
  });

  it('shows the quote of a sentence in another language', async () => {
    const { answer } = await asked((response) =>
      whole(response, { claims: [{ ...TRUE, text: 'Amazon held 32%.' }], missing: [] }),
    );
    expect(saidBy(answer)).toEqual([QUOTE]);
  });

  it('keeps what the comparison proves when the judgement hangs', async () => {
    const { answer, streamed } = await asked((response, call) => {
      if (call === 1) whole(response, { claims: [TRUE, FALSE], missing: [] });
    }, true);
    expect([saidBy(answer), streamed]).toEqual([
      [TRUE.text, QUOTE],
      [QUOTE, TRUE.text],
    ]);
  });
});
