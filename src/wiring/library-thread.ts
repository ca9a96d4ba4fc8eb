// Loaded by the threads of wire-threads.ts: answers, checks and summarises over a library, and takes reports in.
import { AsyncLocalStorage } from 'node:async_hooks';
import { workerData } from 'node:worker_threads';
import type { Bars } from '../adapters/bar-chart.ts';
import type { ThreadReply, ThreadTask, WhileRunning } from '../adapters/threads/thread-task.ts';
import { doTask } from '../adapters/threads/thread-task.ts';
import type { Claim, Passage, Question, VerifiedAnswer } from '../domain/answer.ts';
import type { Viewer } from '../domain/audience.ts';
import type { CheckedDraft } from '../domain/check.ts';
import type { FootnotedDocument } from '../domain/footnoted-document.ts';
import type { FiguresRequest, FoundFigures } from '../domain/figure-fact.ts';
import type { FigureOptions } from '../figures/find-figures.ts';
import type { SummaryRequest, VerifiedSummary } from '../domain/summary.ts';
import { given } from '../domain/given.ts';
import type { IngestOptions, IngestResult } from '../ingest/ingest-files.ts';
import type { CitedSentence, JudgedSentence } from '../verify/verify-sentence.ts';
import { goOnWith } from '../watch/current-work.ts';
import type { WatchEvent, WorkMark } from '../watch/events.ts';
import type { Footnote } from './wire-footnote.ts';
import { wireFootnote } from './wire-footnote.ts';
import type { PartsConfig } from './wire-review.ts';

/** Which library: what its settings have of their own. */
export type Where = Pick<PartsConfig, 'indexDirectory' | 'database' | 'editors' | 'linkSecret'>;

/** The work that a task is part of, and what is timed around it; absent: nobody watches. */
type OfWork = { work?: WorkMark & { span: string } };

/** What is asked of a library. */
export type RoomTask = { where: Where; viewer: Viewer; user?: string } & OfWork &
  (
    | { kind: 'answer'; question: Question }
    | { kind: 'search'; question: Question; limit: number }
    | { kind: 'verify'; sentences: readonly CitedSentence[] }
    | { kind: 'check'; draft: string; reports?: string[] }
    | { kind: 'summarize'; request: SummaryRequest }
    | { kind: 'figures'; request: FiguresRequest; options: FigureOptions }
    | { kind: 'chart'; bars: Bars; title: string }
    | { kind: 'document'; document: FootnotedDocument; format: 'docx' | 'pdf' }
    | { kind: 'examples'; reportId?: string }
    /** Loads what the first question would have to wait for. */
    | { kind: 'warm' }
  );

/** What comes of it: every answer and summary was verified in the thread. */
export type RoomValue =
  | { kind: 'answer'; answer: VerifiedAnswer }
  | { kind: 'search'; passages: Passage[] }
  | { kind: 'verify'; judged: JudgedSentence[] }
  | { kind: 'check'; checked: CheckedDraft }
  | { kind: 'summarize'; summary: VerifiedSummary }
  | { kind: 'figures'; found: FoundFigures }
  | { kind: 'chart'; png: Uint8Array }
  | { kind: 'document'; bytes: Uint8Array }
  | { kind: 'examples'; examples: string[] }
  | { kind: 'warm' };

/** What changes a library. */
export type ChangeTask = { where: Where } & (
  | { kind: 'ingest'; paths: string[]; options: Pick<IngestOptions, 'audience' | 'brought'> }
  | { kind: 'remove'; reportId: string }
);

/** What comes of it. */
export type ChangeValue = { kind: 'ingest'; result: IngestResult } | { kind: 'remove'; isRemoved: boolean };

/** What a task tells while it runs. */
export type ThreadNews =
  | { kind: 'claim'; claim: Claim }
  | { kind: 'log'; line: string }
  | { kind: 'watch'; event: WatchEvent }
  | { kind: 'progress'; done: number; total: number; file: string };

/** The parts of one library, and those beside it; opened when they are first needed, in this thread. */
const libraries = new Map<string, Promise<Footnote>>();
/** Libraries that stay open in a thread, the ones used last. */
const MOST_OPEN = 50;
const running = new AsyncLocalStorage<WhileRunning>();
const config: PartsConfig = workerData;
let first: Promise<Footnote> | undefined;

/** Does what is asked of a library. */
export function askRoom(task: ThreadTask<RoomTask>): Promise<ThreadReply<RoomValue>> {
  return doTask(task, (asked, meanwhile) =>
    running.run(meanwhile, () => inWork(asked, meanwhile, () => ask(asked, meanwhile))),
  );
}

/** Goes on with the work that a task is part of: what happens to it is told to the other side. */
function inWork<T>({ work }: OfWork, { tell }: Pick<WhileRunning, 'tell'>, act: () => Promise<T>): Promise<T> {
  return work ? goOnWith(work, (event) => tell({ kind: 'watch', event } satisfies ThreadNews), act) : act();
}

/** Changes a library, with parts of its own: what is derived from it is saved when they are closed. */
export function changeLibrary(task: ThreadTask<ChangeTask>): Promise<ThreadReply<ChangeValue>> {
  return doTask(task, async (change, { tell }) => {
    const own = await (await wired()).another({ ...config, ...change.where });
    try {
      if (change.kind === 'remove') return { kind: 'remove', isRemoved: await own.remove(change.reportId) };
      const onProgress = (done: number, total: number, file: string) =>
        tell({ kind: 'progress', done, total, file } satisfies ThreadNews);
      return { kind: 'ingest', result: await own.ingest(change.paths, { ...change.options, onProgress }) };
    } finally {
      await own.close();
    }
  });
}

async function ask({ where, viewer, user, ...task }: RoomTask, { signal, tell }: WhileRunning): Promise<RoomValue> {
  const room = (await libraryAt(where)).seenBy(viewer);
  const asker = { signal, ...given({ user }) };
  if (task.kind === 'answer') {
    const onClaim = (claim: Claim) => tell({ kind: 'claim', claim } satisfies ThreadNews);
    return { kind: 'answer', answer: await room.answer(task.question, { ...asker, onClaim }) };
  }
  if (task.kind === 'search') return { kind: 'search', passages: await room.search(task.question, task.limit) };
  if (task.kind === 'verify') return { kind: 'verify', judged: await room.verify(task.sentences) };
  if (task.kind === 'check')
    return {
      kind: 'check',
      checked: await room.check(task.draft, { ...asker, ...(task.reports ? { reports: task.reports } : {}) }),
    };
  if (task.kind === 'summarize') return { kind: 'summarize', summary: await room.summarize(task.request, asker) };
  if (task.kind === 'figures') return { kind: 'figures', found: await room.figures(task.request, task.options) };
  if (task.kind === 'examples') return { kind: 'examples', examples: await room.examples(task.reportId) };
  if (task.kind === 'chart')
    return { kind: 'chart', png: await (await libraryAt(where)).drawChart(task.bars, task.title) };
  if (task.kind === 'document')
    return { kind: 'document', bytes: await (await libraryAt(where)).writeDocument(task.document, task.format) };
  // Not through the model: a warm-up costs nothing.
  for (const text of WARMING) await room.extract({ text, earlier: [] });
  return { kind: 'warm' };
}

/** A question in each language brings in the dictionary both ways, names and vectors. */
const WARMING = [
  '2020年第三季度亚马逊云的市占率是多少？',
  'What market share did AWS have in the third quarter of 2020?',
];

async function libraryAt(where: Where): Promise<Footnote> {
  const { indexDirectory } = where;
  const found = libraries.get(indexDirectory) ?? wired().then((footnote) => footnote.another({ ...config, ...where }));
  libraries.delete(indexDirectory);
  libraries.set(indexDirectory, found);
  found.catch(() => libraries.delete(indexDirectory));
  for (const [other, footnote] of [...libraries].slice(0, -MOST_OPEN)) {
    libraries.delete(other);
    await (await footnote).close();
  }
  return found;
}

function wired(): Promise<Footnote> {
  first ??= wireFootnote(config, (line) => running.getStore()?.tell({ kind: 'log', line } satisfies ThreadNews));
  // What could not be opened once may open with the next question.
  first.catch(() => (first = undefined));
  return first;
}
