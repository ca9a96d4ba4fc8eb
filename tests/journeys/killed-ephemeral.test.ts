import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

it('does not repeat an answer that only one person sees when the bot is killed after saying it: it says that it may have been said', { timeout: 30_000 }, async () => {
  const slack = new FakeSlack();
  const apiUrl = await slack.start();
  const folder = aTemporaryFolder();
  onTestFinished(() => slack.stop());
  const startBot = async (...how: string[]): Promise<ChildProcess> => {
    const child = fork(resolve(import.meta.dirname, '../support/run-bot.ts'), [apiUrl, slack.appToken, slack.token, folder, ...how], { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'message');
    return child;
  };
  const ann = slack.person('ann');
  const first = await startBot('never-finishes');
  await ann.runs('/footnote 亚马逊云的市占率是多少？', slack.channel('general', { members: [ann] }));
  await slack.until(() => slack.onlyVisibleTo(ann).length === 1);
  first.kill('SIGKILL');
  await once(first, 'exit');
  await startBot();
  await slack.until(() => slack.onlyVisibleTo(ann).length === 2);
  expect(slack.onlyVisibleTo(ann).map(({ text }) => text.slice(0, 12))).toEqual(['2020年第三季度，亚马', '我刚才中断了，您可能已经']);
});
