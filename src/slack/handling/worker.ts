import { setImmediate as breathe, setTimeout as delay } from 'node:timers/promises';
import type { InboxItem } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';

/**
 * Pieces of work at a time: an answer without a model costs 50 to 100 ms of this process, more at a time only wait for
 * each other.
 */
const AT_A_TIME = 4;
/** Between looks for work whose owner died, in milliseconds. */
const LOOK_MS = 5000;
/** Between looks whether work was stopped through another process, in milliseconds. */
const STOP_MS = 1000;
/** Why work is broken off when the process ends, and how long its end may take, in milliseconds. */
const PUT_BACK = 'put back';
const LAST_MS = 500;
/** Between signs of life, in milliseconds: a third of the lease. */
const RENEW_MS = 10_000;

/** What works off the inbox. */
export interface Worker {
  start(): void;
  /** New work is there. */
  wake(): void;
  /** Breaks off what is being done and fits, and waits for its end; true when there was some. */
  cancel(isMeant: (item: InboxItem) => boolean, reason: 'deleted' | 'stopped'): Promise<boolean>;
  /**
   * Takes no more work, and waits for what is being done; what takes longer is put back, so that whoever comes next
   * does it at once.
   * @param patienceMs how long it waits; absent: to the end
   */
  stop(patienceMs?: number): Promise<void>;
}

/** What a worker needs. */
export interface WorkerParts {
  inbox: Inbox;
  owner: string;
  /**
   * Does the work; whatever it throws is logged and makes the work a failure. Aborted: the work was cancelled, or is
   * another's by now.
   */
  handle(item: InboxItem, signal: AbortSignal): Promise<'done' | 'failed'>;
  log(line: string): void;
}

/** Work that is being done. */
interface Run {
  item: InboxItem;
  done: Promise<void>;
  abort: AbortController;
}

/** Works off the inbox, a few pieces at a time, and recovers what others left undone. */
export function createWorker({ inbox, owner, handle, log }: WorkerParts): Worker {
  const running = new Map<number, Run>();
  let stopHearing: (() => void) | undefined;
  const timers: NodeJS.Timeout[] = [];
  const state = { isOpen: false, isTaking: false, isAsked: false };

  async function takeMore(): Promise<void> {
    state.isAsked = true;
    if (state.isTaking) return;
    state.isTaking = true;
    try {
      while (state.isAsked && state.isOpen && running.size < AT_A_TIME) {
        state.isAsked = false;
        for (const item of await inbox.take(owner, AT_A_TIME - running.size)) {
          begin(item);
          await breathe();
        }
      }
    } catch (error) {
      log(`The inbox could not be read: ${reasonOf(error)}`);
    } finally {
      state.isTaking = false;
    }
  }

  function begin(item: InboxItem): void {
    // Its lease ran out meanwhile, and nobody else was there to take it.
    running.get(item.id)?.abort.abort('taken over');
    const abort = new AbortController();
    const done = work(item, abort.signal).finally(() => {
      if (running.get(item.id)?.abort === abort) running.delete(item.id);
      void takeMore();
    });
    running.set(item.id, { item, done, abort });
  }

  async function work(item: InboxItem, signal: AbortSignal): Promise<void> {
    const outcome = await handle(item, signal).catch((error: unknown) => {
      log(`Work ${item.subject} failed: ${reasonOf(error)}`);
      return 'failed' as const;
    });
    try {
      await inbox.finish(owner, item.id, outcome, item.attempt);
    } catch (error) {
      // What was put back is another's by now, whatever becomes of this end of it.
      if (signal.reason !== PUT_BACK) log(`Work ${item.subject} could not be finished: ${reasonOf(error)}`);
    }
  }

  async function renew(): Promise<void> {
    // What begins meanwhile is not among what is asked for, and is no less its own.
    const asked = [...running];
    const held = new Set(
      await inbox.renew(
        owner,
        asked.map(([id]) => id),
      ),
    );
    for (const [id, { abort }] of asked) if (!held.has(id)) abort.abort('taken over');
  }

  async function breakOffStopped(): Promise<void> {
    if (running.size === 0) return;
    for (const id of await inbox.stopped([...running.keys()])) running.get(id)?.abort.abort('stopped');
  }

  async function putBack(): Promise<void> {
    log(`${running.size} ${running.size === 1 ? 'answer is' : 'answers are'} put back: whoever comes next gives them.`);
    await inbox.release(owner);
    const ended = [...running.values()].map(({ done, abort }) => {
      abort.abort(PUT_BACK);
      return done;
    });
    // Most hear it at once; what waits for Slack does not, and is no longer waited for.
    await Promise.race([Promise.all(ended), delay(LAST_MS, undefined, { ref: false })]);
  }

  const tolerantly = (act: () => Promise<void>) => () =>
    void act().catch((error: unknown) => log(`The inbox could not be used: ${reasonOf(error)}`));
  const every = (ms: number, act: () => Promise<void>) => setInterval(tolerantly(act), ms);
  const lookAround = tolerantly(async () => {
    await Promise.all([takeMore(), breakOffStopped()]);
  });
  return {
    start() {
      state.isOpen = true;
      timers.push(every(LOOK_MS, takeMore), every(RENEW_MS, renew), every(STOP_MS, breakOffStopped));
      stopHearing = inbox.hear?.(lookAround);
      void takeMore();
    },
    wake: () => void takeMore(),
    async cancel(isMeant, reason) {
      const meant = [...running.values()].filter(({ item }) => isMeant(item));
      for (const { abort } of meant) abort.abort(reason);
      await Promise.all(meant.map(({ done }) => done));
      return meant.length > 0;
    },
    async stop(patienceMs) {
      state.isOpen = false;
      for (const timer of timers) clearInterval(timer);
      stopHearing?.();
      const ended = Promise.all([...running.values()].map(({ done }) => done));
      const isOver =
        patienceMs === undefined ? ended : Promise.race([ended, delay(patienceMs, undefined, { ref: false })]);
      await isOver;
      if (running.size > 0) await putBack();
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
