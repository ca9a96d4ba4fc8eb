import { openThreadPool } from '../adapters/threads/thread-pool.ts';
import type { TaskOptions } from '../adapters/threads/thread-pool.ts';
import type { Config } from '../config.ts';
import type { Viewer } from '../domain/audience.ts';
import { EVERYONE_ONLY } from '../domain/audience.ts';
import { given } from '../domain/given.ts';
import type { IngestOptions } from '../ingest/ingest-files.ts';
import type { AskerOptions } from '../model/attempt.ts';
import type { ChangeTask, ChangeValue, RoomTask, RoomValue, ThreadNews, Where } from './library-thread.ts';
import { keepWork, note, noteStep, workHere } from '../watch/current-work.ts';
import type { Footnote, ReadingRoom, RoomOptions } from './wire-footnote.ts';
import { withinLimits } from './within-limits.ts';
import type { PartsConfig } from './wire-review.ts';

/**
 * Longest work on one thing, in milliseconds, the time of a model not counted. An answer takes .1 s, a draft of 30,000
 * characters half a minute.
 */
const LIMITS_MS = {
  answer: 30_000,
  search: 30_000,
  verify: 60_000,
  summarize: 60_000,
  figures: 60_000,
  check: 150_000,
  chart: 30_000,
  document: 30_000,
  examples: 60_000,
  warm: 600_000,
  change: 3_600_000,
};
/** Answers of a model mostly wait for it: so many at a time in the one thread that counts its tokens and failures. */
const WAITING_FOR_A_MODEL = 16;
/** The thread that takes reports in ends when it has had nothing to do for so long, in milliseconds. */
const IDLE_MS = 60_000;
/** Whoever is not named takes turns as one. */
const NOBODY = '';

/** Threads that answer, check, summarise and take reports in beside the one that talks to Slack and browsers. */
export interface Threads {
  /** The same library, with what computes done in the threads. */
  over(footnote: Footnote, where: Where): Footnote;
  /** Loads in each thread what the first question would have to wait for. */
  warm(): Promise<void>;
  /** How many tasks wait and are done at this moment, of those that answer and those that change the library. */
  load(): Record<'answers' | 'changes', { waiting: number; running: number }>;
  close(): Promise<void>;
}

/**
 * Makes the threads; they start with the first task.
 * @param log takes what answers of a model cost
 */
export function wireThreads(config: Config, log: (line: string) => void): Threads {
  const { dictionaryDirectory, lexiconDirectory, embeddings, grounding, model, threads } = config;
  const parts: PartsConfig = {
    ...whereOf(config),
    dictionaryDirectory,
    ...given({ lexiconDirectory }),
    embeddings,
    ...given({ grounding }),
    ...(model ? { model } : {}),
    ...(config.ocr ? { ocr: config.ocr } : {}),
    allowPrivateAddresses: config.allowPrivateAddresses,
  };
  const common = { module: new URL('library-thread.ts', import.meta.url), workerData: parts, heapMb: threads.heapMb };
  const count = model ? 1 : threads.count;
  const rooms = openThreadPool<RoomTask, RoomValue, ThreadNews>({
    ...common,
    name: 'askRoom',
    threads: count,
    tasksPerThread: model ? WAITING_FOR_A_MODEL : 1,
  });
  const changes = openThreadPool<ChangeTask, ChangeValue, ThreadNews>({
    ...common,
    name: 'changeLibrary',
    threads: 1,
    tasksPerThread: 1,
    idleMs: IDLE_MS,
    // Nobody waits for a report to go in as for an answer.
    isPatient: true,
  });
  const modelMs = model?.use.timeoutMs ?? 0;

  function listen(
    { onClaim }: Pick<AskerOptions, 'onClaim'>,
    onProgress?: IngestOptions['onProgress'],
  ): Pick<TaskOptions<ThreadNews>, 'onNews' | 'onBegin'> {
    return {
      onBegin: keepWork((waitedMs: number) => noteStep('queue', waitedMs)),
      onNews: keepWork((news: ThreadNews) => {
        if (news.kind === 'log') log(news.line);
        else if (news.kind === 'claim') onClaim?.(news.claim);
        else if (news.kind === 'watch') note(news.event);
        else onProgress?.(news.done, news.total, news.file);
      }),
    };
  }

  async function ask<K extends RoomTask['kind']>(
    kind: K,
    task: RoomTask & { kind: K },
    options: RoomOptions = {},
  ): Promise<RoomValue & { kind: K }> {
    const { user, visitor, signal } = options;
    const person = [user ?? NOBODY, visitor ?? ''].join(' ');
    const value = await rooms.run(
      { ...task, ...given({ user, work: workHere() }) },
      {
        person,
        isLong: kind === 'summarize' || kind === 'figures' || kind === 'check' || kind === 'examples',
        limitMs: LIMITS_MS[kind] + modelMs,
        ...listen(options),
        ...(signal ? { signal } : {}),
      },
    );
    if (isOf(kind, value)) return value;
    throw new TypeError(`The thread gave ${value.kind} for ${kind}.`);
  }

  function roomIn(where: Where, viewer: Viewer, room: ReadingRoom): ReadingRoom {
    const at = { where, viewer };
    // What is too long is not sent to a thread.
    return withinLimits({
      ...room,
      answer: async (question, options) => (await ask('answer', { ...at, kind: 'answer', question }, options)).answer,
      check: async (draft, { reports, ...options } = {}) =>
        (await ask('check', { ...at, kind: 'check', draft, ...(reports ? { reports } : {}) }, options)).checked,
      examples: async (reportId) =>
        (await ask('examples', { ...at, kind: 'examples', ...given({ reportId }) })).examples,
      figures: async (request, { visitor, ...options } = {}) =>
        (await ask('figures', { ...at, kind: 'figures', request, options }, given({ visitor }))).found,
      search: async (question, limit, options) =>
        (await ask('search', { ...at, kind: 'search', question, limit }, options)).passages,
      verify: async (sentences, options) => (await ask('verify', { ...at, kind: 'verify', sentences }, options)).judged,
      summarize: async (request, options) =>
        (await ask('summarize', { ...at, kind: 'summarize', request }, options)).summary,
    });
  }

  function over(footnote: Footnote, library: Where): Footnote {
    const where = whereOf(library);
    const change = (task: ChangeTask, onProgress?: IngestOptions['onProgress']) =>
      changes.run(task, { person: NOBODY, limitMs: LIMITS_MS.change, ...listen({}, onProgress) });
    return {
      ...footnote,
      seenBy: (viewer) => roomIn(where, viewer, footnote.seenBy(viewer)),
      async drawChart(bars, title) {
        return (await ask('chart', { kind: 'chart', where, viewer: EVERYONE_ONLY, bars, title })).png;
      },
      async writeDocument(document, format) {
        const viewer = EVERYONE_ONLY;
        return (await ask('document', { kind: 'document', where, viewer, document, format })).bytes;
      },
      async ingest(paths, { onProgress, ...options } = {}) {
        const value = await change({ kind: 'ingest', where, paths, options }, onProgress);
        if (value.kind === 'ingest') return value.result;
        throw new TypeError('The thread took nothing in.');
      },
      async remove(reportId) {
        const value = await change({ kind: 'remove', where, reportId });
        return value.kind === 'remove' && value.isRemoved;
      },
      another: async (other) => over(await footnote.another(other), other),
    };
  }

  return {
    over,
    async warm() {
      const task: RoomTask = { kind: 'warm', where: parts, viewer: EVERYONE_ONLY };
      await Promise.all(Array.from({ length: count }, (_, at) => ask('warm', task, { visitor: `warm ${at}` })));
    },
    load: () => ({ answers: rooms.load(), changes: changes.load() }),
    async close() {
      await Promise.all([rooms.close(), changes.close()]);
    },
  };
}

/** Of a library's settings what threads need to open it. */
function whereOf({ indexDirectory, database, editors, linkSecret }: Where): Where {
  return { indexDirectory, editors, ...given({ database, linkSecret }) };
}

function isOf<K extends RoomTask['kind']>(kind: K, value: RoomValue): value is RoomValue & { kind: K } {
  return value.kind === kind;
}
