import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { countVerdicts } from '../../src/review/count-verdicts.ts';
import { countUsage } from '../../src/usage/count-usage.ts';
import { aQuestionAsked } from '../support/builders.ts';
import { aWebServer, EDITOR, someFigures, SOUND } from '../support/web.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What axe finds, as the rule and the first element of each. */
const FIND = 'axe.run().then(({violations}) => violations.map(({id, nodes}) => id + ": " + nodes[0].html))';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const ASKED = {
  ...aQuestionAsked({ question: '光大银行的不良率？', outcome: 'not_found', missing: ['光大银行'] }),
  at: '2026-02-28T00:00:00.000Z',
};

describe.runIf(chromium !== undefined)('every page, by axe', () => {
  let browser: Browser;
  let web: Awaited<ReturnType<typeof aWebServer>>;
  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
    web = await aWebServer({
      examples: () => Promise.resolve(['亚马逊云的市占率？']),
      admin: {
        usage: (days) => Promise.resolve(countUsage({ questions: [ASKED], ratings: [], tokens: [] }, NOW, days)),
        health: () => Promise.resolve(SOUND),
        verdicts: async () => countVerdicts(await web.review.log()),
      },
      overview: () =>
        Promise.resolve({ questions: ['微软呢？'], figures: someFigures({ text: '' }, web.stored).facts }),
    });
  });
  afterAll(async () => {
    await browser.close();
    web.close();
  });

  const pages = (): Record<string, string> => ({
    start: '/',
    answer: `/?q=${encodeURIComponent('亚马逊云的市占率？')}`,
    'question to be changed': '/?q=',
    history: '/history',
    'report at a glance': `/reports/${web.stored.report.id}`,
    'page of a report': `/reports/${web.stored.report.id}/pages/2?quote=60-80&find=微软`,
    search: `/search?q=${encodeURIComponent('市占率')}`,
    'summary form': '/summary',
    summary: `/summary?q=${encodeURIComponent('云市场概览')}`,
    figures: `/figures?q=${encodeURIComponent('市占率')}`,
    'check form': '/check',
    'nothing there': '/answers/nothing',
    'sign-in': web.access.signInLink(EDITOR) ?? '',
  });

  const looks = [
    ['light', 1280],
    ['dark', 400],
  ] as const;

  async function findIn(page: Page, paths: Record<string, string>): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(web.url + path);
      await page.evaluate(axe);
      found[name] = await page.evaluate(FIND);
    }
    return found;
  }

  const nothing = (paths: Record<string, string>) => Object.fromEntries(Object.keys(paths).map((name) => [name, []]));

  it.each(looks)('has nothing that keeps people out, %s and %i px wide', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const found = await findIn(await context.newPage(), pages());
    await context.close();
    expect(found).toEqual(nothing(pages()));
  });

  it.each(looks)('has nothing that keeps editors out, %s and %i px wide', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${web.url}/?q=${encodeURIComponent('亚马逊云的市占率？')}`);
    await page.goto(web.url + (web.access.signInLink(EDITOR) ?? ''));
    await page.locator('form.give button').click();
    await page.waitForURL(/\/review$/u);
    const [waiting] = await web.review.queue(1);
    const verdict = {
      citationId: waiting?.citation.id ?? '',
      verdict: 'wrong_page' as const,
      note: '',
      editor: EDITOR,
    };
    await web.review.giveVerdict({ ...verdict, seen: waiting?.citation.entry ?? 0 });
    const paths = { review: '/review', verdicts: '/review/figures', use: '/admin' };
    const found = await findIn(page, paths);
    await context.close();
    expect(found).toEqual(nothing(paths));
  });
});
