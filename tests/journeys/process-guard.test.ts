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

describe('a process that ends', () => {
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

  /** What the next process makes of it: the answers in the thread of the question. */
  async function answersOfTheNext(question: Message): Promise<number> {
    const next = await running();
    await slack.until(() => slack.threadOf(question).length > 0);
    await delay(500);
    next.child.kill('SIGKILL');
    return slack.threadOf(question).length;
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
      expect(await answersOfTheNext(question)).toBe(1);
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
    footnote.child.kill('SIGTERM');
    expect([await footnote.ended(), slack.threadOf(question).length]).toEqual([0, 0]);
    expect(await answersOfTheNext(question)).toBe(1);
  });

  it('ends at once when something fails meanwhile', async () => {
    const footnote = await running();
    const question = await asksWhileSlackWaits(60);
    footnote.child.kill('SIGTERM');
    await delay(300);
    footnote.child.kill('SIGUSR2');
    expect([await footnote.ended(), slack.threadOf(question).length]).toEqual([1, 0]);
  });
});
