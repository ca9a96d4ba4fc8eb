import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostgresDatabase } from '../../src/adapters/postgres/database.ts';
import { connectPostgres } from '../../src/adapters/postgres/database.ts';
import { followVectors } from '../../src/adapters/postgres/follow-vectors.ts';
import { createPostgresInbox } from '../../src/adapters/postgres/inbox.ts';
import { createPostgresLibrary } from '../../src/adapters/postgres/library.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { createWorker } from '../../src/slack/handling/worker.ts';
import { aQuestionWaiting } from '../support/builders.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** Longest wait for what comes soon; those who look by themselves do so later, or never. */
const SOON_MS = 4000;
const LISTENING = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN footnote'";

async function soon(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < SOON_MS; waited += 20) {
    if (await isSo()) return true;
    await delay(20);
  }
  return false;
}

describeOnPostgres(({ url, db, aLibrary }) => {
  /** Connections as those of a process of its own. */
  function aProcess(): PostgresDatabase {
    const own = connectPostgres(url(), () => undefined);
    onTestFinished(() => own.close());
    return own;
  }
  const listening = async () => (await db().all(LISTENING)).map(({ pid }) => Number(pid));

  describe('what a process keeps of the library', () => {
    it('follows what another one changes before anybody asks', async () => {
      const { library } = aLibrary();
      const [mine, other] = [aProcess(), aProcess()].map((own) => ({ db: own, library }));
      if (!mine || !other) throw new Error('two processes are wanted');
      const embedder = createHashingEmbedder();
      const follower = followVectors(mine, aTemporaryFolder(), embedder);
      const { everyones } = await follower.current();
      mine.db.hear(`reports:${library}`, () => void follower.catchUp());
      await soon(async () => (await listening()).length > 0);
      await createPostgresLibrary(other, { embedder, directory: aTemporaryFolder(), say: () => undefined }).add([
        aPreparedReport(),
      ]);
      expect(await soon(() => everyones.ids.size === 1)).toBe(true);
    });

    it('is right at the next question when a notice is lost, and is told of the next again', async () => {
      const { library } = aLibrary();
      const [mine, other] = [aProcess(), aProcess()].map((own) =>
        createPostgresLibrary(
          { db: own, library },
          { embedder: createHashingEmbedder(), directory: aTemporaryFolder(), say: () => undefined },
        ),
      );
      const files = async () => (await mine?.seenBy(OPERATOR).reports())?.map(({ file }) => file);
      await files();
      await soon(async () => (await listening()).length >= 2);
      const before = await listening();
      for (const pid of before) await db().one('SELECT pg_terminate_backend($1)', [pid]);
      await other?.add([aPreparedReport()]);
      const seen = await files();
      const isBack = await soon(async () => (await listening()).some((pid) => !before.includes(pid)));
      expect([seen, isBack]).toEqual([['cloud.txt'], true]);
    });
  });

  it('lets a process that listens close its database and end', async () => {
    const script = join(import.meta.dirname, '../support/postgres/listen-and-close.ts');
    const child = fork(script, [url()], { execArgv: ['--disable-warning=ExperimentalWarning'], silent: true });
    const said: string[] = [];
    child.stdout?.on('data', (bytes: Buffer) => said.push(bytes.toString()));
    const [status] = await once(child, 'exit');
    expect([status, said.join('')]).toEqual([0, 'closed']);
  });

  it('has work that one process accepts taken by another at once, and stopped through a third', async () => {
    const { library } = aLibrary();
    const [working, accepting, stopping] = [aProcess(), aProcess(), aProcess()].map((own) =>
      createPostgresInbox({ db: own, library }),
    );
    if (!working || !accepting || !stopping) throw new Error('three processes are wanted');
    const heard: unknown[] = [];
    const worker = createWorker({
      inbox: working,
      owner: 'here 1 a',
      log: (line) => heard.push(line),
      handle: async ({ work }, signal) => {
        heard.push(work.text);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        heard.push(signal.reason);
        return 'done';
      },
    });
    worker.start();
    onTestFinished(() => worker.stop());
    await soon(async () => (await listening()).length > 0);
    await delay(100);
    const started = performance.now();
    await accepting.accept(aQuestionWaiting({ ts: '1', text: '?' }));
    await soon(() => heard.length === 1);
    await stopping.stop('T1', 'C1', '1');
    await soon(() => heard.length === 2);
    // By themselves they look every five seconds for work, and every second for what was stopped.
    expect([heard, performance.now() - started < 1000]).toEqual([['?', 'stopped'], true]);
  });
});
