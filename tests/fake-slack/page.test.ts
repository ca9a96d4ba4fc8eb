import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Audience } from '../../src/domain/audience.ts';
import { createSlackApp } from '../../src/slack/slack-app.ts';
import type { SlackSteps } from '../../src/slack/steps.ts';
import { findChromium, launchBrowser } from '../support/browser.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { servePage } from '../support/fake-slack/page/serve-page.ts';
import { botSteps } from '../support/slack-bot.ts';
import { aFakeSlack, aListeningBot, call, eventsOf } from './a-fake-slack.ts';
import type { Heard } from './a-fake-slack.ts';

const chromium = findChromium();
const plain = (text: string) => ({ type: 'plain_text', text });

describe.runIf(chromium !== undefined)('the page of the fake Slack', () => {
  let browser: Browser;
  let page: Page;
  let slack: FakeSlack;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    slack = await aFakeSlack();
    slack.alsoServe(servePage(slack));
    slack.channel('general', { members: [slack.person('ann'), slack.person('ben')] });
    page = await browser.newPage({ locale: 'zh-CN' });
    page.setDefaultTimeout(10_000);
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    if (complaints.length > 0) throw new Error(`The browser complained: ${complaints.join('; ')}`);
  });

  async function write(text: string): Promise<void> {
    await page.locator('#composer textarea').fill(text);
    await page.keyboard.press('Enter');
  }

  async function startBot(over: Partial<SlackSteps> = {}): Promise<void> {
    const { steps } = botSteps({ log: (line) => complaints.push(line), ...over });
    const bot = createSlackApp(
      {
        mode: 'socket',
        appToken: slack.appToken,
        auth: { kind: 'token', botToken: slack.token },
        apiUrl: `${slack.origin}/api/`,
      },
      steps,
      'page test',
    );
    await bot.start();
    onTestFinished(() => bot.stop());
  }

  it('says how to start the bot until it is connected; then a mention is answered, and its sources open', async () => {
    await page.goto(slack.origin);
    const waiting = page.locator('#waiting');
    await expect
      .poll(() => waiting.textContent())
      .toContain(`SLACK_API_URL=${slack.origin}/api/ SLACK_BOT_TOKEN=xoxb-test SLACK_APP_TOKEN=xapp-test npm start`);
    await startBot();
    await waiting.waitFor({ state: 'hidden' });
    await write('@Footnote 亚马逊云的市占率是多少？');
    await page.locator('.replies').click();
    const answer = page.locator('#thread .message').nth(1);
    expect(await answer.textContent()).toContain('2020年第三季度，亚马逊市占率为32%。');
    await answer.getByRole('button', { name: '出处' }).click();
    await page.locator('#modal[open]').waitFor();
    expect(await page.locator('#modal .view').textContent()).toContain('海外借鉴 › 云服务市场 · 第 65 页');
    await page.locator('#modal footer button').click();
    await page.locator('#modal').waitFor({ state: 'hidden' });
  });

  it('shows librarians who may see a report, and lets them choose', async () => {
    const board = slack.channel('board', { kind: 'private', members: [slack.person('ann')] });
    const chosen: Audience[] = [{ channels: [board.id], userGroups: [], people: [] }];
    slack.group('analysts', [slack.person('ben')]);
    await startBot({
      library: {
        isLibrarian: () => true,
        extensions: ['.pdf'],
        announceIn: [],
        add: () => Promise.reject(new Error('nothing is added')),
        remove: () => Promise.resolve(false),
        audienceOf: () => Promise.resolve(chosen.at(-1)),
        setAudience: (_, audience) => Promise.resolve(chosen.push(audience) > 0),
      },
    });
    await page.goto(slack.origin);
    await page.getByRole('link', { name: 'Footnote · 首页' }).click();
    await page.getByText('谁能看到：#').waitFor();
    await page.getByRole('button', { name: '谁能看到' }).click();
    await page.locator('#modal[open]').waitFor();
    const [channels, groups, people] = [0, 1, 2].map((at) => page.locator('#modal select').nth(at));
    expect(
      await channels?.evaluateAll((selects) =>
        selects.flatMap((select) =>
          [...select.querySelectorAll('option:checked')].map(({ textContent }) => textContent),
        ),
      ),
    ).toEqual(['#board']);
    await groups?.selectOption({ label: '@analysts' });
    await people?.selectOption({ label: 'ann' });
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('#modal').waitFor({ state: 'hidden' });
    expect(chosen.at(-1)).toEqual({ channels: ['CBOARD'], userGroups: ['T1/SANALYSTS'], people: ['T1/UANN'] });
  });

  it('shows what a person alone may see to that person', async () => {
    await startBot();
    await page.goto(slack.origin);
    await write('/footnote');
    await page.locator('.message.private').waitFor();
    await page.goto(`${slack.origin}/?person=ben`);
    await page.locator('#content .hint').waitFor();
    expect(await page.locator('.message.private').count()).toBe(0);
  });

  it('lets one fill a modal, be told what is wrong, and submit it', async () => {
    const input = (id: string, element: object) => ({
      type: 'input',
      block_id: id,
      label: plain(id),
      element: { action_id: id, ...element },
    });
    const options = ['zh', 'en'].map((value) => ({ text: plain(value.toUpperCase()), value }));
    const view = {
      type: 'modal',
      title: plain('Ask'),
      submit: plain('Go'),
      blocks: [
        input('question', { type: 'plain_text_input' }),
        input('language', { type: 'static_select', options }),
        input('kinds', { type: 'checkboxes', options }),
      ],
    };
    let isFirst = true;
    const heard: Heard[] = await aListeningBot(slack, async ({ body }) => {
      if (body['type'] === 'shortcut') await call(slack, 'views.open', { trigger_id: body['trigger_id'], view });
      if (body['type'] !== 'view_submission' || !isFirst) return {};
      isFirst = false;
      return { response_action: 'errors', errors: { question: 'Too vague' } };
    });
    await page.goto(slack.origin);
    await page.getByRole('button', { name: 'Ask the reports' }).click();
    await page.locator('#modal input[type="text"]').fill('Who leads?');
    await page.locator('#modal select').selectOption('en');
    await page.locator('#modal input[type="checkbox"]').first().check();
    await page.getByRole('button', { name: 'Go' }).click();
    await page.getByRole('alert').filter({ hasText: 'Too vague' }).waitFor();
    expect(await page.locator('#modal input[type="text"]').inputValue()).toBe('Who leads?');
    await page.getByRole('button', { name: 'Go' }).click();
    await page.locator('#modal').waitFor({ state: 'hidden' });
    expect(heard.at(-1)?.body).toMatchObject({
      view: {
        state: {
          values: {
            question: { question: { value: 'Who leads?' } },
            language: { language: { selected_option: options[1] } },
            kinds: { kinds: { selected_options: [options[0]] } },
          },
        },
      },
    });
  });

  it('shows every kind of block, runs nothing that they say, and sends feedback', async () => {
    const heard = await aListeningBot(slack);
    const cell = (text: string) => ({ type: 'raw_text', text });
    const blocks = [
      { type: 'header', text: plain('Cloud 2020') },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text:
            '*bold* _italic_ `code` <https://footnote.example|link> &lt;script&gt;document.title = "pwned"&lt;' +
            '/script&gt; <javascript:alert(1)|never>',
        },
      },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: 'A quote', style: { bold: true } }] }],
      },
      {
        type: 'table',
        rows: [
          [cell('Year'), cell('Share')],
          [cell('2020'), cell('32%')],
        ],
      },
      {
        type: 'data_visualization',
        title: 'Shares',
        chart: {
          type: 'bar',
          series: [
            {
              name: 'AWS',
              data: [
                { label: '2019', value: 33 },
                { label: '2020', value: 32 },
              ],
            },
          ],
          axis_config: { categories: ['2019', '2020'] },
        },
      },
      {
        type: 'data_visualization',
        title: 'Parts',
        chart: {
          type: 'pie',
          segments: [
            { label: 'AWS', value: 32 },
            { label: 'Others', value: 68 },
          ],
        },
      },
      { type: 'markdown', text: '# Heading\n- **item**' },
      { type: 'context', elements: [plain('A note')] },
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'verdict',
            positive_button: { text: plain('Good answer'), value: 'good' },
            negative_button: { text: plain('Bad answer'), value: 'bad' },
          },
        ],
      },
    ];
    await call(slack, 'chat.postMessage', { channel: 'CGENERAL', text: 'Answer', blocks });
    await page.goto(slack.origin);
    await page.locator('.message').waitFor();
    expect(
      await page
        .locator(
          '.message h3, .message b, .message i, .message code, .message a, .message blockquote, .message th, ' +
            '.message rect, .message path, .message .md-item',
        )
        .evaluateAll((found) => [...new Set(found.map(({ localName }) => localName))].toSorted()),
    ).toEqual(['a', 'b', 'blockquote', 'code', 'div', 'h3', 'i', 'path', 'rect', 'th']);
    expect([
      await page.title(),
      await page.locator('.message a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ]).toEqual(['Fake Slack', ['https://footnote.example']]);
    await page.getByRole('button', { name: 'Bad answer' }).click();
    await expect
      .poll(() => heard.at(-1)?.body)
      .toMatchObject({ type: 'block_actions', actions: [{ action_id: 'verdict', value: 'bad' }] });
  });

  it('offers the shortcuts of a message, its thread, and the Home tab', async () => {
    const heard = await aListeningBot(slack);
    await page.goto(slack.origin);
    await write('AWS has 32 %');
    await page.locator('.message summary').click();
    await page.getByRole('button', { name: 'Check facts' }).click();
    await expect
      .poll(() => heard.at(-1)?.body)
      .toMatchObject({ type: 'message_action', callback_id: 'check_facts', message: { text: 'AWS has 32 %' } });
    await page.getByRole('link', { name: 'Footnote · 首页' }).click();
    await expect.poll(() => eventsOf(heard).at(-1)).toMatchObject({ type: 'app_home_opened', tab: 'home' });
    await call(slack, 'views.publish', {
      user_id: 'UANN',
      view: { type: 'home', blocks: [{ type: 'header', text: plain('Library') }] },
    });
    await page.getByRole('heading', { name: 'Library' }).waitFor();
  });

  it('takes a file along', async () => {
    const heard = await aListeningBot(slack);
    await page.goto(slack.origin);
    await page
      .locator('#composer input[type="file"]')
      .setInputFiles({ name: 'cloud.txt', mimeType: 'text/plain', buffer: Buffer.from('AWS leads.') });
    await write('Please read this');
    await page.locator('.message .file', { hasText: 'cloud.txt' }).waitFor();
    expect(eventsOf(heard).map(({ type, subtype }) => [type, subtype])).toEqual([
      ['file_shared', undefined],
      ['message', 'file_share'],
    ]);
  });

  it('needs no sideways scrolling at 400 px', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(slack.origin);
    await page.locator('#content .hint').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
  });
});
