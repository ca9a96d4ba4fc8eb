import { prove } from '../support/prove.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/answer.ts';
import { OverloadError } from '../../src/domain/errors.ts';
import type { SummaryRequest } from '../../src/domain/summary.ts';
import { verifySummary } from '../../src/verify/verify-summary.ts';
import { escapeHtml } from '../../src/web/html.ts';
import { markedParagraphs } from '../../src/web/marked-paragraphs.ts';
import { aDraft, aVerifiedAnswer } from '../support/builders.ts';
import { aWebServer } from '../support/web.ts';

describe('the web pages', () => {
  let web: Awaited<ReturnType<typeof aWebServer>>;
  /** An answer of the report that there is. */
  const answerTo = (question: Question) =>
    aVerifiedAnswer({ question, draft: aDraft('亚马逊云的市占率为32%。'), passages: [web.stored.passage] });
  beforeEach(async () => {
    web = await aWebServer();
  });
  afterEach(() => web.close());

  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(web.url + path, init);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };

  it('lists the reports and takes a question in the language of the browser', async () => {
    const { body } = await get('/', { headers: { 'Accept-Language': 'zh-CN,zh;q=0.9' } });
    expect([
      body.includes('<html lang="zh-CN">'),
      body.includes('云市场月报'),
      body.includes('<label for="q">您的问题</label>'),
    ]).toEqual([true, true, true]);
    expect((await get('/', { headers: { 'Accept-Language': 'en' } })).body).toContain('Your question');
  });

  it('answers with numbered marks that lead to citations that lead to the marked page', async () => {
    const { body } = await get(`/?q=${encodeURIComponent('亚马逊云的市占率？')}`);
    const mark = /href="#(source-1)"/u.exec(body)?.[1];
    const link = /id="source-1"><a href="([^"]+)#quote"/u.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const page = await get(link);
    expect([mark, link.startsWith(`/reports/${web.stored.report.id}/pages/2?quote=`)]).toEqual(['source-1', true]);
    expect(page.body).toContain('<mark id="quote" tabindex="-1">亚马逊云的市占率为32%。</mark>');
    expect(page.body).toContain('<h1>第 8 页');
  });

  it('shows the part of a quote that is on the page, and where it goes on', async () => {
    const { start, end } = web.stored.passage.chunk.span;
    const from = web.stored.text.indexOf('微软');
    const second = await get(`/reports/${web.stored.report.id}/pages/2?quote=${from}-${end}`);
    const third = await get(`/reports/${web.stored.report.id}/pages/3?quote=${from}-${end}`);
    expect(start).toBeLessThan(from);
    expect([
      second.body.includes('<mark id="quote" tabindex="-1">微软的市占率为</mark>'),
      second.body.includes('引文在下一页继续'),
    ]).toEqual([true, true]);
    expect([
      third.body.includes('<mark id="quote" tabindex="-1">19%，谷歌为7%。</mark>'),
      third.body.includes('引文始于上一页'),
    ]).toEqual([true, true]);
  });

  it('says what is missing, and marks nothing that is out of range', async () => {
    const { id } = web.stored.report;
    const paths = [
      '/nowhere',
      '/reports/unknown',
      `/reports/${id}/pages/99`,
      `/reports/${id}/pages/1?quote=5-999999`,
      `/reports/${id}`,
    ];
    const replies = await Promise.all(paths.map((path) => get(path)));
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 200, 200]);
    expect(replies[3]?.body).not.toContain('<mark');
  });

  it('gives the sentences as they come, and then the page, to whoever can show that', async () => {
    web.close();
    web = await aWebServer({
      answerQuestion: (question, { onClaim }) => {
        onClaim?.({ text: '甲 <b>占32%</b>。', quotes: [], degree: 'compared' });
        return Promise.resolve(answerTo(question));
      },
    });
    const { headers, body } = await get(`/?q=${encodeURIComponent('亚马逊云的市占率？')}&stream=1`);
    const lines = body
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect([headers.get('content-type'), lines]).toEqual([
      'application/x-ndjson; charset=utf-8',
      [
        { part: '<p class="meta">正在查找报告……</p>' },
        {
          part: '<p class="claim">甲 &lt;b&gt;占32%&lt;/b&gt;。 <abbr class="degree" title="已与原文比对">≈</abbr></p>',
        },
        {
          page: expect.stringContaining('<section class="answer"'),
          address: expect.stringMatching(/^\/answers\/[\da-f]{16}$/u),
        },
      ],
    ]);
  });

  it('ends the work when the visitor leaves', async () => {
    web.close();
    const ended = Promise.withResolvers<unknown>();
    web = await aWebServer({
      answerQuestion: (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => (ended.resolve(signal.reason), reject(new Error('left')))),
        ),
    });
    const leaving = new AbortController();
    const left = get('/?q=who', { signal: leaving.signal }).catch(() => 'left');
    setTimeout(() => leaving.abort(), 50);
    expect([await left, await ended.promise, web.log]).toEqual(['left', new Error('the visitor has gone'), []]);
  });

  it('refuses an empty question, one that is too long, and other methods, with a sentence', async () => {
    const replies = await Promise.all([
      get('/?q=%20'),
      get(`/?q=${'a'.repeat(2001)}`),
      get('/', { method: 'POST', body: new URLSearchParams() }),
      get(`/reports/${web.stored.report.id}`, { method: 'DELETE' }),
      get('/flag'),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 405, 405]);
    expect([
      replies[0]?.body.includes('Please write your question first.'),
      replies[3]?.headers.get('allow'),
      replies[3]?.body.includes('does not take requests of that kind'),
    ]).toEqual([true, 'GET, HEAD', true]);
  });

  it('is asked by the form as by an address: a question of 2,000 Chinese characters goes either way', async () => {
    const question = '亚马逊云的市占率是多少呢，'.repeat(200).slice(0, 1999);
    const [byForm, byAddress] = [
      await get('/', { method: 'POST', body: new URLSearchParams({ q: question }) }),
      await get(`/?q=${encodeURIComponent(question)}`),
    ];
    const summary = await get('/summary', {
      method: 'POST',
      body: new URLSearchParams({ q: '云市场概览', length: 'brief' }),
    });
    expect([
      byForm.status,
      byForm.body.includes('id="source-1"'),
      byAddress.status,
      byAddress.body.includes('id="source-1"'),
    ]).toEqual([200, true, 200, true]);
    expect([summary.status, summary.body.includes('<option value="brief" selected>')]).toEqual([200, true]);
  });

  it('says on every page to ask that there are no reports, and searches nothing', async () => {
    web.close();
    const searched: string[] = [];
    const searching = (what: string) => () => (searched.push(what), Promise.reject(new Error('nothing to search')));
    web = await aWebServer({
      reports: () => Promise.resolve([]),
      answerQuestion: searching('ask'),
      summarize: searching('summary'),
      check: searching('check'),
    });
    const post = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
    const replies = [
      await get('/'),
      await get('/?q=who'),
      await get('/', post({ q: 'who' })),
      await get('/summary'),
      await get('/summary?q=all'),
      await get('/check'),
      await get('/check', post({ draft: 'It grew by 3%.' })),
    ];
    expect(replies.map(({ status, body }) => [status, body.includes('The index holds no report yet')])).toEqual(
      replies.map(() => [200, true]),
    );
    expect(searched).toEqual([]);
  });

  it('shows questions that were tried, and none while none is known', async () => {
    const without = await get('/');
    web.close();
    web = await aWebServer({ examples: () => Promise.resolve(['亚马逊云的市占率是多少？']) });
    const { body } = await get('/');
    expect([
      without.body.includes('Questions to try'),
      body.includes(`<a href="/?q=${encodeURIComponent('亚马逊云的市占率是多少？')}">亚马逊云的市占率是多少？</a>`),
    ]).toEqual([false, true]);
  });

  it('sends headers that let nothing foreign in', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the summary page', () => {
  it('shows points with links to their marked places, coverage, a chart and the table of figures', async () => {
    const web = await aWebServer();
    const body = await (await fetch(`${web.url}/summary?q=${encodeURIComponent('云市场概览')}&length=brief`)).text();
    const link =
      /<li>亚马逊云的市占率为32%。 <a class="place" href="([^"]+)#quote">第 8 页/u
        .exec(body)?.[1]
        ?.replaceAll('&amp;', '&') ?? '';
    const page = await (await fetch(web.url + link)).text();
    web.close();
    expect(page).toContain('<mark id="quote" tabindex="-1">亚马逊云的市占率为32%。</mark>');
    expect(body).toContain('2 个要点，取自 4 段中的 2 段；1 张表格未涵盖。');
    expect(body).toContain(
      '<img src="data:image/png;base64,iVBORw==" alt="条形图：市占率。亚马逊云 32%，微软 19%，谷歌 7%">',
    );
    expect(body).toMatch(/<th scope="row">亚马逊云的市占率<\/th><td>32%<\/td>/u);
    expect(body).toContain('<option value="brief" selected>');
  });

  it('offers the sections that fit as links that name each exactly', async () => {
    const asked: SummaryRequest[] = [];
    const web = await aWebServer({
      summarize: (request) => {
        asked.push(request);
        return Promise.resolve(
          verifySummary(
            request,
            {
              outcome: 'which',
              candidates: [
                {
                  reportId: 'r1',
                  reportTitle: '云市场月报',
                  path: ['概览'],
                  span: { start: 5, end: 90 },
                  firstPage: { number: 1, label: '7' },
                  lastPage: { number: 1, label: '7' },
                },
              ],
            },
            prove,
          ),
        );
      },
    });
    const body = await (await fetch(`${web.url}/summary?q=${encodeURIComponent('概览')}`)).text();
    const link = /<li><a href="([^"]+)">概览/u.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await fetch(web.url + link);
    web.close();
    expect(asked).toEqual([
      { text: '概览' },
      { text: '概览', section: { reportId: 'r1', span: { start: 5, end: 90 } } },
    ]);
  });

  it('asks for words when there are none', async () => {
    const web = await aWebServer();
    const response = await fetch(`${web.url}/summary?q=+`, { headers: { 'Accept-Language': 'en' } });
    const body = await response.text();
    web.close();
    expect([response.status, body.includes('Please name what should be summarized')]).toEqual([400, true]);
  });
});

describe('a failure', () => {
  it('is a sentence for the person and a line in the log', async () => {
    const web = await aWebServer({ answerQuestion: () => Promise.reject(new Error('disk on fire')) });
    const response = await fetch(`${web.url}/?q=hello`, { headers: { 'Accept-Language': 'en' } });
    const body = await response.text();
    web.close();
    const id = response.headers.get('x-request-id') ?? '';
    expect([
      response.status,
      body.includes('Something went wrong'),
      body.includes('disk on fire'),
      web.log.join().includes('disk on fire'),
    ]).toEqual([500, true, false, true]);
    expect([id.length, body.includes(id), web.log.map((line) => line.includes(id))]).toEqual([32, true, [true]]);
  });

  it('of too much at once is told apart, by its status too', async () => {
    const web = await aWebServer({
      answerQuestion: () => Promise.reject(new OverloadError('busy', 'the queue is full')),
    });
    const response = await fetch(`${web.url}/?q=hello`, { headers: { 'Accept-Language': 'en' } });
    const body = await response.text();
    web.close();
    expect([response.status, body.includes('Too many people are asking just now')]).toEqual([503, true]);
  });

  it('in the middle of an answer that grows ends in words, too', async () => {
    const web = await aWebServer({
      answerQuestion: (_, { onClaim }) => {
        onClaim?.({ text: 'It grew.', quotes: [], degree: 'compared' });
        return Promise.reject(new Error('disk on fire'));
      },
    });
    const response = await fetch(`${web.url}/?q=hello&stream=1`);
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    web.close();
    expect([response.status, lines.at(-1), web.log.length]).toEqual([
      200,
      { page: expect.stringContaining('Something went wrong') },
      1,
    ]);
  });

  it('to find anything is said plainly, with the nearest quotes', async () => {
    const web = await aWebServer({}, []);
    const body = await (await fetch(`${web.url}/?q=${encodeURIComponent('微软去年呢？')}`)).text();
    web.close();
    expect([
      body.includes('报告里没有找到答案。'),
      body.includes('没有回答；最接近的原文：'),
      body.includes('/pages/1?quote='),
    ]).toEqual([true, true, true]);
  });
});

describe('any text', () => {
  it('means nothing in HTML once it is escaped', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/u);
      }),
    );
  });

  it('keeps every character when a quote is marked in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (text, a, b, c, d) => {
        const range = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const quote = { start: Math.min(c, d), end: Math.max(c, d) };
        const pieces = markedParagraphs(text, range, [{ ...quote, kind: 'quote' }]).flatMap(
          (paragraph) => paragraph.pieces,
        );
        expect(pieces.map((piece) => piece.text).join('')).toBe(
          text.slice(range.start, range.end).replaceAll('\n', ''),
        );
        const marked = text.slice(
          Math.max(range.start, quote.start),
          Math.max(Math.max(range.start, quote.start), Math.min(range.end, quote.end)),
        );
        expect(
          pieces
            .filter((piece) => piece.mark)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(marked.replaceAll('\n', ''));
      }),
    );
  });
});
