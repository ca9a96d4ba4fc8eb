import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aProxy } from '../support/a-proxy.ts';
import { anIndexOf, startedIn } from '../support/a-started-footnote.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';

const REPORT = '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n\n微软的市占率为19%。\n';
/** Longer than a library tries by itself, in milliseconds. */
const OUTAGE_MS = 9000;

/** A Slack that is reached by a way that can be cut. */
async function aSlackBehindAProxy() {
  const slack = new FakeSlack();
  await slack.start();
  onTestFinished(() => slack.stop());
  const target = Number(new URL(slack.origin).port);
  const proxy = await aProxy(() => target);
  slack.world.origin = `http://127.0.0.1:${proxy.port}`;
  return { slack, proxy };
}

describe('when Slack is away', () => {
  it('at the start, pages are served, and the bot answers when it is there; after an outage, too', async () => {
    const { slack, proxy } = await aSlackBehindAProxy();
    const footnote = startedIn(await anIndexOf(REPORT), slack);
    await footnote.says('Footnote is running.');
    await footnote.says('Slack      out of reach for now');
    await footnote.says('Ask page');
    const [, page = ''] = /Ask page +(\S+)/u.exec(footnote.said()) ?? [];
    expect((await fetch(page)).status).toBe(200);

    await proxy.up();
    await footnote.says('Slack is connected.');
    const ann = slack.person('ann');
    const asks = async () => {
      const question = await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
      return slack.until(() => slack.threadOf(question).find(({ text }) => text.includes('32%')));
    };
    await asks();
    await proxy.down();
    await delay(OUTAGE_MS);
    expect([
      footnote.child.exitCode,
      footnote.said().match(/Slack cannot be reached/gu)?.length,
      (await fetch(page)).status,
    ]).toEqual([null, 2, 200]);
    await proxy.up();
    await expect.poll(() => slack.connections, { timeout: 30_000 }).toBe(1);
    await asks();
  });

  it('for a moment, with errors of its own, the bot tries again', async () => {
    const { slack, proxy } = await aSlackBehindAProxy();
    await proxy.up();
    for (const failure of [
      { error: 'internal_error', status: 503 },
      { retryAfter: 1 },
      { error: 'service_unavailable' },
    ] as const)
      slack.failNext('apps.connections.open', failure);
    const footnote = startedIn(await anIndexOf(REPORT), slack);
    await footnote.says('Slack is connected.');
    await footnote.says('Ask page');
    expect(footnote.said()).toContain('out of reach for now');
  });

  it('and refuses the tokens, it is said, and the program ends', async () => {
    const { slack, proxy } = await aSlackBehindAProxy();
    await proxy.up();
    const folder = await anIndexOf(REPORT);
    for (const settings of [{ SLACK_BOT_TOKEN: 'xoxb-wrong' }, { SLACK_APP_TOKEN: 'xapp-wrong' }]) {
      const footnote = startedIn(folder, slack, settings);
      expect(await footnote.ended()).toBe(1);
      expect(footnote.said()).toMatch(
        /Slack refused the connection \(.*invalid_auth.*\)\. Check the tokens in \.env\./u,
      );
    }
  });
});
