import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { anIndexOf, startedIn } from '../support/a-started-footnote.ts';
import type { Started } from '../support/a-started-footnote.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Message } from '../support/fake-slack/world/things.ts';

const REPORT = '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n\n微软的市占率为19%。\n';
/** A fault from outside: the product has no door for it. */
const FAULTY = {
  NODE_OPTIONS: `--import ${pathToFileURL(resolve(import.meta.dirname, '../support/throws-on-signal.mjs')).href}`,
};

describe('a process that ends', { timeout: 90_000 }, () => {
  let slack: FakeSlack;
  let folder: string;

  beforeEach(async () => {
    slack = new FakeSlack();
    await slack.start();
    onTestFinished(() => slack.stop());
    folder = await anIndexOf(REPORT);
  });

  async function running(): Promise<Started> {
    const footnote = startedIn(folder, slack, FAULTY);
    await footnote.says('Footnote is running.');
    return footnote;
  }

  /** A question whose answer Slack puts off for some seconds: it is being given meanwhile. */
  async function asksWhileSlackWaits(seconds: number): Promise<Message> {
    slack.failNext('chat.postMessage', { retryAfter: seconds });
    const question = await slack
      .person('ann')
      .mentions(slack.bot, slack.channel('general'), '亚马逊云的市占率是多少？');
    await slack.until(() =>
      slack.calls.some(({ method, error }) => method === 'chat.postMessage' && error !== undefined),
    );
    return question;
  }

  /** What the next process makes of it: the answers in the thread of the question, and when they were there. */
  async function answersOfTheNext(question: Message): Promise<{ answers: number; withinMs: number }> {
    const next = await running();
    const startedAt = Date.now();
    await slack.until(() => slack.threadOf(question).length > 0);
    const withinMs = Date.now() - startedAt;
    await delay(500);
    next.child.kill('SIGKILL');
    return { answers: slack.threadOf(question).length, withinMs };
  }

  it.each([
    ['SIGUSR2', 'a fault of the test'],
    ['SIGPWR', 'a promise of the test'],
  ] as const)(
    'because of what nobody caught (%s) says so with an id, and puts its work back for the next',
    async (signal, fault) => {
      const footnote = await running();
      const question = await asksWhileSlackWaits(60);
      footnote.child.kill(signal);
      expect(await footnote.ended()).toBe(1);
      expect(footnote.said()).toMatch(new RegExp(`Nobody caught this \\([0-9a-f]{8}\\).*${fault}`, 'u'));
      expect(footnote.said()).toContain('1 answer is put back');
      const { answers, withinMs } = await answersOfTheNext(question);
      expect([answers, withinMs < 5000]).toEqual([1, true]);
    },
  );

  it('because it is told to gives the answers first that it is giving', async () => {
    const footnote = await running();
    const question = await asksWhileSlackWaits(2);
    footnote.child.kill('SIGTERM');
    expect([await footnote.ended(), slack.threadOf(question).length]).toEqual([0, 1]);
  });

  it('because it is told to puts back what takes too long', async () => {
    const footnote = await running();
    const question = await asksWhileSlackWaits(60);
    const toldAt = Date.now();
    footnote.child.kill('SIGTERM');
    expect([await footnote.ended(), Date.now() - toldAt < 9000]).toEqual([0, true]);
    expect((await answersOfTheNext(question)).answers).toBe(1);
  });

  it('ends at once when something fails meanwhile', async () => {
    const footnote = await running();
    await asksWhileSlackWaits(60);
    footnote.child.kill('SIGTERM');
    await delay(300);
    const failedAt = Date.now();
    footnote.child.kill('SIGUSR2');
    expect([await footnote.ended(), Date.now() - failedAt < 2000]).toEqual([1, true]);
  });
});
