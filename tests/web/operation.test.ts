import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/adapters/telemetry/metrics.ts';
import type { ServerSteps } from '../../src/web/visit.ts';
import { aWebServer } from '../support/web.ts';

const TOKEN = 'sixteen-letters-1';

describe('the server, for whoever runs it', () => {
  let web: Awaited<ReturnType<typeof aWebServer>> | undefined;
  afterEach(() => web?.close());

  async function serving(operation: Partial<ServerSteps['operation']> = {}) {
    const metrics = createMetrics({
      backlog: () => Promise.resolve({ waiting: 3, working: 1, oldestMs: 2500 }),
      threads: () => ({ answers: { waiting: 2, running: 1 }, changes: { waiting: 0, running: 0 } }),
      library: () => Promise.resolve({ reports: 4, chunks: 90 }),
    });
    web = await aWebServer({
      note: metrics.note,
      operation: { checks: () => Promise.resolve({ library: true }), metrics: metrics.read, ...operation },
    });
    const { url } = web;
    return async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(url + path, { headers });
      return { status: response.status, text: await response.text(), type: response.headers.get('Content-Type') };
    };
  }

  it('says that it lives, and whether what it needs is there', async () => {
    const get = await serving();
    expect([await get('/healthz'), await get('/readyz')]).toEqual([
      { status: 200, text: 'ok\n', type: 'text/plain; charset=utf-8' },
      { status: 200, text: '{"ready":true,"checks":{"library":true}}\n', type: 'application/json' },
    ]);
  });

  it('is not ready while something is missing', async () => {
    const get = await serving({ checks: () => Promise.resolve({ library: true, threads: false }) });
    expect(await get('/readyz')).toEqual({
      status: 503,
      text: '{"ready":false,"checks":{"library":true,"threads":false}}\n',
      type: 'application/json',
    });
  });

  it('counts pages by route and never by address', async () => {
    const get = await serving();
    for (const path of ['/?q=the-secret-plan', '/reports/r1/pages/2', '/s/token.of.a.link', '/nothing-like-this'])
      await get(path);
    const { text, type } = await get('/metrics');
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/u);
    const routes = [
      ...text.matchAll(/^footnote_http_request_seconds_count\{route="([^"]+)",status="(\d+)"\} (\d+)$/gmu),
    ];
    expect(routes.map(([, ...values]) => values)).toEqual([
      ['ask', '303', '1'],
      ['answers', '200', '1'],
      ['reports', '404', '1'],
      ['s', '403', '1'],
      ['other', '404', '1'],
    ]);
    expect([text.includes('secret'), text.includes('token.of'), text.includes('nothing-like')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'footnote_inbox{state="waiting"} 3',
        'footnote_inbox_oldest_seconds 2.5',
        'footnote_threads{threads="answers",state="waiting"} 2',
        'footnote_library{what="passages"} 90',
      ]),
    );
  });

  it('the metrics are for this machine: nobody behind a proxy on it reads them', async () => {
    const get = await serving();
    const asked = [{}, { 'X-Forwarded-For': '203.0.113.7' }, { Via: '1.1 proxy' }, { Forwarded: 'for=203.0.113.7' }];
    expect(await Promise.all(asked.map(async (headers) => (await get('/metrics', headers)).status))).toEqual([
      200, 403, 403, 403,
    ]);
  });

  it('with a token, they are for whoever brings it, and for nobody else', async () => {
    const get = await serving({ metricsToken: TOKEN });
    const asked = ['', `Bearer ${TOKEN}`, `Bearer ${TOKEN}x`, TOKEN];
    const statuses = asked.map(
      async (value) => (await get('/metrics', value === '' ? {} : { Authorization: value })).status,
    );
    expect(await Promise.all(statuses)).toEqual([401, 200, 401, 401]);
  });

  it('nothing but reading is done there', async () => {
    await serving();
    const response = await fetch(`${web?.url}/metrics`, { method: 'POST' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});
