import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aKeptAnswer } from '../support/builders.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { aWebServer, EDITOR } from '../support/web.ts';

const chromium = findChromium();
const SCREEN = { width: 1280, height: 800 };

describe.runIf(chromium !== undefined)('the review page in a browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let web: Awaited<ReturnType<typeof aWebServer>>;

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    web = await aWebServer();
    const { report, text } = web.stored;
    const quoteOf = (words: string) => ({
      reportId: report.id,
      reportTitle: report.title,
      path: ['云市场概览'],
      place: { kind: 'page' as const, number: 2, label: '8' },
      span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
      text: words,
    });
    const others = (aKeptAnswer().claims[0]?.citations ?? []).map(({ quote }) => ({
      ...quote,
      reportId: 'other',
      reportTitle: '另一份报告',
    }));
    const recorded = [
      { text: '微软为19%。', quotes: [quoteOf('微软的市占率为')] },
      { text: '别处的句子。', quotes: others.slice(0, 1) },
      { text: '亚马逊云为32%。', quotes: [quoteOf('亚马逊云的市占率为32%。')] },
    ];
    for (const claim of recorded)
      await web.review.recordAnswer({
        question: `${claim.text}？`,
        claims: [claim],
        asker: 'web',
        place: { kind: 'web' },
      });
    context = await browser.newContext({ viewport: SCREEN, locale: 'en-US' });
    page = await context.newPage();
    await page.goto(web.url + (web.access.signInLink(EDITOR) ?? ''));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/review$/u);
  });
  afterEach(async () => {
    await context.close();
    web.close();
  });

  const claim = () => page.locator('.claim').textContent();

  it('has its verdicts above the fold, with what they are about', async () => {
    const bottoms = await Promise.all(
      ['.verdict blockquote', '.buttons button:last-child', '#note'].map(async (wanted) => {
        const box = await page.locator(wanted).boundingBox();
        return (box?.y ?? Infinity) + (box?.height ?? 0);
      }),
    );
    expect(bottoms.filter((bottom) => bottom > SCREEN.height)).toEqual([]);
  });

  it('keeps citations of one report together, in the order in which they stand there', async () => {
    expect(await page.locator('.verdict h3, .queue a').allTextContents()).toEqual([
      '云市场月报 2',
      '亚马逊云为32%。',
      '微软为19%。',
      '另一份报告 1',
      '别处的句子。',
    ]);
    const first = await claim();
    await page.keyboard.press('j');
    await page.waitForURL(/at=/u);
    const second = await claim();
    await page.keyboard.press('1');
    await page.waitForURL(/given=verified/u);
    expect([first, second, await claim()]).toEqual(['亚马逊云为32%。', '微软为19%。', '别处的句子。']);
  });

  it('lets go of keys of one letter while they are switched off, also on the next page', async () => {
    await page.getByRole('button', { name: 'Keys off' }).click();
    await page.keyboard.press('1');
    await page.keyboard.press('j');
    await page.reload();
    const off = [await claim(), await page.locator('kbd').first().isVisible(), page.url().endsWith('/review')];
    await page.getByRole('button', { name: 'Keys on' }).click();
    await page.keyboard.press('j');
    await page.waitForURL(/at=/u);
    expect([off, await claim()]).toEqual([['亚马逊云为32%。', false, true], '微软为19%。']);
  });

  it('leads to the verdicts in figures', async () => {
    await page.keyboard.press('3');
    await page.waitForURL(/given=wrong_page/u);
    await page.getByRole('link', { name: 'Verdicts in figures' }).click();
    await page.waitForURL(/\/review\/figures$/u);
    expect(await page.locator('tbody tr').allTextContents()).toEqual([
      'All0010',
      'Share0 %0 %100 %0 %',
      '云市场月报0010',
    ]);
  });

  it('needs no sideways scrolling at 400 px', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    const widths: unknown[] = [];
    for (const path of ['/review', '/review/figures', '/admin']) {
      await page.goto(web.url + path);
      widths.push(await page.evaluate('document.documentElement.scrollWidth'));
    }
    expect(widths).toEqual([400, 400, 400]);
  });
});
