import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { OverloadError } from '../../domain/errors.ts';
import { FairQueue } from './fair-queue.ts';
import { errorOf } from './thread-error.ts';
import type { ThreadReply, ThreadTask } from './thread-task.ts';

/** How a pool is made. */
export interface ThreadPoolOptions {
  /** The module that a thread loads, and the function of it that does a task. */
  module: URL;
  name: string;
  /** Given to each thread at its start. */
  workerData: unknown;
  /** Threads that are kept; more are never made. */
  threads: number;
  /** Tasks that a thread does at a time: more than one where they mostly wait for something else. */
  tasksPerThread: number;
  /** A thread without a task ends after so long, in milliseconds; absent: never. */
  idleMs?: number;
  /** Largest heap of a thread, in megabytes: beyond it the thread ends, not the process. */
  heapMb: number;
  /** Whether it steps back for whatever else wants a processor, where the system lets threads do so. */
  isPatient?: boolean;
}

/** How a task is done. */
export interface TaskOptions<News> {
  /** For whom: people take turns. */
  person: string;
  /** Takes seconds: one thread is always left for what does not. */
  isLong?: boolean;
  /** Called when its turn has come, with how long it waited, in milliseconds. */
  onBegin?(waitedMs: number): void;
  /** Takes what the task tells while it runs. */
  onNews?(news: News): void;
  /** Ends waiting and work when nobody wants the result any more. */
  signal?: AbortSignal;
  /** Longest work, in milliseconds, waiting not counted: its thread is ended then, and another takes its place. */
  limitMs: number;
}

/** Tasks done in threads of their own, in a fair order. */
export interface ThreadPool<Task, Value, News> {
  /**
   * Does a task as soon as its turn has come.
   * @throws OverloadError when too many wait, or it takes too long; whatever the task throws; the signal's reason
   */
  run(task: Task, options: TaskOptions<News>): Promise<Value>;
  /** How many tasks wait and are done at this moment. */
  load(): { waiting: number; running: number };
  /** Ends the threads, and with an error what they do. */
  close(): Promise<void>;
}

/** So many tasks wait at most, of all people and of one; in seconds these are some ten of each. */
const MOST_WAITING = 500;
const MOST_WAITING_OF_ONE = 50;

interface Entry<Task, Value, News> {
  person: string;
  isLong: boolean;
  task: Task;
  options: TaskOptions<News>;
  waitsSince: number;
  /** Ended threads whose work this was already, for another task in them took too long. */
  losses: number;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

/** Opens a pool; the first task starts the threads. */
export function openThreadPool<Task, Value, News>(options: ThreadPoolOptions): ThreadPool<Task, Value, News> {
  const capacity = options.threads * options.tasksPerThread;
  const allButOne = Math.max(1, capacity - 1);
  const queue = new FairQueue<Entry<Task, Value, News>>({ perPerson: allButOne, long: allButOne });
  let pool: Threads<Task, Value> | undefined;
  let running = 0;

  function dispatch(): void {
    while (running < capacity) {
      const entry = queue.take();
      if (!entry) return;
      running += 1;
      void work(entry).finally(() => {
        running -= 1;
        queue.finish(entry);
        dispatch();
      });
    }
  }

  async function work(entry: Entry<Task, Value, News>): Promise<void> {
    pool ??= startThreads(options);
    entry.options.onBegin?.(performance.now() - entry.waitsSince);
    const outcome = await doOnce(pool, entry);
    if (outcome.kind === 'done') return entry.resolve(outcome.value);
    if (outcome.kind === 'failed') return entry.reject(outcome.error);
    // Its thread ended under it, and not because of its own time: once it may have been another task's fault.
    if (entry.losses > 0)
      return entry.reject(
        new OverloadError('too_long', 'The thread that did this ended twice; it needs more memory than there is.'),
      );
    entry.losses += 1;
    entry.waitsSince = performance.now();
    queue.push(entry);
  }

  return {
    run(task, taskOptions) {
      const { person, isLong = false, signal } = taskOptions;
      if (signal?.aborted === true) return Promise.reject(signal.reason);
      if (queue.size >= MOST_WAITING || queue.sizeOf(person) >= MOST_WAITING_OF_ONE) {
        return Promise.reject(new OverloadError('busy', `${queue.size} tasks wait already.`));
      }
      const { promise, resolve, reject } = Promise.withResolvers<Value>();
      const waitsSince = performance.now();
      const entry = { person, isLong, task, options: taskOptions, waitsSince, losses: 0, resolve, reject };
      const leave = () => queue.remove(entry) && reject(signal?.reason);
      signal?.addEventListener('abort', leave, { once: true });
      queue.push(entry);
      dispatch();
      return promise.finally(() => signal?.removeEventListener('abort', leave));
    },
    load: () => ({ waiting: queue.size, running }),
    async close() {
      await pool?.destroy();
    },
  };
}

type Threads<Task, Value> = Piscina<ThreadTask<Task>, ThreadReply<Value>>;

function startThreads<Task, Value>({
  module,
  name,
  workerData,
  threads,
  tasksPerThread,
  idleMs,
  heapMb,
  isPatient = false,
}: ThreadPoolOptions): Threads<Task, Value> {
  const pool = new Piscina<ThreadTask<Task>, ThreadReply<Value>>({
    filename: module.href,
    name,
    workerData,
    minThreads: idleMs === undefined ? threads : 0,
    maxThreads: threads,
    idleTimeout: idleMs ?? Infinity,
    concurrentTasksPerWorker: tasksPerThread,
    // A thread that waits by atomics hears neither that a task is unwanted nor its own timers.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    recordTiming: false,
    niceIncrement: isPatient ? PATIENT : 0,
  });
  // A thread that ends without a task is replaced with the next one; a task that loses its thread hears of it by
  // itself.
  pool.on('error', () => undefined);
  return pool;
}

/** A third of the processor of whoever does not step back. */
const PATIENT = 5;
/** Room for short-lived objects, in megabytes: without a limit they pile up to some hundred. */
const YOUNG_MB = 48;

type Done<Value> = { kind: 'done'; value: Value } | { kind: 'failed'; error: unknown } | { kind: 'lost' };

/** Has a task done by some thread, and ends that thread when it takes too long. */
async function doOnce<Task, Value, News>(
  pool: Threads<Task, Value>,
  { task, options }: Entry<Task, Value, News>,
): Promise<Done<Value>> {
  const { signal, limitMs, onNews } = options;
  const { port1: ours, port2: port } = new MessageChannel();
  const allTold = once(ours, 'close');
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limitMs);
  const stop = () => stopSoon(ours, late);
  ours.on('message', (news: News) => onNews?.(news));
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();
  try {
    const reply = await pool.run({ task, port }, { transferList: [port], signal: late.signal });
    // Its news come another way than its result, and may come later.
    await allTold;
    if (signal?.aborted === true) return { kind: 'failed', error: signal.reason };
    return reply.outcome === 'done'
      ? { kind: 'done', value: reply.value }
      : { kind: 'failed', error: errorOf(reply.error) };
  } catch (error) {
    if (signal?.aborted === true) return { kind: 'failed', error: signal.reason };
    if (late.signal.aborted)
      return {
        kind: 'failed',
        error: new OverloadError('too_long', `It took longer than ${Math.round(limitMs / 1000)} seconds.`),
      };
    return isLoss(error) ? { kind: 'lost' } : { kind: 'failed', error };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    ours.close();
  }
}

/** An unwanted task that does not hear of it within this time, in milliseconds, is ended with its thread. */
const PATIENCE_MS = 2000;

/** A task that waits for a model ends by itself; one that computes does not hear. */
function stopSoon(port: MessagePort, late: AbortController): void {
  port.postMessage('stop');
  setTimeout(() => late.abort(), PATIENCE_MS).unref();
}

/** True for what Piscina says when a thread ends under its tasks: of memory, of another task's time, or by itself. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.message.startsWith('worker exited') ||
    error.message === 'Terminating worker thread' ||
    ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
  );
}
