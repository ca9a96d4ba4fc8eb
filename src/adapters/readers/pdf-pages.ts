import { ServiceError } from '../../domain/errors.ts';
import type { PagePictures } from '../../domain/ports.ts';
import type { DrawingLimits } from './drawing-lanes.ts';
import { openDrawingLanes } from './drawing-lanes.ts';
import type { JobEnd } from './job-process.ts';
import { PageReply } from './page-request.ts';
import type { PageRequest } from './page-request.ts';

/** Replies that are kept: some hundred kilobytes each. */
const KEPT_REPLIES = 40;
/** Pages that could not be drawn are remembered up to this number. */
const REMEMBERED_PAGES = 2000;
/**
 * From so many pages of a file that ended their process on, its other pages are not tried: a file of bombs would keep a
 * core busy for hours.
 */
const ENDED_PAGES = 3;

type MayCome<T> = T | Promise<T>;

/**
 * Pages of PDF reports, drawn in processes of their own that start with the first one. A page that cannot be drawn, or
 * not within its limits, is shown as text from then on: its picture and its layout are undefined.
 * @param pathOf where a report's original is kept; undefined when it is not
 * @param limits the limits of a page, where tests want others
 */
export function openPdfPages(
  pathOf: (reportId: string) => MayCome<string | undefined>,
  limits?: DrawingLimits,
): PagePictures {
  const lanes = openDrawingLanes(limits);
  const kept = new Map<string, Promise<PageReply>>();
  const failed = new Set<string>();
  const endedOf = new Map<string, number>();

  async function draw(request: PageRequest): Promise<PageReply> {
    const end = await lanes.draw(request);
    if (end.outcome === 'done') return PageReply.parse(end.value);
    failed.add(placeOf(request));
    for (const oldest of [...failed].slice(0, -REMEMBERED_PAGES)) failed.delete(oldest);
    if (end.outcome === 'ended') endedOf.set(request.path, (endedOf.get(request.path) ?? 0) + 1);
    throw new ServiceError(
      `Page ${request.page} of ${request.path} cannot be drawn (${reasonOf(end)}); it is shown as text.`,
    );
  }

  async function ask(kind: PageRequest['kind'], reportId: string, page: number): Promise<PageReply | undefined> {
    const path = await pathOf(reportId);
    if (path === undefined) return undefined;
    const request = { kind, path, page };
    const isRefused = failed.has(placeOf(request)) || (endedOf.get(path) ?? 0) >= ENDED_PAGES;
    const key = `${kind} ${placeOf(request)}`;
    const reply = kept.get(key) ?? (isRefused ? undefined : draw(request));
    if (reply === undefined) return undefined;
    kept.delete(key);
    kept.set(key, reply);
    for (const old of [...kept.keys()].slice(0, -KEPT_REPLIES)) kept.delete(old);
    return reply.catch((error: unknown) => {
      kept.delete(key);
      throw error;
    });
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
    close() {
      lanes.close();
      return Promise.resolve();
    },
  };
}

/** Picture and layout stand or fall together: without the one, the other shows nothing. */
function placeOf({ path, page }: PageRequest): string {
  return `${path} ${page}`;
}

function reasonOf(end: Exclude<JobEnd, { outcome: 'done' }>): string {
  if (end.outcome === 'threw') return end.reason;
  return {
    time: 'it takes too long',
    memory: 'it takes too much memory',
    closed: 'Footnote ends',
    crash: `it ended the process that draws: ${end.detail}`,
  }[end.why];
}
