import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDraft, aVerifiedAnswer } from '../support/builders.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { aWebServer } from '../support/web.ts';

const chromium = findChromium();

describe.runIf(chromium !== undefined)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  let web: Awaited<ReturnType<typeof aWebServer>>;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    web = await aWebServer();
    page = await browser.newPage({ locale: 'zh-CN' });
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    web.close();
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  });

  /**
   * Opens a page whose field takes what is typed: the browser gives it the focus a moment after the page has loaded.
   */
  async function opensToType(path: string): Promise<void> {
    await page.goto(`${web.url}${path}`);
    await page.waitForSelector('main :focus');
  }

  async function ask(): Promise<void> {
    await opensToType('/');
    await page.keyboard.type('亚马逊云的市占率？');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.answer');
  }

  it('is asked, read and followed to the marked quote with the keyboard alone', async () => {
    await ask();
    await page.locator('#mark-1').focus();
    await page.keyboard.press('Enter');
    await page.locator('#source-1 a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/pages\/2/u);
    const box = await page.locator('#quote').boundingBox();
    const height = page.viewportSize()?.height ?? 0;
    expect(await page.locator('#quote').textContent()).toBe('亚马逊云的市占率为32%。');
    expect((box?.y ?? -1) >= 0 && (box?.y ?? height) < height).toBe(true);
  });

  it('shows each sentence as it is proved, and then the whole answer under its own address', async () => {
    const whole = Promise.withResolvers<void>();
    web.close();
    web = await aWebServer({
      async answerQuestion(question, { onClaim }) {
        onClaim?.({ text: '亚马逊云的市占率为32%。', quotes: [], degree: 'compared' });
        await whole.promise;
        return aVerifiedAnswer({
          question,
          draft: aDraft('亚马逊云的市占率为32%。'),
          passages: [web.stored.passage],
        });
      },
    });
    await ask();
    await page.waitForSelector('.answer .claim');
    const growing = await page.locator('.answer').textContent();
    whole.resolve();
    await page.waitForSelector('#source-1');
    expect([growing, new URL(page.url()).pathname, await page.title()]).toEqual([
      '正在查找报告……亚马逊云的市占率为32%。 ≈',
      expect.stringMatching(/^\/answers\/[\da-f]{16}$/u),
      '亚马逊云的市占率？ · Footnote',
    ]);
    await page.goBack();
    await page.waitForSelector('h2');
    expect(await page.locator('#q').inputValue()).toBe('');
  });

  it('is asked further below the answer, with what was said before above it', async () => {
    await ask();
    await page.locator('#q').fill('微软的市占率？');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h2.asked a');
    expect([
      await page.locator('h2.asked').textContent(),
      await page.locator('#asked').textContent(),
      await page.evaluate('document.activeElement.id'),
      await page.locator('#live').textContent(),
    ]).toEqual(['亚马逊云的市占率？', '微软的市占率？', 'asked', '回答好了。']);
  });

  it('stops an answer that is not there yet, and keeps the question to be changed', async () => {
    const ended = Promise.withResolvers<void>();
    web.close();
    web = await aWebServer({
      answerQuestion: (_question, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => (ended.resolve(), reject(new Error('stopped')))),
        ),
    });
    await opensToType('/');
    await page.keyboard.type('亚马逊云的市占率？');
    await page.keyboard.press('Enter');
    await page.locator('.growing button').click();
    await ended.promise;
    expect([
      (await page.locator('.notice').textContent())?.includes('已停止'),
      await page.locator('#q').inputValue(),
      await page.evaluate('document.activeElement.id'),
      await page.locator('.growing').count(),
    ]).toEqual([true, '亚马逊云的市占率？', 'q', 0]);
  });

  it('takes a question that is too long for an address, and stands it above its answer', async () => {
    const question = '亚马逊云的市占率？'.padEnd(1800, '请说明依据。');
    await page.goto(web.url);
    await page.locator('#q').fill(question);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#source-1');
    expect(await page.locator('#asked').textContent()).toBe(question);
  });

  it('answers without its script, too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(web.url);
    await plain.locator('#q').fill('亚马逊云的市占率？');
    await plain.keyboard.press('Enter');
    await plain.waitForSelector('#source-1');
    expect(await plain.locator('#asked').textContent()).toBe('亚马逊云的市占率？');
    await context.close();
  });

  it('is asked for a summary with the keyboard alone, and followed from a point to its marked place', async () => {
    await opensToType('/summary');
    await page.keyboard.type('云市场概览');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.points');
    await page.locator('.points .place').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/pages\/2/u);
    expect(await page.locator('#quote').textContent()).toBe('亚马逊云的市占率为32%。');
  });

  it('turns pages with the arrow keys, and not while someone types', async () => {
    await page.goto(`${web.url}/reports/${web.stored.report.id}/pages/2`);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/pages\/3/u);
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/pages\/2/u);
    expect(await page.locator('h1').textContent()).toContain('第 8 页');
  });

  it('runs nothing that a report says', async () => {
    await page.goto(`${web.url}/reports/${web.stored.report.id}/pages/2`);
    expect([await page.title(), await page.locator('article').textContent()]).toEqual([
      '云市场月报 · 第 8 页',
      expect.stringContaining('<script>document.title = "pwned"</script>'),
    ]);
  });

  it.each([
    '/',
    '/?q=%E5%B8%82%E5%8D%A0%E7%8E%87',
    '/summary',
    '/summary?q=%E6%A6%82%E8%A7%88',
    'SOURCE',
    '/reports/unknown',
  ])('needs no sideways scrolling at 400 px: %s', async (path) => {
    await page.setViewportSize({ width: 400, height: 800 });
    if (path === '/reports/unknown') page.on('console', () => complaints.pop());
    await page.goto(web.url + (path === 'SOURCE' ? `/reports/${web.stored.report.id}/pages/2?quote=60-80` : path));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
  });

  it.each(['light', 'dark'] as const)(
    'can be read in %s mode: text, links and the mark stand out enough',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(
        `${web.url}/reports/${web.stored.report.id}/pages/2?quote=${web.stored.text.indexOf('亚马逊')}-` +
          `${web.stored.text.indexOf('亚马逊') + 8}`,
      );
      const contrasts = await Promise.all(
        ['article p', 'mark', '.crumbs a', '.meta'].map((selector) => contrastOf(page, selector)),
      );
      expect(contrasts.filter((contrast) => contrast < 4.5)).toEqual([]);
    },
  );

  it('is dark where the person wants it dark', async () => {
    await page.goto(web.url);
    const background = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
  });
});

/** Contrast of an element's text with what is behind it, after WCAG 2.2. */
async function contrastOf(page: Page, selector: string): Promise<number> {
  const [ink, paper] = await page
    .locator(selector)
    .first()
    .evaluate<[string, string], HTMLElement>((element) => {
      let behind: typeof element | null = element;
      while (behind?.parentElement && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)')
        behind = behind.parentElement;
      return [getComputedStyle(element).color, getComputedStyle(behind ?? element).backgroundColor];
    });
  const [a, b] = [luminance(ink), luminance(paper)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/gu) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
