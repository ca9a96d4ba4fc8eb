import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorker } from '../../src/slack/handling/worker.ts';
import { aQuestionWaiting } from '../support/builders.ts';
import { createMemoryInbox } from '../support/memory-inbox.ts';

describe('a worker', () => {
  it('that takes its own lapsed work again breaks off the older run, and still knows of the newer', async () => {
    let now = 0;
    const inbox = createMemoryInbox(() => now);
    const runs: { reason: unknown; end: () => void }[] = [];
    const worker = createWorker({
      inbox,
      owner: 'me',
      log: () => undefined,
      handle: async (_, signal) => {
        const run = { reason: undefined as unknown, end: () => undefined as void };
        signal.addEventListener('abort', () => (run.reason = signal.reason));
        const ended = new Promise<void>((resolve) => (run.end = resolve));
        runs.push(run);
        await ended;
        return 'done';
      },
    });
    await inbox.accept(aQuestionWaiting());
    worker.start();
    await breathe();
    // The process was asleep, and somebody else put its work back.
    now = 60_000;
    await inbox.take('another', 0);
    worker.wake();
    for (let i = 0; i < 5; i++) await breathe();
    runs[0]?.end();
    for (let i = 0; i < 5; i++) await breathe();
    const isBrokenOff = worker.cancel(() => true, 'stopped');
    runs[1]?.end();
    expect([await isBrokenOff, runs.map(({ reason }) => reason)]).toEqual([true, ['taken over', 'stopped']]);
    await worker.stop();
  });

  it('does not break off what begins while it renews its leases', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const inbox = createMemoryInbox(() => 0);
    const renewing = Promise.withResolvers<void>();
    const reasons: unknown[] = [];
    const ends: (() => void)[] = [];
    const worker = createWorker({
      inbox: { ...inbox, renew: (owner, ids) => renewing.promise.then(() => inbox.renew(owner, ids)) },
      owner: 'me',
      log: () => undefined,
      handle: async (_, signal) => {
        signal.addEventListener('abort', () => reasons.push(signal.reason));
        await new Promise<void>((resolve) => ends.push(resolve));
        return 'done';
      },
    });
    await inbox.accept(aQuestionWaiting({ ts: '1' }));
    worker.start();
    for (let i = 0; i < 5; i++) await breathe();
    // The first is being worked on; its lease is renewed now, and takes its time.
    vi.advanceTimersByTime(10_000);
    await inbox.accept(aQuestionWaiting({ ts: '2' }));
    worker.wake();
    for (let i = 0; i < 5; i++) await breathe();
    renewing.resolve();
    for (let i = 0; i < 5; i++) await breathe();
    expect([ends.length, reasons]).toEqual([2, []]);
    for (const end of ends) end();
    await worker.stop();
  });
});
