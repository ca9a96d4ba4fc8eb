import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/answer.ts';
import { aDraft, aVerifiedAnswer } from '../support/builders.ts';
import { aWebServer } from '../support/web.ts';

const FIRST = '亚马逊云的市占率？';
const NEXT = '微软呢？';

describe('a conversation on the web', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  let asked: Question[];
  beforeEach(async () => {
    asked = [];
    web = await aWebServer({
      answerQuestion(question) {
        asked.push(question);
        const text = question.text === FIRST ? '亚马逊云的市占率为32%。' : '微软的市占率为19%，谷歌为7%。';
        return Promise.resolve(aVerifiedAnswer({ question, draft: aDraft(text), passages: [web.stored.passage] }));
      },
    });
  });
  afterEach(() => web.close());

  /** A browser that keeps its cookie and follows no redirect. */
  function aBrowser() {
    let cookie = '';
    return async (path: string, form?: Record<string, string>) => {
      const response = await fetch(web.url + path, {
        redirect: 'manual',
        headers: { cookie },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      cookie = response.headers.getSetCookie()[0]?.split(';', 1).join('') ?? cookie;
      return {
        status: response.status,
        location: response.headers.get('location') ?? '',
        setCookie: response.headers.getSetCookie(),
        body: await response.text(),
      };
    };
  }
  const idOf = (address: string) => address.slice('/answers/'.length);

  it('gives every answer an address that shows it without asking again', async () => {
    const visit = aBrowser();
    const { status, location } = await visit('/', { q: FIRST });
    const [once, again] = [await visit(location), await visit(location)];
    expect([status, once.status, once.body, asked.length]).toEqual([303, 200, again.body, 1]);
    expect(once.body).toContain(`<h1 class="asked" id="asked" tabindex="-1">${FIRST}</h1>`);
  });

  it('understands a question by those before it, and shows them above its answer', async () => {
    const visit = aBrowser();
    const first = (await visit('/', { q: FIRST })).location;
    const next = (await visit('/', { q: NEXT, after: idOf(first) })).location;
    const { body } = await visit(next);
    expect(asked).toEqual([
      { text: FIRST, earlier: [] },
      { text: NEXT, earlier: [FIRST] },
    ]);
    expect([
      body.includes(`<h2 class="asked"><a href="${first}">${FIRST}</a></h2>`),
      body.includes(`tabindex="-1">${NEXT}</h1>`),
      body.includes(`<input type="hidden" name="after" value="${idOf(next)}">`),
      body.match(/ id="[^"]+"/gu)?.length === new Set(body.match(/ id="[^"]+"/gu)).size,
    ]).toEqual([true, true, true, true]);
  });

  it('lets a question be changed: it follows up what the first one followed up', async () => {
    const visit = aBrowser();
    const first = idOf((await visit('/', { q: FIRST })).location);
    const next = idOf((await visit('/', { q: NEXT, after: first })).location);
    const { body } = await visit(`/?edit=${next}`);
    expect([body.includes(`value="${NEXT}"`), body.includes(`name="after" value="${first}"`)]).toEqual([true, true]);
    await visit('/', { q: '谷歌呢？', after: first });
    expect(asked.at(-1)).toEqual({ text: '谷歌呢？', earlier: [FIRST] });
  });

  it('takes a question after an answer that is none as one without others before it', async () => {
    await aBrowser()('/', { q: FIRST, after: 'nothing' });
    expect(asked).toEqual([{ text: FIRST, earlier: [] }]);
  });

  it('says plainly that there is no such answer', async () => {
    const visit = aBrowser();
    const replies = await Promise.all(
      ['/answers/0123456789abcdef', '/answers/', '/answers/a%2Fb'].map((path) => visit(path)),
    );
    expect(replies.map(({ status, body }) => [status, body.includes('There is no such answer.')])).toEqual([
      [404, true],
      [404, true],
      [404, true],
    ]);
  });

  it('lists a browser’s own questions, the latest first, and nobody else’s, until it clears the list', async () => {
    const [ann, ben] = [aBrowser(), aBrowser()];
    const start = await ann('/');
    const first = await ann('/', { q: FIRST });
    const next = await ann('/', { q: NEXT });
    await ben('/', { q: FIRST });
    const links = async (visit: ReturnType<typeof aBrowser>) =>
      [...(await visit('/history')).body.matchAll(/<li><a href="(\/answers\/[^"]+)">/gu)].map(([, href]) => href);
    const [listed, theirs] = [await links(ann), await links(ben)];
    await ann('/history', {});
    expect([start.setCookie, first.setCookie]).toEqual([
      [],
      [expect.stringMatching(/^footnote_visitor=[\w-]{24}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/u)],
    ]);
    expect([listed, theirs, await links(ann), await links(ben)]).toEqual([
      [next.location, first.location],
      [first.location],
      [],
      [first.location],
    ]);
  });
});
