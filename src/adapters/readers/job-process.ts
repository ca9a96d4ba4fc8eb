import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { setPriority } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';

/** How long a job may take, in milliseconds. */
export interface JobTime {
  /** In all. */
  totalMs: number;
  /** Without a word of progress. */
  silenceMs: number;
}

/** How a job ended: it was done; what it called threw; or its process was ended, or ended itself, under it. */
export type JobEnd =
  | { outcome: 'done'; value: unknown }
  | { outcome: 'threw'; name: string; reason: string; detail: string }
  | {
      outcome: 'ended';
      /** `closed`: whoever wanted it done wants nothing any more; it is nobody's fault. */
      why: 'time' | 'memory' | 'crash' | 'closed';
      /** How far it had come, as it last said. */
      progress: number;
      detail: string;
    };

/** A process that does jobs, one after the other. */
export interface JobProcess {
  run(job: unknown, time: JobTime): Promise<JobEnd>;
  /** Ends the process, with whatever it is doing. */
  close(): void;
}

/** What the process may take. */
export interface JobMemory {
  /** Megabytes. */
  heapMb: number;
  memoryMb: number;
  /** Whether it steps back for whatever else wants a processor: for work that nobody waits for. */
  isPatient?: boolean;
}

/** What the process says of a job. */
export const JobMessage = z.discriminatedUnion('outcome', [
  /** It has started, and waits for jobs. */
  z.object({ id: z.literal(0), outcome: z.literal('ready') }),
  z.object({ id: z.int(), outcome: z.literal('progress'), progress: z.number() }),
  z.object({ id: z.int(), outcome: z.literal('done'), value: z.unknown() }),
  z.object({ id: z.int(), outcome: z.literal('threw'), name: z.string(), reason: z.string(), detail: z.string() }),
]);

/** Longest time that the process may take to start, in milliseconds; half a second on a machine that is not busy. */
const START_MS = 60_000;
/** Idle this long, in milliseconds, the process ends and gives its memory back. */
const IDLE_MS = 15_000;
/** A third of the processor of whoever does not step back: enough to stay within the time of a page. */
const PATIENT = 5;
/** A tick of Linux, in milliseconds. */
const TICK_MS = 10;
/**
 * Who steps back for others on a busy machine stands still though there is nothing wrong: while a process had a
 * processor for less than half of the silence that it may keep, it is waited for, up to so many times as long.
 */
const STARVED = 5;
/** So much of what the process complained of last is kept for the log, in characters. */
const KEPT_COMPLAINTS = 2000;
const OUT_OF_HEAP = /heap out of memory|Reached heap limit|invalid (?:array|table|size)|OOM/iu;

/**
 * A process of its own for work that a file from outside could make endless: it can be ended whatever it does, in
 * native code too, and takes nothing along. It starts with the first job, stays for the next ones as long as all goes
 * well, starts again after a job that failed, and dies with this one. It inherits no setting, and so no secret.
 * @param entry a module that calls `serveJobs`
 */
export function openJobProcess(entry: URL, memory: JobMemory): JobProcess {
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let before: Promise<unknown> = Promise.resolve();
  let last = 0;
  let isClosed = false;

  function end(): void {
    clearTimeout(idle);
    running?.child.kill('SIGKILL');
    running = undefined;
  }

  async function runNow(job: unknown, time: JobTime): Promise<JobEnd> {
    clearTimeout(idle);
    if (isClosed) return CLOSED;
    if (
      running === undefined ||
      running.child.exitCode !== null ||
      running.child.signalCode !== null ||
      !running.child.connected
    )
      running = start(entry, memory);
    const isFresh = running.jobs++ === 0;
    const ended = await follow(running, { id: ++last, job }, time);
    // It was given back by `close`, which may be after it was done.
    if (ended.outcome === 'ended' && isClosed) return CLOSED;
    // What failed may have left something behind that goes on working.
    if (ended.outcome !== 'done') end();
    // What others left there is not held against it.
    if (ended.outcome === 'ended' && ended.why === 'memory' && !isFresh) return runNow(job, time);
    if (ended.outcome === 'done') idle = setTimeout(end, IDLE_MS).unref();
    return ended;
  }

  return {
    run(job, time) {
      const result = before.then(() => runNow(job, time));
      before = result.catch(() => undefined);
      return result;
    },
    close() {
      isClosed = true;
      end();
    },
  };
}

const CLOSED: JobEnd = { outcome: 'ended', why: 'closed', progress: 0, detail: '' };

interface Running {
  child: ChildProcess;
  /** How many it was given. */
  jobs: number;
  isReady: boolean;
  complaints: string;
}

function start(entry: URL, { heapMb, memoryMb, isPatient = false }: JobMemory): Running {
  const child = fork(entry, [String(memoryMb)], {
    execArgv: [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=16', '--disable-warning=ExperimentalWarning'],
    env: sharedCode(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (isPatient) stepBack(child);
  const running: Running = { child, jobs: 0, isReady: false, complaints: '' };
  // whoever waits for a job hears of it; an error without a listener would end this process
  child.on('error', () => undefined);
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text) => (running.complaints = (running.complaints + String(text)).slice(-KEPT_COMPLAINTS)));
  return running;
}

/** Where a system does not allow it, or the process has ended already, all goes on as it is. */
function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, PATIENT);
  } catch {
    return;
  }
}

/** The time, and that for which a process has had a processor, both in milliseconds; endless where no system tells. */
function now({ pid }: ChildProcess): { at: number; workedMs: number } {
  return { at: performance.now(), workedMs: processorMs(pid) };
}

function processorMs(pid: number | undefined): number {
  try {
    // proc(5): after the name in brackets, user and system time are the twelfth and the thirteenth field, in ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Where this process keeps compiled code, so that the other one need not compile it anew; no setting of ours. */
function sharedCode(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

/** Hands a job over and waits until it is done, its time is over, or the process is gone. */
function follow(
  running: Running,
  { id, job }: { id: number; job: unknown },
  { totalMs, silenceMs }: JobTime,
): Promise<JobEnd> {
  const { child } = running;
  running.complaints = '';
  hold(child);
  return new Promise((resolve) => {
    let progress = 0;
    let heard = now(child);
    const clocks: NodeJS.Timeout[] = [];

    /** The start of the process is not the job's time. */
    function begin(): void {
      running.isReady = true;
      stopClocks();
      heard = now(child);
      clocks.push(setTimeout(endUnlessStarved, silenceMs), setTimeout(endForTime, totalMs));
    }
    function endForTime(): void {
      finish({ outcome: 'ended', why: 'time', progress, detail: running.complaints });
    }
    function endUnlessStarved(): void {
      const { at, workedMs } = now(child);
      const isStarved = workedMs - heard.workedMs < silenceMs / 2 && at - heard.at < STARVED * silenceMs;
      if (isStarved) clocks[0]?.refresh();
      else endForTime();
    }
    function stopClocks(): void {
      for (const clock of clocks.splice(0)) clearTimeout(clock);
    }
    function finish(end: JobEnd): void {
      stopClocks();
      child.off('message', take).off('close', gone).off('error', failed);
      letGo(child);
      resolve(end);
    }
    function take(message: unknown): void {
      const said = JobMessage.safeParse(message);
      if (said.data?.outcome === 'ready') return begin();
      if (!said.success || said.data.id !== id) return;
      const { id: _id, ...end } = said.data;
      if (end.outcome !== 'progress') return finish(end);
      progress = end.progress;
      heard = now(child);
      clocks[0]?.refresh();
    }
    // The one that ends it for memory is its own watchdog, or the system.
    function gone(code: number | null, signal: NodeJS.Signals | null): void {
      const isMemory = signal === 'SIGKILL' || OUT_OF_HEAP.test(running.complaints);
      finish({
        outcome: 'ended',
        why: isMemory ? 'memory' : 'crash',
        progress,
        detail: `${signal ?? `exit code ${String(code)}`} ${running.complaints}`.trim(),
      });
    }
    function failed(error: Error): void {
      finish({ outcome: 'ended', why: 'crash', progress, detail: error.message });
    }

    child.on('message', take).on('close', gone).on('error', failed);
    if (running.isReady) begin();
    else
      clocks.push(
        setTimeout(() => finish({ outcome: 'ended', why: 'crash', progress, detail: 'it did not start' }), START_MS),
      );
    child.send({ id, job }, (error) => {
      if (error && child.connected) failed(error);
    });
  });
}

/** While it works, this process stays for its answer; after that, it is no reason to stay. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  if (child.stderr && 'unref' in child.stderr && typeof child.stderr.unref === 'function') child.stderr.unref();
}
