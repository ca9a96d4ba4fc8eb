import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LogHead } from '../../domain/review.ts';
import type { StoredFile } from '../sqlite/storage-error.ts';
import { storageError, storageFault } from '../sqlite/storage-error.ts';

/** Name of the file beside `review.db` that holds number and hash of the log's last entry. */
export const REVIEW_HEAD = 'review.head';

const Head = z.object({ number: z.int().min(1), hash: z.string() });

/**
 * What is known of the log beside its file: without it, a log that was emptied, cut or lost would be a log that nobody
 * wrote in.
 */
export function readReviewHead(directory: string): LogHead | undefined {
  try {
    return Head.safeParse(JSON.parse(readFileSync(join(directory, REVIEW_HEAD), 'utf8'))).data;
  } catch {
    // Of an older index, or lost itself: then the log's own head is all there is.
    return undefined;
  }
}

/** Notes the last entry, once it is in the log; what goes wrong is said, for the entry is in. */
export function writeReviewHead(directory: string, head: LogHead, say: (line: string) => void): void {
  const path = join(directory, REVIEW_HEAD);
  const part = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(part, JSON.stringify(head));
    renameSync(part, path);
  } catch (cause) {
    rmSync(part, { force: true });
    const error = storageError(
      { path, holds: "the number of the log's last entry", ifDamaged: 'It is written again with the next entry.' },
      cause,
    );
    if (!error) throw cause;
    say(error.message);
  }
}

/**
 * @throws StorageError when entries were written, and the file is missing or empty: a new one must not take its place
 */
export function mustNotBeLost(directory: string, file: StoredFile): void {
  const head = readReviewHead(directory);
  if (!head || (statSync(file.path, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  throw storageFault(file, 'missing', `its log had ${head.number} entries`);
}
