// Prints the HTML sources to PDF: node samples/build.ts (needs Chromium).
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('.', import.meta.url));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
for (const name of readdirSync(`${folder}sources`)) {
  const page = await browser.newPage();
  await page.goto(`file://${folder}sources/${name}`);
  await page.pdf({ path: `${folder}${name.replace('.html', '.pdf')}`, preferCSSPageSize: true });
  await page.close();
}
await browser.close();
