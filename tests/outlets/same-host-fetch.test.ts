import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { sameHostFetch } from '../../src/outlets/same-host-fetch.ts';

const MEGABYTE = 1024 * 1024;
const call = sameHostFetch({ maxBytes: MEGABYTE });
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

async function aServer(listen: RequestListener): Promise<string> {
  const server = createServer(listen).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** What reached a server. */
async function seen(request: IncomingMessage): Promise<unknown[]> {
  return [request.method, request.url, request.headers.authorization, await text(request)];
}

const SECRET = {
  method: 'POST',
  headers: { authorization: 'Bearer key', 'content-type': 'text/plain' },
  body: 'passages',
};

describe('a fetch that stays with its host', () => {
  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%d) to another host, and sends it nothing',
    async (status) => {
      const reached: unknown[] = [];
      const other = await aServer((request, response) => (reached.push(request.url), response.end('other')));
      const first = await aServer((_request, response) =>
        response.writeHead(status, { location: `${other}/steal` }).end(),
      );
      await expect(call(`${first}/v1`, SECRET)).rejects.toMatchObject({
        name: 'TransferError',
        reason: 'redirected',
        message: expect.stringContaining(`redirects to ${other}, which is not followed`),
      });
      expect(reached).toEqual([]);
    },
  );

  it.each([
    ['//evil.example/x'],
    ['https://127.0.0.1/x'],
    ['http://127.0.0.1.evil.example/'],
    ['http://user@evil.example/'],
    ['javascript:alert(1)'],
    ['http://['],
    ['file:///etc/passwd'],
  ])('does not follow one to %s', async (location) => {
    const first = await aServer((_request, response) => response.writeHead(302, { location }).end());
    await expect(call(first, SECRET)).rejects.toMatchObject({ reason: 'redirected' });
  });

  it.each([
    [307, ['POST', '/there', 'Bearer key', 'passages']],
    [308, ['POST', '/there', 'Bearer key', 'passages']],
    [303, ['GET', '/there', 'Bearer key', '']],
  ])('follows one on the same host (%d)', async (status, wanted) => {
    const reached: unknown[] = [];
    const url = await aServer((request, response) => {
      if (request.url === '/there') void seen(request).then((all) => (reached.push(all), response.end('here')));
      else response.writeHead(status, { location: '/there' }).end();
    });
    expect(await (await call(`${url}/v1`, SECRET)).text()).toBe('here');
    expect(reached).toEqual([wanted]);
  });

  it('does not run in circles', async () => {
    let calls = 0;
    const url = await aServer(
      (request, response) => (request.resume(), calls++, response.writeHead(307, { location: '/again' }).end()),
    );
    await expect(call(url, SECRET)).rejects.toMatchObject({
      reason: 'redirected',
      message: expect.stringContaining('redirects again and again'),
    });
    expect(calls).toBe(4);
  });

  it.each([[true], [false]])(
    'takes in no more than its limit, whether the length is said or not: %s',
    async (isSaid) => {
      const url = await aServer((_request, response) => {
        if (isSaid) response.setHeader('content-length', 3 * MEGABYTE);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      });
      await expect(call(url).then((response) => response.arrayBuffer())).rejects.toMatchObject({
        reason: 'too_large',
        message: expect.stringContaining('more than 1 MB'),
      });
    },
  );

  it('gives what is within the limit as it is, also a reply without a body', async () => {
    const url = await aServer((request, response) =>
      request.url === '/none' ? response.writeHead(204).end() : response.writeHead(418, { 'x-a': 'b' }).end('tea'),
    );
    const [tea, none] = [await call(url), await call(`${url}/none`)];
    expect([tea.status, tea.headers.get('x-a'), await tea.text(), none.status, await none.text()]).toEqual([
      418,
      'b',
      'tea',
      204,
      '',
    ]);
  });
});
