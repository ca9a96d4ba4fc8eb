import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import type { Note, Step, Task, WatchEvent, WorkMark } from './events.ts';

/** Work that is being done, as the code that does it finds it. */
interface Current extends WorkMark {
  /** What is timed around here. */
  span: string;
  /** Milliseconds of what happens many times within a task and is told once. */
  spent: Map<Step, number>;
  hear: Note;
}

const current = new AsyncLocalStorage<Current>();

/** The id of the work that is being done here; undefined where none is. */
export function workId(): string | undefined {
  return current.getStore()?.id;
}

/** The work that is being done here, to be gone on with in another thread. */
export function workHere(): (WorkMark & { span: string }) | undefined {
  const store = current.getStore();
  return store && { id: store.id, door: store.door, span: store.span };
}

/** Keeps what is called later, from elsewhere, in the work that is being done here. */
export function keepWork<T extends unknown[]>(act: (...args: T) => void): (...args: T) => void {
  const run = AsyncLocalStorage.snapshot();
  return (...args) => run(act, ...args);
}

/** The id of work that is known by a key of its own, the same in every process. */
export function idOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** The id of a request as the id of its work: without the dashes of a UUID. */
export function idOfRequest(requestId: string): string {
  return requestId.replaceAll('-', '');
}

/** Does work under an id, and tells how long it took. */
export function doWork<T>(mark: WorkMark, hear: Note, act: () => Promise<T>): Promise<T> {
  const store = { ...mark, span: '', spent: new Map<Step, number>(), hear };
  return current.run(store, () => timed('work', act));
}

/** Goes on with work in another thread. */
export function goOnWith<T>(work: WorkMark & { span: string }, hear: Note, act: () => Promise<T>): Promise<T> {
  return current.run({ ...work, spent: new Map<Step, number>(), hear }, async () => {
    try {
      return await act();
    } finally {
      tellSpent();
    }
  });
}

/** Does a step or task of the work, and tells how long it took. */
export async function timed<T>(name: Step | Task | 'work', act: () => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (!outer) return act();
  const span = randomBytes(8).toString('hex');
  const [startedAt, from] = [Date.now(), performance.now()];
  const end = (ok: boolean) =>
    note({
      kind: 'span',
      name,
      span,
      ...(outer.span === '' ? {} : { parent: outer.span }),
      startedAt,
      ms: performance.now() - from,
      ok,
    });
  return current.run({ ...outer, span }, async () => {
    try {
      const value = await act();
      end(true);
      return value;
    } catch (error) {
      end(false);
      throw error;
    }
  });
}

/** Does what happens many times within a task; its time is told once, all together. */
export function spending<T>(step: Step, act: () => T): T {
  const spent = current.getStore()?.spent;
  if (!spent) return act();
  const from = performance.now();
  try {
    return act();
  } finally {
    spent.set(step, (spent.get(step) ?? 0) + performance.now() - from);
  }
}

/** Tells what happened to the work that is being done here; nobody hears it where none is. */
export function note(event: WatchEvent): void {
  const store = current.getStore();
  store?.hear(event, { id: store.id, door: store.door });
}

/** Tells of a step that somebody else timed and that has just ended. */
export function noteStep(name: Step, ms: number, ok = true): void {
  const parent = current.getStore()?.span ?? '';
  const span = randomBytes(8).toString('hex');
  note({ kind: 'span', name, span, ...(parent === '' ? {} : { parent }), startedAt: Date.now() - ms, ms, ok });
}

function tellSpent(): void {
  const spent = current.getStore()?.spent ?? new Map<Step, number>();
  for (const [step, ms] of spent) noteStep(step, ms);
}
