// Takes the pictures of the documents from a running Footnote: node docs/images/take-screenshots.ts http://127.0.0.1:3000 SIGN_IN_LINK
// The link is what `footnote editor-link NAME` prints.
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { findChromium, launchBrowser } from '../../tests/support/browser.ts';

const [base = 'http://127.0.0.1:3000', signIn] = process.argv.slice(2);
const folder = fileURLToPath(new URL('.', import.meta.url));
const question = encodeURIComponent('2020年第三季度亚马逊云的市占率是多少？');
const browser = await launchBrowser(findChromium() ?? '');

let state: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;

async function shoot(name: string, path: string, options: { width: number; height: number; dark?: boolean }): Promise<void> {
  const page = await browser.newPage({ viewport: { width: options.width, height: options.height }, locale: 'zh-CN', colorScheme: options.dark ? 'dark' : 'light', ...(state ? { storageState: state } : {}) });
  await page.goto(base + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}

const page = await browser.newPage();
await page.goto(`${base}/?q=${question}`);
const source = (await page.locator('#source-1 a').getAttribute('href')) ?? '/';
await page.close();

await shoot('ask-page', `/?q=${question}`, { width: 860, height: 560 });
await shoot('ask-page-400-dark', `/?q=${question}`, { width: 400, height: 760, dark: true });
await shoot('source-page', source.replace('#quote', ''), { width: 1400, height: 900 });
const check = await browser.newPage({ viewport: { width: 860, height: 900 }, locale: 'zh-CN' });
await check.goto(`${base}/check`);
await check.fill('#draft', '2020年第三季度亚马逊云的市占率为19%。寒武纪的发行价是64.39元。阿里云在火星开设了数据中心。');
await check.locator('main button').click();
await check.locator('.checked').waitFor();
await check.screenshot({ path: `${folder}check-page.png` });
await check.close();
if (signIn !== undefined) {
  const context = await browser.newContext();
  const editor = await context.newPage();
  await editor.goto(signIn);
  await editor.locator('main button').click();
  await editor.waitForURL(/review/u);
  state = await context.storageState();
  await context.close();
  await shoot('review-page', '/review', { width: 1400, height: 900 });
  await shoot('admin-page', '/admin', { width: 860, height: 900 });
}
await shoot('summary-page', `/summary?q=${encodeURIComponent('四家服务商的份额那一小节')}`, { width: 860, height: 1120 });
await browser.close();
