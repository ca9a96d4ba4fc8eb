import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aChunkOfOpenAi } from '../support/a-chunk-of-openai.ts';
import { runFootnoteWith, startFootnoteWith } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const PDF = resolve(import.meta.dirname, '../../samples/cloud-market-2020.pdf');
const SECRETS = {
  OPENAI_API_KEY: 'sk-proj-4f9a8b7c6d5e4f3a2b1c/Zq+x',
  ANTHROPIC_API_KEY: 'ant-key-not-in-use-9f8e7d6c5b4a',
  SLACK_BOT_TOKEN: 'xoxb-901234567890-AbCdEfGhIjKlMnOp',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  LINK_SECRET: 'k7f3m9q2x5w8z1b4n6v0-hunter2-secret',
};
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

/** A server that gives back whatever it is sent, in its headers, in errors, or in what it says. */
async function anEcho(way: 'error' | 'answer'): Promise<string> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const sent =
        `${request.headers.authorization ?? ''} ${encodeURIComponent(SECRETS.OPENAI_API_KEY)} ` +
        `${JSON.stringify(request.headers)} ${Buffer.from(JSON.stringify(request.headers)).toString('base64')} ` +
        body.slice(0, 20);
      response.setHeader('x-echo', request.headers.authorization ?? '');
      if (way === 'error')
        return response
          .writeHead(401, { 'content-type': 'application/json' })
          .end(JSON.stringify({ ok: false, error: sent, message: sent }));
      const said = JSON.stringify({
        claims: [
          {
            text: `亚马逊云的市占率为32%，钥匙是${request.headers.authorization}。`,
            citations: [{ passage: 'P1', quote: sent }],
          },
        ],
        missing: [sent],
        questions: [sent],
        question: sent,
      });
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const content of said.match(/.{1,9}/gu) ?? []) response.write(aChunkOfOpenAi(content));
      return response.end('data: [DONE]\n\n');
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** The secrets of which a piece of twelve characters, as it is or in base64, stands in a text. */
function secretsIn(written: string): string[] {
  return Object.entries(SECRETS).flatMap(([name, secret]) => {
    const forms = [
      secret,
      encodeURIComponent(secret),
      ...['', 'x', 'xx'].map((before) =>
        Buffer.from(before + secret)
          .toString('base64')
          .slice(4, -4),
      ),
    ];
    return forms.some((form) =>
      Array.from({ length: form.length - 11 }, (_, at) => form.slice(at, at + 12)).some((piece) =>
        written.includes(piece),
      ),
    )
      ? [name]
      : [];
  });
}

function everythingKept(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

describe('the secrets of the settings', { timeout: 300_000 }, () => {
  it.each<'error' | 'answer'>(['error', 'answer'])(
    'are neither printed nor logged nor kept, whatever a model’s or Slack’s server gives back in its %s',
    async (way) => {
      const index = aTemporaryFolder();
      const echo = await anEcho(way);
      const settings = {
        ...SECRETS,
        MODEL: 'openai:some-model',
        MODEL_BASE_URL: `${echo}/v1`,
        SLACK_API_URL: `${await anEcho('error')}/api/`,
        MODEL_JUDGE: 'on',
        QUERY_WRITING: 'model',
      };
      const ended = [];
      for (const args of [
        ['ingest', PDF],
        ['ask', '2020年第三季度亚马逊云的市占率是多少？'],
        ['ask', '--json', `微软呢？${SECRETS.LINK_SECRET}`],
        ['doctor'],
      ]) {
        ended.push(await runFootnoteWith(settings, index, ...args));
      }
      const started = startFootnoteWith(settings, index, 'start');
      let said = '';
      for (const stream of [started.stdout, started.stderr]) stream?.on('data', (data) => (said += String(data)));
      const closed = once(started, 'close');
      while (started.exitCode === null && !/Ask page +(\S+)/u.test(said))
        await Promise.race([closed, once(started.stdout ?? started, 'data')]);
      const url = /Ask page +(\S+)/u.exec(said)?.[1];
      if (url !== undefined)
        ended.push({
          status: 0,
          stdout: await (await fetch(`${url}/?q=${encodeURIComponent('亚马逊云的市占率是多少？')}`)).text(),
          stderr: '',
        });
      started.kill('SIGTERM');
      await closed;
      const printed = [...ended.flatMap(({ stdout, stderr }) => [stdout, stderr]), said];
      expect([printed.flatMap(secretsIn), secretsIn(everythingKept(index))]).toEqual([[], []]);
      expect(printed.join('\n')).toContain('[secret]');
    },
  );
});
