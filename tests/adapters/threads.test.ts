import fc from 'fast-check';
import { getPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { FairQueue } from '../../src/adapters/threads/fair-queue.ts';
import type { TaskOptions, ThreadPool } from '../../src/adapters/threads/thread-pool.ts';
import { openThreadPool } from '../../src/adapters/threads/thread-pool.ts';
import { ConfigurationError, LibraryError, OverloadError } from '../../src/domain/errors.ts';
import type { TestTask, TestValue } from '../support/threads/a-thread.ts';

describe('the fair queue', () => {
  const of = (...people: string[]) => people.map((person, at) => ({ person, name: `${person}${at}`, isLong: false }));
  const all = { perPerson: 100, long: 100 };

  it('gives each person a turn before anybody a second one', () => {
    const queue = new FairQueue<{ person: string; name: string; isLong: boolean }>(all);
    for (const one of of('a', 'a', 'a', 'b', 'c', 'b')) queue.push(one);
    const taken = [queue.take(), queue.take(), queue.take(), queue.take(), queue.take(), queue.take(), queue.take()];
    expect(taken.map((one) => one?.name)).toEqual(['a0', 'b3', 'c4', 'a1', 'b5', 'a2', undefined]);
  });

  it('lets one person and long work never have everything', () => {
    const queue = new FairQueue<{ person: string; name: string; isLong: boolean }>({ perPerson: 1, long: 1 });
    const [first, second, third, fourth] = [
      { person: 'a', name: 'a long one', isLong: true },
      { person: 'a', name: "a's question", isLong: false },
      { person: 'b', name: 'b long one', isLong: true },
      { person: 'b', name: "b's question", isLong: false },
    ];
    for (const one of [first, second, third, fourth]) queue.push(one);
    expect([queue.take(), queue.take(), queue.take()]).toEqual([first, fourth, undefined]);
    queue.finish(first);
    expect([queue.take(), queue.take()]).toEqual([second, undefined]);
    queue.finish(fourth);
    expect(queue.take()).toEqual(third);
  });

  it('loses nothing, repeats nothing and lets nobody wait for more than one turn of each other person', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }), (people) => {
        const queue = new FairQueue<{ person: string; name: string; isLong: boolean }>(all);
        const pushed = of(...people);
        for (const one of pushed) queue.push(one);
        const taken = pushed.map(() => queue.take());
        expect(new Set(taken)).toEqual(new Set(pushed));
        const turns = taken.map(
          (one, at) => taken.slice(0, at).filter((before) => before?.person === one?.person).length,
        );
        expect(turns).toEqual(turns.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the pool of threads', () => {
  const pools: ThreadPool<TestTask, TestValue, string>[] = [];
  const aPool = (threads = 1, tasksPerThread = 1, isPatient = false) => {
    const pool = openThreadPool<TestTask, TestValue, string>({
      module: new URL('../support/threads/a-thread.ts', import.meta.url),
      name: 'testTask',
      workerData: {},
      threads,
      tasksPerThread,
      heapMb: 64,
      isPatient,
    });
    pools.push(pool);
    return (task: TestTask, options: Partial<TaskOptions<string>> = {}) =>
      pool.run(task, { person: 'somebody', limitMs: 20_000, ...options });
  };
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });

  it('does tasks beside this thread, and tells what they tell', async () => {
    const run = aPool();
    const news: string[] = [];
    expect((await run({ kind: 'say', text: 'hello' })).text).toBe('hello');
    expect((await run({ kind: 'tell', texts: ['one', 'two'] }, { onNews: (text) => news.push(text) })).text).toBe(
      'told',
    );
    expect(news).toEqual(['one', 'two']);
  });

  it.runIf(process.platform === 'linux')('steps back for others where nobody waits for what it does', async () => {
    const [hasty, patient] = [aPool(), aPool(1, 1, true)];
    const [first, second] = await Promise.all([hasty, patient].map((run) => run({ kind: 'say how patient it is' })));
    expect([getPriority(), Number(second?.text) - Number(first?.text)]).toEqual([Number(first?.text), 5]);
  });

  it('ends a task that takes too long with its thread, and goes on in another', async () => {
    const run = aPool();
    const before = await run({ kind: 'say', text: 'before' });
    await expect(run({ kind: 'hang' }, { limitMs: 200 })).rejects.toEqual(
      new OverloadError('too_long', 'It took longer than 0 seconds.'),
    );
    const after = await run({ kind: 'say', text: 'after' });
    expect([after.text, after.thread === before.thread]).toEqual(['after', false]);
  });

  it('ends a task that fills its memory, not the process', async () => {
    const run = aPool();
    await expect(run({ kind: 'fill memory' })).rejects.toBeInstanceOf(OverloadError);
    expect((await run({ kind: 'say', text: 'still here' })).text).toBe('still here');
  });

  it('survives a thread that ends by itself', async () => {
    const run = aPool();
    await expect(run({ kind: 'exit' })).rejects.toBeInstanceOf(OverloadError);
    expect((await run({ kind: 'say', text: 'still here' })).text).toBe('still here');
  });

  it('does again what was in a thread that another task brought down', async () => {
    const run = aPool(1, 4);
    const beside = run({ kind: 'say', text: 'beside', afterMs: 600 }, { person: 'another' });
    await expect(run({ kind: 'wait for the signal' }, { limitMs: 200 })).rejects.toBeInstanceOf(OverloadError);
    expect((await beside).text).toBe('beside');
  });

  it('keeps the kind of an error, and its words', async () => {
    const run = aPool();
    await expect(run({ kind: 'throw', what: 'library' })).rejects.toEqual(new LibraryError('the index is damaged'));
    await expect(run({ kind: 'throw', what: 'configuration' })).rejects.toEqual(new ConfigurationError('no key'));
    await expect(run({ kind: 'throw', what: 'bug' })).rejects.toThrow('a bug');
  });

  it('lets nobody wait whose asker has gone: waiting, it leaves; running, it ends', async () => {
    const run = aPool();
    const [first, second] = [new AbortController(), new AbortController()];
    const running = run({ kind: 'wait for the signal' }, { signal: first.signal });
    const waiting = run({ kind: 'say', text: 'never' }, { signal: second.signal });
    second.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await delay(50);
    first.abort(new Error('gone, too'));
    await expect(running).rejects.toThrow('gone, too');
    await expect(run({ kind: 'hang' }, { signal: AbortSignal.timeout(100) })).rejects.toThrow('aborted due to timeout');
    expect((await run({ kind: 'say', text: 'free again' })).text).toBe('free again');
  });

  it('says that too much is asked before what waits fills the memory', async () => {
    const run = aPool();
    const busy = Array.from({ length: 60 }, () =>
      run({ kind: 'say', text: 'one of many', afterMs: 5 }).then(
        ({ text }) => text,
        (error: unknown) => (error instanceof OverloadError ? error.reason : String(error)),
      ),
    );
    const answers = await Promise.all(busy);
    expect([
      answers.filter((text) => text === 'one of many').length,
      answers.filter((text) => text === 'busy').length,
    ]).toEqual([51, 9]);
  });
});
