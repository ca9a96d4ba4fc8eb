import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countVerdicts } from '../../src/review/count-verdicts.ts';
import { countUsage } from '../../src/usage/count-usage.ts';
import { aQuestionAsked } from '../support/builders.ts';
import { aWebServer, EDITOR } from '../support/web.ts';

type Web = Awaited<ReturnType<typeof aWebServer>>;

const NOW = Date.parse('2026-03-01T12:00:00Z');
const VAIN = { question: '光大银行的不良率<b>？', outcome: 'not_found', missing: ['光大银行'] };

describe('the page for administrators', () => {
  let web: Web;
  let asked: number[];
  beforeEach(async () => {
    asked = [];
    const questions = [{ ...aQuestionAsked({ ...VAIN, by: 'T1/U9' }), at: '2026-02-28T00:00:00.000Z' }];
    web = await aWebServer({
      admin: {
        usage(days) {
          asked.push(days);
          return Promise.resolve(countUsage({ questions, ratings: [], tokens: [] }, NOW, days));
        },
        health: () =>
          Promise.resolve({
            reports: 3,
            passages: 1200,
            backlog: { waiting: 2, working: 1, oldestMs: 4200 },
            waitingCitations: 5,
            log: 'changed',
          }),
        verdicts: () => Promise.resolve(countVerdicts([])),
      },
    });
  });
  afterEach(() => web.close());

  async function opens(path: string, language = 'en', editor?: string) {
    const headers = { 'Accept-Language': language };
    if (editor === undefined) return fetch(web.url + path, { headers });
    const signedIn = await fetch(web.url + (web.access.signInLink(editor) ?? ''), {
      method: 'POST',
      redirect: 'manual',
    });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1).join('') ?? '';
    return fetch(web.url + path, { headers: { ...headers, Cookie: cookie } });
  }

  it('shows nothing to whoever is no editor', async () => {
    const reply = await opens('/admin');
    const page = await reply.text();
    expect([
      reply.status,
      page.includes('Only editors see how Footnote is used.'),
      page.includes('光大'),
      asked,
    ]).toEqual([403, true, false, []]);
  });

  it('shows what was not found, what the reports lack, and how it is, and names nobody', async () => {
    const page = await (await opens('/admin', 'en', EDITOR)).text();
    expect([
      page.includes('<td>光大银行的不良率&lt;b&gt;？</td><td class="number">1</td><td>2026-02-28</td>'),
      page.includes('<td>光大银行</td><td class="number">1</td>'),
      page.includes('3 reports, 1,200 passages'),
      page.includes('2 waiting, 1 being answered; the oldest has waited 4.2 s'),
      page.includes('run footnote log verify'),
      page.includes('U9'),
    ]).toEqual([true, true, true, true, true, false]);
  });

  it('counts the days that are chosen, thirty unless one of them is', async () => {
    for (const path of ['/admin?days=7', '/admin?days=8', '/admin']) await opens(path, 'zh', EDITOR);
    expect(asked).toEqual([7, 30, 30]);
  });
});
