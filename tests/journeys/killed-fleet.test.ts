import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createPostgresLibrary } from '../../src/adapters/postgres/library.ts';
import type { Library } from '../../src/domain/ports.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Channel, Message } from '../support/fake-slack/world/things.ts';
import { fuzzRuns, pick, seeded } from '../support/fuzz-runs.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const PROCESSES = 10;
/** Processes that are killed, and the longest time between two, in milliseconds: some ten minutes in the long form. */
const KILLS = fuzzRuns({ short: 5, long: 60 });
const KILL_EACH_MS = fuzzRuns({ short: 2000, long: 10_000 });
/** Questions at a time; between two, and between two changes of the library, in milliseconds. */
const [ASKERS, ASK_EACH_MS, CHANGE_EACH_MS] = [2, 100, 700];
/** Questions that are asked at least meanwhile, also on a slow machine. */
const FEWEST = 3 * KILLS;
const CHANNELS = 40;
/** Longest wait until all is answered, in milliseconds: leases of a killed process last 30 seconds. */
const PATIENCE_MS = 90_000;

const OPEN = '公开的市占率为32%。';
const HIDDEN = '机密的市占率为41%。';
const QUESTION = '机密的市占率是多少？';

/** Processes of the bot; one that is killed is started again, as a supervisor does. */
interface Fleet {
  /** Kills one at random. */
  killOne(): Promise<void>;
  said(): string;
}

async function aFleet(slack: FakeSlack, apiUrl: string, url: string, random: () => number): Promise<Fleet> {
  const said: string[] = [];
  const start = async (): Promise<ChildProcess> => {
    const child = fork(
      resolve(import.meta.dirname, '../support/run-bot-on-postgres.ts'),
      [apiUrl, slack.appToken, slack.token, url, aTemporaryFolder()],
      { execArgv: ['--disable-warning=ExperimentalWarning'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
    );
    child.stderr?.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'message');
    return child;
  };
  const processes = await Promise.all(Array.from({ length: PROCESSES }, start));
  return {
    async killOne() {
      const at = Math.floor(random() * processes.length);
      const killed = processes[at];
      if (!killed) return;
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      processes[at] = await start();
    },
    said: () => said.join(''),
  };
}

/** Does something again and again until it is enough. */
async function every(ms: number, isEnough: () => boolean, act: (at: number) => Promise<void>): Promise<void> {
  for (let at = 0; !isEnough(); at++) {
    await act(at);
    await delay(ms);
  }
}

/** Adds, hides and removes reports, as an editor does while people ask. */
async function change(library: Library, board: Channel, at: number): Promise<void> {
  const audience = { channels: [board.id], userGroups: [], people: [] };
  const report = aPreparedReport({ file: `change-${at % 5}.txt`, text: `${HIDDEN.slice(0, -1)}，第${at}次。` });
  await library.add([report], audience);
  if (at % 3 === 0) await library.remove(report.report.id);
}

describeOnPostgres(({ url, db }) => {
  it(`gives each question one answer, and nobody another's pages, while processes are killed`, async () => {
    const random = seeded(fuzzRuns({ short: 2026, long: Date.now() }));
    const slack = new FakeSlack({ retryDelaysMs: [50, 500, 3000] });
    const apiUrl = await slack.start();
    onTestFinished(() => slack.stop());
    const people = Array.from({ length: 20 }, (_, at) => slack.person(`person${at}`));
    const channels = Array.from({ length: CHANNELS }, (_, at) => slack.channel(`channel${at}`, { members: people }));
    const [board = channels[0]] = channels;
    const [someone] = people;
    if (!board || !someone) throw new Error('there is nobody');
    const library = createPostgresLibrary(
      { db: db(), library: 'main' },
      { embedder: createHashingEmbedder(), directory: aTemporaryFolder(), say: () => undefined },
    );
    await library.add([aPreparedReport({ file: 'open.txt', text: OPEN })]);
    const audience = { channels: [board.id], userGroups: [], people: [] };
    await library.add([aPreparedReport({ file: 'hidden.txt', text: HIDDEN })], audience);
    const fleet = await aFleet(slack, apiUrl, url(), random);
    slack.setFaults({ redeliver: 0.3, reorder: 0.05, seed: 7 });

    const questions: { channel: Channel; message: Message }[] = [];
    let kills = 0;
    const isKilled = () => kills >= KILLS;
    const ask = (asker: number) =>
      every(ASK_EACH_MS, isKilled, async (at) => {
        const channel = channels[(at * ASKERS + asker) % CHANNELS] ?? board;
        const text = `${QUESTION}（${asker}.${at}）`;
        questions.push({
          channel,
          message: await pick([someone, ...people], random).mentions(slack.bot, channel, text),
        });
      });
    await Promise.all([
      ...Array.from({ length: ASKERS }, (_, asker) => ask(asker)),
      every(0, isKilled, async () => {
        await delay(random() * KILL_EACH_MS);
        await fleet.killOne();
        kills++;
      }),
      every(CHANGE_EACH_MS, isKilled, (at) => change(library, board, at)),
    ]);

    const deadline = Date.now() + PATIENCE_MS;
    const isOpen = ({ message }: { message: Message }) => slack.threadOf(message).length === 0;
    while (questions.some(isOpen) && Date.now() < deadline) await delay(200);
    await delay(1500);
    const answers = questions.map(({ channel, message }) => {
      const thread = slack.threadOf(message);
      const shown = JSON.stringify(thread.map(({ text, blocks }) => [text, blocks]));
      return { count: thread.length, isBoard: channel === board, isHidden: shown.includes(HIDDEN.slice(0, -1)) };
    });
    const kinds = Map.groupBy(answers, (answer) => JSON.stringify(answer));
    // An event that Slack gave up, because nobody acknowledged it in four tries, is lost by a machine that is too slow.
    const events = Map.groupBy(slack.deliveries, ({ eventId }) => eventId);
    const lost = [...events.values()].filter((tries) => tries.every(({ ackMs }) => ackMs === undefined));
    expect([[...kinds.keys()].toSorted(), fleet.said(), lost]).toEqual([
      [
        JSON.stringify({ count: 1, isBoard: false, isHidden: false }),
        JSON.stringify({ count: 1, isBoard: true, isHidden: true }),
      ],
      '',
      [],
    ]);
    expect(questions.length).toBeGreaterThan(FEWEST);
    expect(slack.calls.filter(({ error }) => error !== undefined && error !== 'ratelimited')).toEqual([]);
  });
});
