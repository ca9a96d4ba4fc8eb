// Takes the picture of the fake Slack, with a bot connected to it: node docs/images/take-fake-slack.ts http://127.0.0.1:3001
import { fileURLToPath } from 'node:url';
import { findChromium, launchBrowser } from '../../tests/support/browser.ts';

const [base = 'http://127.0.0.1:3001'] = process.argv.slice(2);
const browser = await launchBrowser(findChromium() ?? '');
const page = await browser.newPage({ viewport: { width: 1180, height: 640 }, locale: 'zh-CN' });
await page.goto(base);
await page.locator('#composer textarea').fill('@Footnote 2020年第三季度亚马逊云的市占率是多少？');
await page.keyboard.press('Enter');
await page.locator('.replies').click();
await page.getByRole('button', { name: '出处' }).click();
await page.locator('#modal[open]').waitFor();
await page.screenshot({ path: fileURLToPath(new URL('fake-slack.png', import.meta.url)) });
await browser.close();
