import type { MessagePort } from 'node:worker_threads';
import type { SentError } from './thread-error.ts';
import { sentError } from './thread-error.ts';

/** What a thread gets. */
export interface ThreadTask<Task> {
  task: Task;
  /** Tells of a task that runs, and hears `stop` when nobody wants it any more. */
  port: MessagePort;
}

/** What it gives back: errors as data, for their kind does not survive the way. */
export type ThreadReply<Value> = { outcome: 'done'; value: Value } | { outcome: 'failed'; error: SentError };

/** What a task has besides its input. */
export interface WhileRunning {
  /** Ends when nobody wants the result any more. */
  signal: AbortSignal;
  /** Tells the other side something. */
  tell(message: unknown): void;
}

/** Does a task in a thread. */
export async function doTask<Task, Value>(
  { task, port }: ThreadTask<Task>,
  act: (task: Task, running: WhileRunning) => Promise<Value>,
): Promise<ThreadReply<Value>> {
  const unwanted = new AbortController();
  port.on('message', () => unwanted.abort(new DOMException('Nobody waits for it any more.', 'AbortError')));
  try {
    return {
      outcome: 'done',
      value: await act(task, { signal: unwanted.signal, tell: (message) => port.postMessage(message) }),
    };
  } catch (error) {
    return { outcome: 'failed', error: sentError(error) };
  } finally {
    port.close();
  }
}
