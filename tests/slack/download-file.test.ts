import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadFile } from '../../src/slack/handling/download-file.ts';

const TOKEN = 'xoxb-1-2-abcdefghij';
const MAX_BYTES = 1024 * 1024;

describe('the download of a file that was shared', () => {
  let servers: Server[];
  let reached: unknown[];
  let elsewhere: string;
  beforeEach(async () => {
    [servers, reached] = [[], []];
    elsewhere = await aServer('http://127.0.0.1', (path, response) => (reached.push(path), response.end('stolen')));
  });
  afterEach(() => servers.forEach((server) => (server.closeAllConnections(), server.close())));

  async function aServer(host: string, answer: (path: string, response: ServerResponse) => void): Promise<string> {
    const server = createServer((request, response) => answer(request.url ?? '', response)).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    return `${host}:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** A Slack whose file lies at an address, and which gives it in some way. */
  async function download(
    addressOf: (slack: string) => string,
    give: (response: ServerResponse) => void,
  ): Promise<string> {
    const slack: string = await aServer('http://127.0.0.1', (path, response) => {
      if (!path.startsWith('/api/')) return give(response);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ ok: true, file: { id: 'F1', name: 'a.pdf', url_private_download: addressOf(slack) } }),
      );
    });
    const client = new webApi.WebClient(TOKEN, { slackApiUrl: `${slack}/api/`, retryConfig: { retries: 0 } });
    return Buffer.from(await downloadFile('F1', MAX_BYTES, { client, token: TOKEN })).toString();
  }

  const own = (slack: string) => `${slack}/files-pri/T1-F1/a.pdf`;

  it('gives what Slack keeps', async () => {
    expect(await download(own, (response) => response.end('%PDF'))).toBe('%PDF');
  });

  it.each([302, 307])('sends the token nowhere else when Slack’s host points elsewhere (%d)', async (status) => {
    await expect(
      download(own, (response) => response.writeHead(status, { location: `${elsewhere}/a` }).end()),
    ).rejects.toMatchObject({ reason: 'redirected' });
    expect(reached).toEqual([]);
  });

  it('sends the token nowhere when another app’s file lies elsewhere from the start', async () => {
    await expect(
      download(
        () => `${elsewhere}/a.pdf`,
        (response) => response.end(),
      ),
    ).rejects.toThrow(`is not kept by Slack but at ${new URL(elsewhere).host}`);
    await expect(
      download(
        () => 'https://slack.com.evil.example/a.pdf',
        (response) => response.end(),
      ),
    ).rejects.toThrow('is not kept by Slack');
    await expect(
      download(
        () => 'http://files.slack.com/a.pdf',
        (response) => response.end(),
      ),
    ).rejects.toThrow('is not kept by Slack');
    expect(reached).toEqual([]);
  });

  it('ends at the largest file that is taken, whatever size Slack said', async () => {
    const endless = (response: ServerResponse) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    await expect(download(own, endless)).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('says which right is missing when Slack shows its sign-in page', async () => {
    await expect(
      download(own, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in')),
    ).rejects.toThrow('files:read');
  });
});
