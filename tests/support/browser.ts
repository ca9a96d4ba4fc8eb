import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium is; undefined, and said so, where there is none. In CI there must be one. */
export function findChromium(): string | undefined {
  const path = PLACES.find((place) => place !== undefined && existsSync(place));
  if (path !== undefined) return path;
  if (process.env['CI'])
    throw new Error(
      'No Chromium: the tests in a browser must run in CI. Install the package chromium, or set CHROMIUM_PATH.',
    );
  console.warn('No Chromium found: the tests in a browser are left out. Install one, or set CHROMIUM_PATH.');
  return undefined;
}

/** A headless browser. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
