// Loaded by threads of the pool's tests: does what a task says.
import { getPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { threadId } from 'node:worker_threads';
import type { ThreadReply, ThreadTask } from '../../../src/adapters/threads/thread-task.ts';
import { doTask } from '../../../src/adapters/threads/thread-task.ts';
import { ConfigurationError, LibraryError } from '../../../src/domain/errors.ts';

/** What a test asks a thread for. */
export type TestTask =
  | { kind: 'say'; text: string; afterMs?: number }
  | { kind: 'tell'; texts: string[] }
  | { kind: 'say how patient it is' }
  | { kind: 'hang' }
  | { kind: 'fill memory' }
  | { kind: 'exit' }
  | { kind: 'throw'; what: 'library' | 'configuration' | 'bug' }
  /** Waits as for a model: hears that it is not wanted any more. */
  | { kind: 'wait for the signal' };

/** What comes back: which thread, and its words. */
export interface TestValue {
  thread: number;
  text: string;
}

/** Does a task. */
export function testTask(task: ThreadTask<TestTask>): Promise<ThreadReply<TestValue>> {
  return doTask(task, async (asked, { signal, tell }) => {
    switch (asked.kind) {
      case 'say':
        await delay(asked.afterMs ?? 0);
        return { thread: threadId, text: asked.text };
      case 'tell':
        for (const text of asked.texts) tell(text);
        return { thread: threadId, text: 'told' };
      case 'say how patient it is':
        return { thread: threadId, text: String(getPriority()) };
      case 'hang':
        for (;;);
      case 'fill memory':
        return { thread: threadId, text: String(fill().length) };
      case 'exit':
        return process.exit(3);
      case 'throw':
        throw asked.what === 'library'
          ? new LibraryError('the index is damaged')
          : asked.what === 'configuration'
            ? new ConfigurationError('no key')
            : new RangeError('a bug');
      default:
        await delay(60_000, undefined, { signal });
        return { thread: threadId, text: 'waited' };
    }
  });
}

function fill(): number[][] {
  const all: number[][] = [];
  for (;;) all.push(Array.from({ length: 100_000 }, (_, at) => at + Math.random()));
}
