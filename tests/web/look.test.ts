import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../src/web/session-cookie.ts';
import { aWebServer, EDITOR } from '../support/web.ts';

describe('how pages look', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  beforeEach(async () => {
    web = await aWebServer();
  });
  afterEach(() => web.close());

  const get = async (path: string, cookie = '') => {
    const headers = { cookie, 'Accept-Language': 'zh-CN' };
    return (await fetch(web.url + path, { headers })).text();
  };
  const choose = (fields: Record<string, string>) =>
    fetch(`${web.url}/look`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  it('is as the browser says until something else is chosen, and then that', async () => {
    const chosen = [
      await choose({ language: 'en', back: '/summary?q=a' }),
      await choose({ theme: 'dark', back: '/check' }),
    ];
    const cookies = chosen.map(({ headers }) => headers.getSetCookie()[0]?.split(';', 1).join('') ?? '');
    const [before, after] = [await get('/'), await get('/', cookies.join('; '))];
    expect([
      chosen.map(({ status, headers }) => [status, headers.get('location')]),
      cookies,
      before.includes('<html lang="zh-CN">'),
      after.includes('<html data-theme="dark" lang="en">'),
      /value="dark" aria-pressed="true">dark</u.test(after),
    ]).toEqual([
      [
        [303, '/summary?q=a'],
        [303, '/check'],
      ],
      ['footnote_language=en', 'footnote_theme=dark'],
      true,
      true,
      true,
    ]);
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', String.raw`/\elsewhere`, ''])(
    'comes back to these pages only, not to %j',
    async (back) => {
      expect((await choose({ theme: 'light', back })).headers.get('location')).toBe('/');
    },
  );

  it('keeps nothing that is no choice', async () => {
    const response = await choose({ language: 'tlh', theme: '"><script>', back: '/' });
    expect([response.status, response.headers.getSetCookie()]).toEqual([303, []]);
  });

  it('has the way to their work for editors alone', async () => {
    const signedIn = await web.access.signIn(web.access.signInLink(EDITOR)?.split('/').at(-1) ?? '');
    const cookie = signedIn.outcome === 'signed_in' ? `${SESSION_COOKIE}=${signedIn.cookie}` : '';
    const [editor, other] = [await get('/', cookie), await get('/')];
    expect([editor, other].map((page) => page.includes('<a href="/review">'))).toEqual([true, false]);
  });

  it('leaves no mark of its making on any page, and nothing a report says is taken for one', async () => {
    const pages = await Promise.all(['/', '/nowhere', '/?q=<!--look-->', '/check'].map((path) => get(path)));
    expect(pages.map((page) => [page.includes('<!--'), page.match(/<footer>/gu)?.length])).toEqual(
      pages.map(() => [false, 1]),
    );
  });
});
