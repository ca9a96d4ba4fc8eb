import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identifyBot, tryAppToken } from '../../src/adapters/check-slack.ts';
import { UnreachableError } from '../../src/domain/errors.ts';

/** A Slack that knows one bot token and no app token. */
async function aSlack(): Promise<string> {
  const server = createServer((request, response) => {
    const isKnown = request.url === '/api/auth.test' && request.headers.authorization === 'Bearer xoxb-good';
    response.writeHead(200, {
      'content-type': 'application/json',
      ...(isKnown ? { 'x-oauth-scopes': 'chat:write,commands, im:history' } : {}),
    });
    response.end(
      JSON.stringify(
        isKnown ? { ok: true, team: 'Reports Inc', user: 'footnote' } : { ok: false, error: 'invalid_auth' },
      ),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`;
}

describe('Slack, when it is examined', () => {
  it('says who a token is and what it may do', async () => {
    expect(await identifyBot('xoxb-good', await aSlack())).toEqual({
      team: 'Reports Inc',
      bot: 'footnote',
      scopes: ['chat:write', 'commands', 'im:history'],
    });
  });

  it.each([503, 429, 200])(
    'is told from one that refuses when it is away (%i, without a reply of Slack)',
    async (status) => {
      const server = createServer((_, response) => response.writeHead(status).end('<html>')).listen(0, '127.0.0.1');
      await once(server, 'listening');
      onTestFinished(() => void server.close());
      const address = server.address();
      await expect(
        identifyBot('xoxb-good', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`),
      ).rejects.toBeInstanceOf(UnreachableError);
      await expect(identifyBot('xoxb-good', 'http://127.0.0.1:1/api/')).rejects.toBeInstanceOf(UnreachableError);
    },
  );

  it('is quoted when it refuses', async () => {
    const slack = await aSlack();
    await expect(identifyBot('xoxb-bad', slack)).rejects.toThrow('auth.test: invalid_auth');
    await expect(tryAppToken('xapp-bad', slack)).rejects.toThrow('apps.connections.open: invalid_auth');
  });
});
