import { Worker } from 'node:worker_threads';
import { ServiceError } from '../domain/errors.ts';
import type { PagePictures } from '../domain/ports.ts';
import { PageReply } from './page-request.ts';
import type { PageRequest } from './page-request.ts';

/** Replies that are kept: some hundred kilobytes each. */
const KEPT_REPLIES = 40;

type Waiting = { resolve(reply: PageReply): void; reject(error: Error): void };

/**
 * Pages of PDF reports, drawn by a thread of their own that starts with the first one.
 * @param pathOf where a report's original is kept; undefined when it is not
 */
export function openPdfPages(pathOf: (reportId: string) => string | undefined): PagePictures {
  const waiting = new Map<number, Waiting>();
  const kept = new Map<string, Promise<PageReply>>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(new URL('pdf-worker.ts', import.meta.url));
    started.unref(); // a command that is done does not wait for it
    started.on('message', (message: unknown) => {
      const reply = PageReply.parse(message);
      waiting.get(reply.id)?.resolve(reply);
      waiting.delete(reply.id);
    });
    started.on('error', (cause) => fail(started, new ServiceError(`The thread that draws pages stopped (${cause instanceof Error ? cause.message : String(cause)}); it starts again with the next page.`, { cause })));
    started.on('exit', () => fail(started, new ServiceError('The thread that draws pages ended.')));
    return started;
  }

  function fail(ended: Worker, error: Error): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function send(request: Omit<PageRequest, 'id'>): Promise<PageReply> {
    const id = ++last;
    worker ??= start();
    const reply = new Promise<PageReply>((resolve, reject) => waiting.set(id, { resolve, reject }));
    worker.postMessage({ id, ...request });
    return reply;
  }

  async function ask(kind: PageRequest['kind'], reportId: string, page: number): Promise<PageReply | undefined> {
    const path = pathOf(reportId);
    if (path === undefined) return undefined;
    const key = `${kind} ${path} ${page}`;
    const reply = kept.get(key) ?? send({ kind, path, page });
    kept.delete(key);
    kept.set(key, reply);
    for (const old of [...kept.keys()].slice(0, -KEPT_REPLIES)) kept.delete(old);
    const { outcome, ...rest } = await reply.catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
    if (outcome === 'failed' && 'reason' in rest) {
      kept.delete(key);
      throw new ServiceError(`Page ${page} of ${path} cannot be drawn (${rest.reason}).`);
    }
    return reply;
  }

  return {
    async picture(reportId, page) {
      const reply = await ask('picture', reportId, page);
      return reply?.outcome === 'picture' ? reply.png : undefined;
    },
    async layout(reportId, page) {
      const reply = await ask('layout', reportId, page);
      return reply?.outcome === 'layout' ? reply.layout : undefined;
    },
    async close() {
      await worker?.terminate();
    },
  };
}
