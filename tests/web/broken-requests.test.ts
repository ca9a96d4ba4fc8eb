import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { requestLines, sendRaw } from '../support/raw-request.ts';
import { aWebServer } from '../support/web.ts';

const web = await aWebServer({
  slack: (request) => {
    if (request.url === '/slack/install') throw new Error('Bolt has thrown');
    return Promise.reject(new Error('Bolt has rejected'));
  },
});
afterAll(() => web.close());

const ask = (method: string, target: string, headers?: Record<string, string>, body?: string) =>
  sendRaw(web.url, [requestLines(method, target, headers, body)]);
const stillAnswers = async () => (await fetch(web.url)).status;

describe('a request that names no page', () => {
  it.each([
    ['GET', '//'],
    ['POST', '//'],
    ['GET', '//:99999/'],
    ['GET', 'http://'],
    ['GET', 'http://['],
    ['GET', 'http://127.0.0.1/'],
    ['OPTIONS', '*'],
    ['GET', '/\\evil.example'],
    ['GET', '/%'],
    ['GET', '/reports/%zz'],
    ['GET', '/s/%ED%A0%80'],
    ['GET', '/%00'],
    ['GET', '/reports/%0d%0a'],
    ['GET', '/s/\u00ff'],
    ['POST', '//slack/events'],
  ])('is refused in words, and the next one is answered: %s %s', async (method, target) => {
    const { status, text } = await ask(method, target);
    expect([status, /address is not well formed|not well-formed HTTP/u.test(text), await stillAnswers()]).toEqual([
      400,
      true,
      200,
    ]);
  });

  it('is 404 in words when it is well formed, whatever the method', async () => {
    expect([
      (await ask('GET', '/nowhere')).status,
      (await ask('PUT', '/nowhere')).status,
      (await ask('TRACE', '/nowhere')).status,
    ]).toEqual([404, 404, 404]);
  });

  it('is no way through to another server', async () => {
    const { status, text } = await ask('CONNECT', 'example.com:443');
    expect([status, text.includes('This is no proxy.'), await stillAnswers()]).toEqual([405, true, 200]);
  });
});

describe('a request that is not as HTTP has it', () => {
  const lines = (...all: string[]) => [`${all.join('\r\n')}\r\n\r\n`];
  it.each([
    ['no HTTP at all', ['hello\r\n\r\n'], 400],
    ['no host', lines('GET / HTTP/1.1'), 400],
    ['two hosts', lines('GET / HTTP/1.1', 'Host: 127.0.0.1', 'Host: evil.example'), 400],
    [
      'a length and chunks',
      lines('POST /check HTTP/1.1', 'Host: 127.0.0.1', 'Content-Length: 4', 'Transfer-Encoding: chunked'),
      400,
    ],
    ['two lengths', lines('POST /check HTTP/1.1', 'Host: 127.0.0.1', 'Content-Length: 4', 'Content-Length: 5'), 400],
    ['a folded line', lines('GET / HTTP/1.1', 'Host: 127.0.0.1', 'X-A: b', ' c'), 400],
    [
      'broken chunks',
      [`${lines('POST /check HTTP/1.1', 'Host: 127.0.0.1', 'Transfer-Encoding: chunked').join('')}zz\r\n`],
      400,
    ],
    ['an address of 40,000 characters', [requestLines('GET', `/?q=${'a'.repeat(40_000)}`)], 431],
    ['headers of 200,000 characters', [requestLines('GET', '/', { 'X-Long': 'a'.repeat(200_000) })], 431],
  ])('is refused in words: %s', async (_name, parts, expected) => {
    const { status, text } = await sendRaw(web.url, parts);
    expect([status, /not well-formed HTTP|Ask a long question in the form/u.test(text), await stillAnswers()]).toEqual([
      expected,
      true,
      200,
    ]);
  });

  it('is told what to do when a form is too long, however its length is said', async () => {
    const draft = `draft=${'a'.repeat(600_000)}`;
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const said = await ask('POST', '/check', type, draft);
    const chunked = requestLines('POST', '/check', { ...type, 'Transfer-Encoding': 'chunked' });
    const unsaid = await sendRaw(web.url, [chunked, `${draft.length.toString(16)}\r\n${draft}\r\n0\r\n\r\n`]);
    expect(
      [said, unsaid].map(({ status, text }) => [status, text.includes('At most 512 KB are taken here at once.')]),
    ).toEqual([
      [413, true],
      [413, true],
    ]);
  });

  it('gets a page as others do when its form comes in chunks', async () => {
    const chunked = requestLines('POST', '/check', {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Transfer-Encoding': 'chunked',
    });
    const { status, text } = await sendRaw(web.url, [chunked, '6\r\ndraft=\r\n', '5\r\nhello\r\n0\r\n\r\n'], {
      pauseMs: 20,
    });
    expect([status, text.includes('>hello</textarea>')]).toEqual([200, true]);
  });

  it('is told when what it sends is no form', async () => {
    const { status, text } = await ask('POST', '/check', { 'Content-Type': 'application/json' }, '{"draft":"a"}');
    expect([status, text.includes('in another form than expected')]).toEqual([400, true]);
  });
});

describe('a request that comes slowly', () => {
  it.each([
    ['its first lines', ['GET / HTTP/1.1\r\n']],
    [
      'its form',
      [
        requestLines('POST', '/check', {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Content-Length': '100',
        }),
        'draft=',
      ],
    ],
    ['nothing at all', []],
  ])('is ended in words, and no place is kept for it: %s', async (_name, parts) => {
    const impatient = await aWebServer({}, [], {
      headersTimeout: 100,
      requestTimeout: 200,
      connectionsCheckingInterval: 50,
    });
    const { status, text } = await sendRaw(impatient.url, parts, { pauseMs: 30 });
    impatient.close();
    expect([status, text.includes('did not arrive in time'), impatient.log]).toEqual([408, true, []]);
  });
});

describe('a connection that waits for its next request', () => {
  it.each([
    ['a visitor', undefined, 'timeout=5', 15_000],
    ['a proxy', 'https://footnote.example', 'timeout=130', 140_000],
  ])(
    'stands open for longer than it was told, for it would lose what is just sent: %s',
    async (_name, baseUrl, told, openMs) => {
      const hosts = { listensOn: '127.0.0.1', allowed: [], ...(baseUrl ? { baseUrl } : {}) };
      const { url, server, close } = await aWebServer({ hosts });
      const { headers } = await fetch(url);
      close();
      expect([headers.get('keep-alive'), server.keepAliveTimeout + server.keepAliveTimeoutBuffer]).toEqual([
        told,
        openMs,
      ]);
    },
  );
});

describe('whatever a handler throws', () => {
  it('is words for who waits, a line in the log under the same id, and the end of nothing', async () => {
    const [thrown, rejected] = [await ask('GET', '/slack/install'), await ask('POST', '/slack/events', {}, '{}')];
    const ids = [thrown, rejected].map(({ text }) => /X-Request-Id: (\S+)/iu.exec(text)?.[1] ?? 'none');
    expect([thrown.status, rejected.status, web.log.map((line) => line.split('\n', 1)[0])]).toEqual([
      500,
      500,
      [`[${ids[0]}] Error: Bolt has thrown`, `[${ids[1]}] Error: Bolt has rejected`],
    ]);
    expect([thrown.text.includes(`(${ids[0]})`), await stillAnswers()]).toEqual([true, 200]);
  });
});

describe('an address that opens connections and says nothing', () => {
  const open = async (localAddress: string) => {
    const socket = connect({ port: Number(new URL(web.url).port), host: '127.0.0.1', localAddress });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };

  it('has no more than its share, and leaves room for others', async () => {
    const sockets = await Promise.all(Array.from({ length: 260 }, () => open('127.0.0.7')));
    await expect.poll(() => sockets.filter(({ closed }) => closed).length).toBe(60);
    expect(await stillAnswers()).toBe(200);
    for (const socket of sockets) socket.destroy();
    // What was closed counts no more, as soon as the other end has heard of it.
    await expect.poll(() => sockets.filter(({ closed }) => closed).length).toBe(260);
    await delay(200);
    const again = await Promise.all(Array.from({ length: 150 }, () => open('127.0.0.7')));
    await delay(50);
    expect(again.filter(({ closed }) => closed)).toEqual([]);
    for (const socket of again) socket.destroy();
  });
});
