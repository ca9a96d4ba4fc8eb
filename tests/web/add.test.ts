import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../src/web/session-cookie.ts';
import type { AddedFile, SentFile } from '../../src/web/visit.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { aWebServer, EDITOR } from '../support/web.ts';

const chromium = findChromium();

describe('the page to add reports', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  let added: SentFile[];
  beforeEach(async () => {
    added = [];
    web = await aWebServer({
      adding: {
        extensions: ['.pdf', '.txt'],
        add(file): Promise<AddedFile> {
          added.push(file);
          if (file.name.endsWith('.exe')) return Promise.resolve({ outcome: 'refused', reason: 'no <report>' });
          return Promise.resolve({ outcome: 'added', id: 'r1', title: `《${file.name}》` });
        },
      },
    });
  });
  afterEach(() => web.close());

  async function anEditor(): Promise<{ cookie: string; token: string }> {
    const signedIn = await web.access.signIn(web.access.signInLink(EDITOR)?.split('/').at(-1) ?? '');
    const value = signedIn.outcome === 'signed_in' ? signedIn.cookie : '';
    const session = await web.access.sessionOf(value);
    return { cookie: `${SESSION_COOKIE}=${value}`, token: session?.formToken ?? '' };
  }
  async function send(cookie: string, fields: Record<string, string>, ...files: [string, string][]) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    for (const [name, text] of files) body.append('file', new Blob([text]), name);
    const response = await fetch(`${web.url}/add`, {
      method: 'POST',
      headers: { cookie, 'Accept-Language': 'en' },
      body,
    });
    return { status: response.status, body: await response.text() };
  }

  it('takes the files of an editor, and says of each what became of it', async () => {
    const { cookie, token } = await anEditor();
    const { status, body } = await send(cookie, { token }, ['甲.txt', '甲为32%。'], ['b.exe', 'MZ']);
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    expect([status, added.map(({ name, bytes }) => [name, text(bytes)])]).toEqual([
      200,
      [
        ['甲.txt', '甲为32%。'],
        ['b.exe', 'MZ'],
      ],
    ]);
    expect([
      body.includes('<p><a href="/reports/r1">《甲.txt》</a> <span class="meta">added</span></p>'),
      body.includes('<b>b.exe</b>: not added. no &lt;report&gt;'),
    ]).toEqual([true, true]);
  });

  it('tells of each file as it is read, to whoever can show that', async () => {
    const { cookie, token } = await anEditor();
    const { body } = await send(cookie, { token, stream: '1' }, ['a.txt', 'a'], ['b.txt', 'b']);
    const lines = body.trimEnd().split('\n');
    expect(lines.map((line) => /Reading|added|<!doctype/u.exec(line)?.[0])).toEqual([
      'Reading',
      'added',
      'Reading',
      'added',
      '<!doctype',
    ]);
  });

  it('is for editors alone, by their own form, with a file', async () => {
    const { cookie, token } = await anEditor();
    const asked = await fetch(`${web.url}/add`);
    const replies = [
      await send('', { token }, ['a.txt', 'a']),
      await send(cookie, { token: 'another' }, ['a.txt', 'a']),
      await send(cookie, { token }),
    ];
    expect([asked.status, ...replies.map(({ status }) => status), added]).toEqual([403, 403, 403, 400, []]);
  });

  it('refuses more than it takes at once, and what is no form', async () => {
    const { cookie, token } = await anEditor();
    const large = await send(cookie, { token }, ['a.txt', 'a'.repeat(64 * 1024 * 1024 + 1)]);
    const headers = { cookie, 'Content-Type': 'multipart/form-data; boundary=x' };
    const broken = await fetch(`${web.url}/add`, { method: 'POST', headers, body: 'nothing' });
    expect([large.status, broken.status, added]).toEqual([413, 400, []]);
  });

  it.runIf(chromium !== undefined)(
    'adds in a browser what is chosen or dropped, without leaving the page',
    async () => {
      const { cookie } = await anEditor();
      const browser = await launchBrowser(chromium ?? '');
      const context = await browser.newContext({ locale: 'zh-CN' });
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: web.url }]);
      const page = await context.newPage();
      await page.goto(`${web.url}/add`);
      await page.setInputFiles('#file', [{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('甲为1%。') }]);
      await page.locator('form.add button').click();
      await page.waitForSelector('.added a');
      const chosen = await page.locator('.added').textContent();
      const dropped =
        '(() => { const all = new DataTransfer(); all.items.add(new File(["2%"], "b.txt")); return all; })()';
      await page.dispatchEvent('form.add', 'drop', { dataTransfer: await page.evaluateHandle(dropped) });
      await page.locator('.added a', { hasText: 'b.txt' }).waitFor();
      await browser.close();
      expect([chosen, added.map((file) => file.name)]).toEqual(['《a.txt》 已加入', ['a.txt', 'b.txt']]);
    },
  );
});
