import { OPERATOR } from '../../src/domain/audience.ts';
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { runFootnote } from '../support/run-footnote.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';
import { claimsOf } from '../../src/domain/answer.ts';

const PDF = resolve(import.meta.dirname, '../../samples/cloud-market-2020.pdf');
const QUESTION = '2020年第三季度亚马逊云的市占率是多少？';
const chromium = findChromium();

/** Everything running on an index of its own, with one editor. */
async function aRunningFootnote() {
  const folder = aTemporaryFolder();
  writeFileSync(join(folder, '.env'), 'EDITORS=Ada\n');
  const config = parseConfig({ INDEX_DIR: folder, EDITORS: 'Ada' });
  const footnote = await wireFootnote(config);
  await footnote.ingest([PDF]);
  const services = wireServices(config, footnote, () => undefined);
  services.web.listen(0, '127.0.0.1');
  await once(services.web, 'listening');
  const address = services.web.address();
  const stop = async () => {
    await services.close();
    await footnote.close();
  };
  return {
    folder,
    footnote,
    stop,
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
  };
}

describe.runIf(chromium !== undefined)('from an answer to a verdict', () => {
  it('a citation leads to marked words on the PDF page, an editor verifies it by keys, the log has it', async () => {
    const { folder, stop, url } = await aRunningFootnote();
    const browser = await launchBrowser(chromium ?? '');
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });

    await page.goto(`${url}/?q=${encodeURIComponent(QUESTION)}`);
    const quote = await page.locator('#source-1 mark').textContent();
    await page.locator('#source-1 a').first().click();
    await page.waitForURL(/\/pages\//u);
    await page.waitForLoadState('load');
    const drawn = await page.evaluate<number>("document.querySelector('.printed img').naturalWidth");
    const boxes = await page.locator('.printed rect.quote').count();
    expect([await page.locator('#quote').textContent(), drawn, boxes > 0]).toEqual([quote, 1240, true]);

    const link = (await runFootnote(folder, 'editor-link', 'Ada')).stdout.trim();
    await page.goto(url + new URL(link).pathname);
    await page.locator('main button:focus').press('Enter');
    await page.waitForURL(/\/review$/u);
    await page.keyboard.press('n');
    await page.keyboard.type('对照过原页 1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await page.waitForURL(/given=verified/u);
    const notice = await page.locator('[role=status]').textContent();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const downloaded = readFileSync(await download.path(), 'utf8');
    await page.goto(`${url}/?q=${encodeURIComponent(QUESTION)}`);
    const badge = await page.locator('#source-1 .status').textContent();
    await browser.close();
    await stop();

    expect([
      notice,
      badge?.startsWith('Ada 已审阅'),
      downloaded.includes(`Ada,verdict,verified,对照过原页 1,${QUESTION}`),
    ]).toEqual(['已记下：编辑已审阅（日志第 1 条）。', true, true]);
    const [verified, exported] = [
      await runFootnote(folder, 'log', 'verify'),
      await runFootnote(folder, 'log', 'export', '--csv'),
    ];
    expect([
      verified.status,
      verified.stdout.startsWith('The log is intact: 1 entries'),
      exported.stdout.includes('对照过原页 1'),
    ]).toEqual([0, true, true]);
  });
});

describe('the log on the command line', () => {
  it('lists and exports verdicts, and names the entry that was changed', async () => {
    const { folder, footnote, stop } = await aRunningFootnote();
    const answer = await footnote.seenBy(OPERATOR).answer({ text: QUESTION, earlier: [] });
    const claims = claimsOf(answer);
    const posted = await footnote.review.recordAnswer({
      question: QUESTION,
      claims,
      asker: 'U1',
      place: { kind: 'slack', channel: 'C1' },
    });
    const citationId = `${posted.id}.1`;
    await footnote.review.giveVerdict({ citationId, verdict: 'verified', note: '', editor: 'Ada', seen: 0 });
    await footnote.review.flag({ id: citationId, by: 'U2', reason: '旧数字' });
    await stop();

    const listed = await runFootnote(folder, 'log');
    const exported = await runFootnote(folder, 'log', 'export', '--json', 'log.json');
    const neither = await runFootnote(folder, 'log', 'export');
    const db = new DatabaseSync(join(folder, 'review.db'));
    db.exec("DROP TRIGGER log_is_not_changed; UPDATE log SET verdict = 'wrong_page' WHERE number = 1");
    db.close();
    const verified = await runFootnote(folder, 'log', 'verify');
    const stranger = await runFootnote(folder, 'editor-link', 'Eve');

    expect(listed.stdout.split('\n').map((line) => line.split('  ').slice(2, 4))).toEqual([
      ['Ada', 'verified'],
      ['U2', 'flagged'],
      [],
    ]);
    expect([exported.status, neither.status, verified]).toEqual([
      0,
      1,
      {
        status: 1,
        stdout: '',
        stderr: 'The log is not as it was written: entry 1 was changed. Compare review.db with a backup.\n',
      },
    ]);
    expect(stranger).toEqual({
      status: 1,
      stdout: '',
      stderr: 'Eve is no editor. EDITORS has Ada: add the name there, and start Footnote again.\n',
    });
  });

  it('has a verdict withdrawn when its report is removed, and the copy of the report is gone', async () => {
    const { folder, footnote, stop } = await aRunningFootnote();
    const answer = await footnote.seenBy(OPERATOR).answer({ text: QUESTION, earlier: [] });
    const posted = await footnote.review.recordAnswer({
      question: QUESTION,
      claims: claimsOf(answer),
      asker: 'U1',
      place: { kind: 'slack', channel: 'C1' },
    });
    await footnote.review.giveVerdict({
      citationId: `${posted.id}.1`,
      verdict: 'verified',
      note: '',
      editor: 'Ada',
      seen: 0,
    });
    const [report] = await footnote.seenBy(OPERATOR).library.reports();
    const before = await footnote.pictures.layout(report?.id ?? '', 1);
    await footnote.remove(report?.id ?? '');
    const after = await footnote.pictures.layout(report?.id ?? '', 1);
    const removed = await footnote.review.answerOf(`${posted.id}.1`);
    copyFileSync(PDF, join(folder, 'cloud-market-2020.pdf'));
    await footnote.ingest([join(folder, 'cloud-market-2020.pdf')]);
    const { outcome } = await footnote.review.verifyLog();
    await stop();
    expect([before === undefined, after, removed?.citation.status, removed?.citation.withdrawn, outcome]).toEqual([
      false,
      undefined,
      'unverified',
      true,
      'intact',
    ]);
  });
});
