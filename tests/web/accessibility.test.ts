import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { aWebServer, EDITOR, someFigures } from '../support/web.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What axe finds, as the rule and the first element of each. */
const FIND = 'axe.run().then(({violations}) => violations.map(({id, nodes}) => id + ": " + nodes[0].html))';

describe.runIf(chromium !== undefined)('every page, by axe', () => {
  let browser: Browser;
  let web: Awaited<ReturnType<typeof aWebServer>>;
  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
    web = await aWebServer({
      examples: () => Promise.resolve(['亚马逊云的市占率？']),
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
    'summary form': '/summary',
    summary: `/summary?q=${encodeURIComponent('云市场概览')}`,
    figures: `/figures?q=${encodeURIComponent('市占率')}`,
    'check form': '/check',
    'nothing there': '/answers/nothing',
    'sign-in': web.access.signInLink(EDITOR) ?? '',
  });

  it.each([
    ['light', 1280],
    ['dark', 400],
  ] as const)('has nothing that keeps people out, %s and %i px wide', async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    const found: Record<string, unknown> = {};
    for (const [name, path] of Object.entries(pages())) {
      await page.goto(web.url + path);
      await page.evaluate(axe);
      found[name] = await page.evaluate(FIND);
    }
    await context.close();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  });
});
