import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { fuzzRuns } from '../support/fuzz-runs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const QUESTIONS = fuzzRuns({ short: 300, long: 1000 });
const CHANNELS = QUESTIONS / 5;
/** Questions at a time. */
const AT_ONCE = 25;
/** After so many questions Slack asks for new connections, and the bot is killed. */
const [REFRESHED, KILLED] = [[0.25, 0.5, 0.75].map(shareOf), [1 / 3, 2 / 3].map(shareOf)];

/** A share of the questions, in whole groups of those asked at once. */
function shareOf(share: number): number {
  return Math.round((share * QUESTIONS) / AT_ONCE) * AT_ONCE;
}

/** Longest wait until all is answered, in milliseconds: leases of a killed process last 30 seconds. */
const PATIENCE_MS = 90_000;

describe('a bot that is killed twice while Slack delivers badly', () => {
  it('gives each of hundreds of questions exactly one answer', async () => {
    const slack = new FakeSlack({ ackMs: 1000, retryDelaysMs: [50, 200, 1000] });
    const apiUrl = await slack.start();
    const folder = aTemporaryFolder();
    const startBot = async (): Promise<ChildProcess> => {
      const child = fork(
        resolve(import.meta.dirname, '../support/run-bot.ts'),
        [apiUrl, slack.appToken, slack.token, folder],
        { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
      );
      await once(child, 'message');
      return child;
    };
    const kill = async (child: ChildProcess): Promise<void> => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    slack.setFaults({ redeliver: 0.3, reorder: 0.05, seed: 7 });
    const people = Array.from({ length: 20 }, (_, at) => slack.person(`person${at}`));
    const channels = Array.from({ length: CHANNELS }, (_, at) => slack.channel(`channel${at}`, { members: people }));

    let bot = await startBot();
    const questions: Message[] = [];
    for (let at = 0; at < QUESTIONS; at += AT_ONCE) {
      const asking = Array.from({ length: AT_ONCE }, async (_, offset) => {
        const [person, channel] = [people[(at + offset) % people.length], channels[(at + offset) % CHANNELS]];
        if (person && channel)
          questions.push(await person.mentions(slack.bot, channel, `第 ${at + offset} 个问题是什么？`));
      });
      if (REFRESHED.includes(at)) slack.refreshConnections();
      if (KILLED.includes(at)) {
        await delay(20);
        await kill(bot);
        bot = await startBot();
      }
      await Promise.all(asking);
    }
    const deadline = Date.now() + PATIENCE_MS;
    while (questions.some((question) => slack.threadOf(question).length === 0) && Date.now() < deadline)
      await delay(200);
    await delay(1500);
    const counts = Map.groupBy(questions, (question) => slack.threadOf(question).length);
    await kill(bot);
    await slack.stop();
    expect([...counts].map(([answers, asked]) => [answers, asked.length])).toEqual([[1, QUESTIONS]]);
    expect(slack.calls.filter(({ error }) => error !== undefined && error !== 'ratelimited')).toEqual([]);
  });
});
