import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { WorldOptions } from '../support/fake-slack/world/world.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** A fake Slack, and what starts the bot in it as a process of its own. */
async function aSlackWithProcesses(
  options: WorldOptions,
): Promise<{ slack: FakeSlack; startBot(...how: string[]): Promise<ChildProcess> }> {
  const slack = new FakeSlack(options);
  const apiUrl = await slack.start();
  const folder = aTemporaryFolder();
  onTestFinished(() => slack.stop());
  return {
    slack,
    async startBot(...how) {
      const child = fork(
        resolve(import.meta.dirname, '../support/run-bot.ts'),
        [apiUrl, slack.appToken, slack.token, folder, ...how],
        { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
      );
      onTestFinished(() => void child.kill('SIGKILL'));
      await once(child, 'message');
      return child;
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a bot that is killed while it says something', () => {
  it('does not repeat an answer that only one person sees, but says that it may have been said', async () => {
    const { slack, startBot } = await aSlackWithProcesses({});
    const ann = slack.person('ann');
    const first = await startBot('never-finishes');
    await ann.runs('/footnote 亚马逊云的市占率是多少？', slack.channel('general', { members: [ann] }));
    await slack.until(() => slack.onlyVisibleTo(ann).length === 1);
    await kill(first);
    await startBot();
    await slack.until(() => slack.onlyVisibleTo(ann).length === 2);
    expect(slack.onlyVisibleTo(ann).map(({ text }) => text.slice(0, 12))).toEqual([
      '<@UANN> 问：亚马',
      '我刚才中断了，您可能已经',
    ]);
  });

  it('uploads a picture once when it dies between the picture and its message', async () => {
    const { slack, startBot } = await aSlackWithProcesses({ charts: false });
    const ann = slack.person('ann');
    const first = await startBot();
    slack.failNext('chat.postMessage', { error: 'invalid_blocks' });
    slack.failNext('chat.postMessage', { retryAfter: 60 });
    const question = await ann.mentions(slack.bot, slack.channel('general', { members: [ann] }), '总结云市场');
    await slack.until(() => slack.calls.some(({ error }) => error === 'ratelimited'));
    await kill(first);
    await startBot();
    await slack.until(() => slack.threadOf(question).length === 2);
    const [picture, summary] = slack.threadOf(question);
    expect([
      picture?.files?.map(({ title }) => title),
      summary?.text.slice(0, 3),
      [...slack.world.files.values()].map(({ content }) => content.toString()),
    ]).toEqual([['市占率'], '云市场', ['PNG of 市占率']]);
  });
});
