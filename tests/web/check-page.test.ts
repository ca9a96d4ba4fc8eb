import { afterAll, describe, expect, it } from 'vitest';
import { aWebServer } from '../support/web.ts';

const web = await aWebServer();
afterAll(() => web.close());

function send(draft: string, url = web.url): Promise<Response> {
  return fetch(`${url}/check`, { method: 'POST', body: new URLSearchParams({ draft }) });
}

describe('the check page', () => {
  it('shows an empty form', async () => {
    const page = await (await fetch(`${web.url}/check`)).text();
    expect(page).toContain('<textarea id="draft"');
  });

  it('shows each claim with its verdict, what differs, and the quote linked to its page', async () => {
    const page = await (await send('亚马逊云的市占率为19%。真的吗？')).text();
    expect(page).toContain('✗ 不符');
    expect(page).toContain('<td>19%</td><td>32%</td>');
    expect(page).toContain('<blockquote>亚马逊云的市占率为32%。</blockquote>');
    expect(page).toContain(`/reports/${web.stored.report.id}/pages/2?quote=`);
    expect(page).toContain('<li>真的吗？</li>');
  });

  it('keeps the draft in its box, and obeys nothing in it', async () => {
    const page = await (await send('</textarea><script>alert(1)</script>')).text();
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert');
  });

  it('says what to do when a draft is too long', async () => {
    const long = await aWebServer({
      check: () => Promise.resolve({ outcome: 'too_long', characters: 90_000, limit: 30_000 }),
    });
    const response = await send('很长的稿子。', long.url);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('这份稿子有 90000 个字符，一次最多核对 30000 个'),
    ]);
    long.close();
  });

  it('is closed where pages open by link only', async () => {
    const closed = await aWebServer({ webAccess: 'links' });
    expect((await send('亚马逊云的市占率为19%。', closed.url)).status).toBe(403);
    closed.close();
  });
});
