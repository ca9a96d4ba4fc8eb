// Takes the pictures of the bot in the fake Slack: start `npm run slack:fake`, and the bot with EDITORS=UANN LIBRARIANS=UANN beside
// the line that it prints; then node docs/images/take-slack.ts http://127.0.0.1:3001
import { fileURLToPath } from 'node:url';
import { findChromium, launchBrowser } from '../../tests/support/browser.ts';

const [base = 'http://127.0.0.1:3001'] = process.argv.slice(2);
const browser = await launchBrowser(findChromium() ?? '');
const page = await browser.newPage({ viewport: { width: 1180, height: 640 }, locale: 'zh-CN' });
const modal = page.locator('#modal[open]');

async function ask(text: string): Promise<void> {
  await page.locator('#composer textarea').fill(text);
  await page.keyboard.press('Enter');
  await page.locator('#content > .message').last().locator('.replies').click();
}

async function shoot(name: string): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
}

async function close(): Promise<void> {
  await page.locator('#modal header button').click();
  await modal.waitFor({ state: 'hidden' });
}

await page.goto(base);
await ask('@Footnote 2020年第三季度亚马逊云的市占率是多少？');
await page.getByRole('button', { name: '出处' }).click();
await modal.waitFor();
await shoot('fake-slack');
await close();

await page.locator('#sidebar a', { hasText: 'research' }).click();
await ask('@Footnote 总结《2020年云基础设施市场报告》');
await page.locator('#thread .data_visualization').waitFor();
await page.locator('#thread .list').evaluate((list) => (list.scrollTop = 0));
await shoot('slack-summary');

await page.locator('#sidebar a', { hasText: '首页' }).click();
const review = page.getByRole('button', { name: '核对' }).first();
await review.waitFor();
await page.locator('#content').evaluate((content) => (content.scrollTop = 0));
await shoot('slack-home');

await review.click();
await modal.locator('select').selectOption({ label: '✗ 断章取义' });
await modal.locator('textarea').fill('报告在这里说的是全球市场，不是中国市场');
await shoot('slack-review');
await browser.close();
