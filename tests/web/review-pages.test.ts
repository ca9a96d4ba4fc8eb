import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWebServer, EDITOR } from '../support/web.ts';

type Web = Awaited<ReturnType<typeof aWebServer>>;

const QUESTION = encodeURIComponent('亚马逊云的市占率？');

/** Opens pages as a browser with a cookie does, without following where it is sent. */
function visitor(web: Web, cookie = '') {
  return async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
    const response = await fetch(web.url + path, {
      redirect: 'manual',
      ...init,
      headers: { 'Accept-Language': 'en', ...(cookie === '' ? {} : { Cookie: cookie }), ...headers },
    });
    return {
      status: response.status,
      location: response.headers.get('location'),
      cookie: response.headers.get('set-cookie'),
      type: response.headers.get('content-type'),
      body: await response.text(),
    };
  };
}

async function signedIn(web: Web, editor = EDITOR) {
  const reply = await visitor(web)(web.access.signInLink(editor) ?? '', {});
  return visitor(web, reply.cookie?.split(';', 1).join(''));
}

/** The hidden fields of the verdict form. */
function fieldsOf(body: string): Record<string, string> {
  const form = /<form class="give"[\s\S]*?<\/form>/u.exec(body)?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/name="(\w+)" value="([^"]*)"/gu)].slice(0, 3).map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

describe('a signed link', () => {
  let web: Web;
  beforeEach(async () => {
    web = await aWebServer({ webAccess: 'links' });
  });
  afterEach(() => web.close());

  const linked = () => {
    const { report, text } = web.stored;
    const start = text.indexOf('微软');
    return web.access.linkTo({ reportId: report.id, page: 2, quote: { start, end: text.length } });
  };

  it('opens its page with picture, text and mark, the page on which the quote goes on, and nothing else', async () => {
    const get = visitor(web);
    const link = linked();
    const page = await get(link);
    const others = await Promise.all(
      [`${link}/3`, `${link}/2.png`, `${link}/3.png`, `${link}/1`, `${link}/1.png`].map((path) => get(path)),
    );
    expect([
      page.status,
      page.body.includes('<mark id="quote" tabindex="-1">微软的市占率为</mark>'),
      page.body.includes('<rect class="quote"'),
      page.body.includes('/reports/'),
    ]).toEqual([200, true, true, false]);
    expect(others.map(({ status, type }) => [status, type])).toEqual([
      [200, 'text/html; charset=utf-8'],
      [200, 'image/png'],
      [200, 'image/png'],
      [404, 'text/html; charset=utf-8'],
      [404, 'text/html; charset=utf-8'],
    ]);
    expect([others[0]?.body.includes('19%，谷歌为7%。'), others[0]?.body.includes('rel="next"')]).toEqual([
      true,
      false,
    ]);
  });

  it('that was changed or has expired shows a sentence and nothing of the report', async () => {
    const get = visitor(web);
    const link = linked();
    const changed = await get(`${link.slice(0, -3)}abc`);
    web.clock.now += 31 * 24 * 60 * 60 * 1000;
    const expired = await get(link);
    const picture = await get(`${link}/2.png`);
    expect([
      changed.status,
      changed.body.includes('incomplete or was changed'),
      expired.status,
      expired.body.includes('This link has expired.'),
      picture.status,
    ]).toEqual([403, true, 410, true, 410]);
    expect([changed, expired].filter(({ body }) => body.includes('微软') || body.includes('云市场月报'))).toEqual([]);
  });

  it('is the only way in where pages are closed: every other address says the same, an editor sees all', async () => {
    const { id } = web.stored.report;
    const paths = [
      '/',
      `/?q=${QUESTION}`,
      `/reports/${id}`,
      '/reports/unknown',
      `/reports/${id}/pages/2`,
      `/reports/${id}/pages/2.png`,
      '/nowhere',
    ];
    const [outside, inside] = [visitor(web), await signedIn(web)];
    const closed = await Promise.all(paths.map((path) => outside(path)));
    const open = await Promise.all(paths.map((path) => inside(path)));
    expect([
      closed.map(({ status }) => status),
      new Set(closed.map(({ body }) => body)).size,
      open.map(({ status }) => status),
    ]).toEqual([[403, 403, 403, 403, 403, 403, 403], 1, [200, 303, 200, 404, 200, 200, 404]]);
  });
});

describe('signing in', () => {
  let web: Web;
  beforeEach(async () => {
    web = await aWebServer();
  });
  afterEach(() => web.close());

  it('asks first, then sets a cookie that scripts and other sites do not get', async () => {
    const get = visitor(web);
    const link = web.access.signInLink(EDITOR) ?? '';
    const [asked, done] = [await get(link), await get(link, {})];
    expect([asked.status, asked.cookie, asked.body.includes('Sign in as Ada'), done.status, done.location]).toEqual([
      200,
      null,
      true,
      303,
      '/review',
    ]);
    expect(done.cookie).toMatch(/^footnote_editor=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/u);
  });

  it('needs a link that is whole and not older than an hour', async () => {
    const get = visitor(web);
    const link = web.access.signInLink(EDITOR) ?? '';
    const tampered = await get(`${link}x`, {});
    web.clock.now += 60 * 60 * 1000;
    const expired = await get(link, {});
    expect([
      [tampered.status, tampered.cookie],
      [expired.status, expired.cookie],
    ]).toEqual([
      [403, null],
      [410, null],
    ]);
  });

  it('works once a link, and says so the second time', async () => {
    const get = visitor(web);
    const link = web.access.signInLink(EDITOR) ?? '';
    const first = await get(link, {});
    const [opened, pressed] = [await get(link), await get(link, {})];
    expect([
      first.status,
      opened.status,
      opened.body.includes('was used already'),
      pressed.status,
      pressed.cookie,
    ]).toEqual([303, 410, true, 410, null]);
  });

  it('is ended by signing out, which another site cannot do; whoever has the cookie sees nothing then', async () => {
    const get = await signedIn(web);
    const token = /name="token" value="([^"]+)"/u.exec((await get('/review')).body)?.[1] ?? '';
    const foreign = await get('/sign-out', {});
    const still = await get('/review');
    const own = await get('/sign-out', { token });
    const after = await get('/review');
    expect([foreign.status, still.status, own.status, own.cookie, after.status]).toEqual([
      403,
      200,
      303,
      'footnote_editor=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
      403,
    ]);
  });
});

describe('the review page', () => {
  let web: Web;
  beforeEach(async () => {
    web = await aWebServer();
    await visitor(web)(`/?q=${QUESTION}`);
  });
  afterEach(() => web.close());

  it('and its downloads are for editors only', async () => {
    const get = visitor(web);
    const replies = await Promise.all([
      get('/review'),
      get('/review/log.csv'),
      get('/review/log.json'),
      get('/review', { citation: 'x', verdict: 'verified' }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it('shows what waits with its page, stores a verdict, goes on to the next, and the download has it', async () => {
    const get = await signedIn(web);
    const shown = await get('/review');
    const given = await get('/review', { ...fieldsOf(shown.body), verdict: 'wrong_page', note: '=1+1' });
    const next = await get(given.location ?? '');
    const csv = await get('/review/log.csv');
    expect([
      shown.body.includes('2 waiting'),
      shown.body.includes('<rect class="quote"'),
      given.status,
      next.body.includes('Written down: Wrong page (entry 1 of the log).'),
      next.body.includes('1 waiting'),
    ]).toEqual([true, true, 303, true, true]);
    expect([csv.type, csv.body.includes("Ada,verdict,wrong_page,'=1+1,")]).toEqual(['text/csv; charset=utf-8', true]);
  });

  it('keeps what was written when another was faster, and says so; the same again is no second entry', async () => {
    const [ada, bob] = [await signedIn(web), await signedIn(web, 'Bob')];
    const form = fieldsOf((await ada('/review')).body);
    const bobs = fieldsOf((await bob('/review')).body);
    await ada('/review', { ...form, verdict: 'verified' });
    const late = await bob('/review', { ...bobs, verdict: 'out_of_context', note: 'look at the year' });
    const again = await ada('/review', { ...form, verdict: 'verified' });
    expect([
      late.status,
      late.body.includes('Your verdict is not written down yet'),
      late.body.includes('Reviewed by Ada ·'),
      late.body.includes('>look at the year</textarea>'),
    ]).toEqual([409, true, true, true]);
    expect([
      again.status,
      again.body.includes('nothing was written down twice'),
      (await web.review.log()).length,
    ]).toEqual([200, true, 1]);
  });

  it('takes no form of another site, none without the session’s token, and none that is too large', async () => {
    const get = await signedIn(web);
    const form = fieldsOf((await get('/review')).body);
    const replies = [
      await get('/review', { ...form, verdict: 'verified' }, { Origin: 'https://evil.example' }),
      await get('/review', { ...form, verdict: 'verified' }, { 'Sec-Fetch-Site': 'cross-site' }),
      await get('/review', { ...form, token: 'x', verdict: 'verified' }),
      await get('/review', { ...form, verdict: 'verified', note: 'x'.repeat(40_000) }),
    ];
    expect([replies.map(({ status }) => status), (await web.review.log()).length]).toEqual([[403, 403, 403, 413], 0]);
    expect(replies[3]?.body).toContain('At most 32 KB are taken here at once.');
  });

  it('says of an unknown citation, an unknown verdict and an empty queue what is the matter', async () => {
    const get = await signedIn(web);
    const form = fieldsOf((await get('/review')).body);
    const replies = [await get('/review?at=nothing'), await get('/review', { ...form, verdict: 'splendid' })];
    for (const { citation } of await web.review.queue(9))
      await web.review.giveVerdict({
        citationId: citation.id,
        verdict: 'verified',
        note: '',
        editor: 'Bob',
        seen: citation.entry,
      });
    const empty = await get('/review');
    expect([
      replies.map(({ status }) => status),
      replies[0]?.body.includes('There is no such citation.'),
      empty.body.includes('No citation waits'),
    ]).toEqual([[404, 400], true, true]);
  });

  it('has first what a reader reported, and why; the reader sees that it was taken, and then the verdict', async () => {
    const [reader, editor] = [visitor(web), await signedIn(web)];
    const answer = (await reader(`/?q=${QUESTION}`)).location ?? '';
    const ids = [...(await reader(answer)).body.matchAll(/name="id" value="([^"]+)"/gu)].map((match) => match[1] ?? '');
    const flagged = await reader('/flag', { id: ids[1] ?? '', reason: '数字是旧的' });
    const after = await reader(flagged.location ?? '');
    const shown = await editor('/review');
    await editor('/review', { ...fieldsOf(shown.body), verdict: 'wrong_quote', note: '' });
    const later = await reader(answer);
    expect([
      flagged.status,
      after.body.includes('编辑会优先核对'),
      shown.body.includes('web reports it as wrong: 数字是旧的'),
      later.body.includes('引文有误 · Ada'),
    ]).toEqual([303, true, true, true]);
    expect([(await reader('/flag', { id: 'nothing' })).status, (await reader('/flag', {})).status]).toEqual([404, 404]);
  });
});

describe('the source page', () => {
  it('finds words in the report, lists them with section and page, and marks them in text and picture', async () => {
    const web = await aWebServer();
    const { body } = await visitor(web)(
      `/reports/${web.stored.report.id}/pages/2?find=${encodeURIComponent('市占率')}`,
    );
    const none = await visitor(web)(`/reports/${web.stored.report.id}/pages/2?find=${encodeURIComponent('<b>量子')}`);
    web.close();
    expect([
      body.match(/<mark class="hit">市占率<\/mark>/gu)?.length,
      body.match(/<rect class="hit"/gu)?.length,
      body.match(/<li><a href="[^"]*find=/gu)?.length,
      body.includes('“市占率”：2 处'),
    ]).toEqual([2, 2, 2, true]);
    expect([none.body.includes('“&lt;b&gt;量子”：0 处'), none.body.includes('<b>量子')]).toEqual([true, false]);
  });

  it('shows the text alone when the page cannot be drawn, and the log says why', async () => {
    const web = await aWebServer({ printedPage: () => Promise.reject(new Error('no canvas')) });
    const { status, body } = await visitor(web)(`/reports/${web.stored.report.id}/pages/2`);
    web.close();
    expect([status, body.includes('<figure'), body.includes('亚马逊云的市占率为32%。'), web.log]).toEqual([
      200,
      false,
      true,
      [expect.stringMatching(/^\[[0-9a-f]{32}\] \/reports\/\w+\/pages\/2: no canvas$/u)],
    ]);
  });
});
