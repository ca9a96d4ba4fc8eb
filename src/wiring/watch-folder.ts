import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { listFiles } from '../adapters/readers/list-files.ts';
import type { Footnote } from './wire-footnote.ts';
import { READERS } from './readers.ts';

/** A folder whose reports go in and out as they come and go. */
export interface FolderWatch {
  /** Looks once: takes in what came or changed and has been still since the look before, takes out what is gone. */
  look(): Promise<void>;
  /** Ends after the look that is being done. */
  close(): Promise<void>;
}

/** What watching stands on. */
export interface WatchParts {
  footnote: Pick<Footnote, 'ingest' | 'remove'>;
  /** Takes a line: what went in and out, what was refused, what went wrong. */
  say(line: string): void;
  /** Between two looks, in milliseconds; 0: nobody looks but who calls `look`. */
  everyMs?: number;
}

/** What went wrong is tried again after so long, in milliseconds. */
const AGAIN_MS = 60_000;
/** A copy that has not grown for so long, in milliseconds, is whole. */
const EVERY_MS = 2000;

/**
 * Watches a folder by looking: this works on every file system, network folders included. A file that is still being
 * copied changes between two looks and waits. What goes wrong is said, and tried again with the next change.
 */
export function watchFolder(folder: string, { footnote, say, everyMs = EVERY_MS }: WatchParts): FolderWatch {
  const extensions = new Set(READERS.flatMap((reader) => reader.extensions));
  /** Size and time of each file at the last look, and when it was taken. */
  const seen = new Map<string, string>();
  const done = new Map<string, string>();
  /** Under which id a file's report is in the index. */
  const idOf = new Map<string, string>();
  /** What went wrong is tried again from then on. */
  const againAt = new Map<string, number>();
  let isMissing = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  /** The files that can be read, and whether all of the folder could be looked at. */
  function list(): { now: Map<string, string>; isWhole: boolean } {
    const { files, missing } = listFiles([folder]);
    const now = new Map<string, string>();
    for (const path of files) {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat && extensions.has(extname(path).toLowerCase())) now.set(path, `${stat.size} ${stat.mtimeMs}`);
    }
    if (missing.length > 0 && !isMissing) for (const { reason } of missing) say(`Watching: ${reason}`);
    isMissing = missing.length > 0;
    return { now, isWhole: missing.length === 0 };
  }

  async function takeIn(path: string): Promise<void> {
    const { added, held, refused } = await footnote.ingest([path]);
    const id = added[0]?.id ?? held[0];
    if (id !== undefined) idOf.set(path, id);
    for (const { title, file } of added) say(`Added ${title} (${file}).`);
    for (const { reason } of refused) say(`Refused: ${reason}`);
  }

  async function takeOut(path: string): Promise<void> {
    const id = idOf.get(path);
    idOf.delete(path);
    done.delete(path);
    // The same content may lie there under another name.
    if (id === undefined || [...idOf.values()].includes(id)) return;
    if (await footnote.remove(id)) say(`Removed the report of ${path}: its file is gone.`);
  }

  async function lookNow(): Promise<void> {
    const { now, isWhole } = list();
    const settled = [...now].filter(
      ([path, state]) =>
        seen.get(path) === state && done.get(path) !== state && (againAt.get(path) ?? 0) <= performance.now(),
    );
    seen.clear();
    for (const [path, state] of now) seen.set(path, state);
    for (const [at, [path, state]] of settled.entries()) {
      if (isClosed) return;
      if (settled.length > 1) say(`Watching: ${at + 1} of ${settled.length}  ${path}`);
      done.set(path, state);
      await failing(path, () => takeIn(path));
    }
    // A folder that is away, or a part of it, has not lost its reports.
    if (isWhole) for (const path of done.keys()) if (!now.has(path)) await failing(path, () => takeOut(path));
  }

  async function failing(path: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      done.delete(path);
      againAt.set(path, performance.now() + AGAIN_MS);
      say(`Watching: ${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  function look(): Promise<void> {
    looking = looking.then(() =>
      lookNow().catch((error: unknown) =>
        say(`Watching ${folder}: ${error instanceof Error ? error.message : String(error)}`),
      ),
    );
    return looking;
  }

  function next(): void {
    if (isClosed || everyMs === 0) return;
    timer = setTimeout(() => void look().then(next), everyMs);
  }

  next();
  return {
    look,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
