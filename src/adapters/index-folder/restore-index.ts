import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConfigurationError, StorageError } from '../../domain/errors.ts';
import type { Manifest } from './backup-manifest.ts';
import { isWhole, readManifest } from './backup-manifest.ts';
import { STORES } from './index-files.ts';
import { holdsSomething } from './inspect-index.ts';
import { RESTORING } from '../sqlite/make-index-folder.ts';
import { fileOf, openGuarded } from '../sqlite/open-store.ts';
import { REVIEW_HEAD } from './review-head.ts';
import { BESIDE, setAside } from '../sqlite/set-aside.ts';
import { storageError } from '../sqlite/storage-error.ts';

/** What the caller of a restore may say. */
export interface RestoreOptions {
  /** Also in the place of files that are healthy and hold something. */
  force: boolean;
  /** Names of the files that are put back; empty: all. */
  only: readonly string[];
}

/** What became of it: names of the files put back, and under which names the earlier ones were set aside. */
export interface Restored {
  files: string[];
  aside: string[];
}

/**
 * Puts an index back as a backup has it. All is copied and checked first; then the files change places. When that is
 * broken off, the index does not open before it is done again: it is never half of the one and half of the other.
 * @throws ConfigurationError when the backup is damaged, or what would be set aside is healthy and holds something
 * @throws StorageError when Footnote runs on the index, or there is no room
 */
export function restoreIndex(from: string, directory: string, { force, only }: RestoreOptions): Restored {
  const manifest = readManifest(from);
  const files = manifest.files.filter(
    ({ path }) => only.length === 0 || only.includes(path) || only.includes(basename(path)) || path.includes('files/'),
  );
  const unknown = only.filter((name) => !files.some(({ path }) => path === name || basename(path) === name));
  if (unknown.length > 0 || files.length === 0)
    throw new ConfigurationError(
      `The backup ${from} has no ${unknown.join(', ') || 'files'}; it has ` +
        `${manifest.files.map(({ path }) => path).join(', ')}.`,
    );
  const isGoingOn = existsSync(join(directory, RESTORING));
  if (!force && !isGoingOn) refuseHealthy(directory, files);
  mustBeUnused(directory, files);
  const staged = join(directory, `.restore-${process.pid}`);
  try {
    stage(from, staged, files);
    const marks = new Set([
      RESTORING,
      ...files.filter(({ path }) => path.endsWith('.db')).map(({ path }) => join(dirname(path), RESTORING)),
    ]);
    for (const mark of marks) {
      mkdirSync(dirname(join(directory, mark)), { recursive: true });
      writeFileSync(join(directory, mark), `${from}\n`, { flush: true });
    }
    const aside = files.flatMap((entry) => changePlaces(staged, directory, entry));
    for (const mark of marks) rmSync(join(directory, mark));
    return { files: files.map(({ path }) => path), aside };
  } catch (error) {
    throw (
      storageError({ path: directory, holds: 'the index', ifDamaged: 'Move away what stands in its place.' }, error) ??
      error
    );
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

function refuseHealthy(directory: string, files: Manifest['files']): void {
  const healthy = files
    .filter(({ path }) => holdsSomething(dirname(join(directory, path)), basename(path)))
    .map(({ path }) => path);
  if (healthy.length === 0) return;
  throw new ConfigurationError(
    `${healthy.join(', ')} in ${directory} can be read and hold something: nothing was changed. ` +
      '--only FILE puts back single files; --force sets these aside, too (they are renamed, not deleted).',
  );
}

/** A process that has a file open would go on writing into the one that was set aside. */
function mustBeUnused(directory: string, files: Manifest['files']): void {
  for (const { path } of files) {
    const store = STORES.find(({ file }) => file === basename(path));
    if (!store || !existsSync(join(directory, path))) continue;
    try {
      const db = openGuarded(fileOf(dirname(join(directory, path)), store), { timeout: 0, say: () => undefined });
      try {
        // Only a database that nobody else has open can leave this mode.
        db.exec('PRAGMA journal_mode = DELETE');
      } finally {
        db.close();
      }
    } catch (cause) {
      if (!(cause instanceof StorageError && cause.fault === 'locked')) continue;
      throw new StorageError('locked', `Footnote runs on ${directory} (it has ${path} open): stop it, then restore.`, {
        cause,
      });
    }
  }
}

function stage(from: string, staged: string, files: Manifest['files']): void {
  for (const entry of files) {
    mkdirSync(dirname(join(staged, entry.path)), { recursive: true });
    copyFileSync(join(from, entry.path), join(staged, entry.path));
    if (!isWhole(staged, entry))
      throw new ConfigurationError(`${entry.path} of the backup changed while it was copied. Nothing was changed.`);
  }
}

/** Copies of PDF files have their content's name: one that is there is the same. */
function changePlaces(staged: string, directory: string, entry: Manifest['files'][number]): string[] {
  const place = join(directory, entry.path);
  mkdirSync(dirname(place), { recursive: true });
  const isSame = isWhole(directory, entry) && !BESIDE.some((suffix) => existsSync(place + suffix));
  if (isSame) return [];
  const aside = existsSync(place) ? [join(dirname(entry.path), setAside(place, new Date(), 'replaced'))] : [];
  for (const suffix of BESIDE) rmSync(place + suffix, { force: true });
  // It speaks of the log that was there before.
  const head = join(dirname(place), REVIEW_HEAD);
  if (basename(place) === 'review.db' && existsSync(head))
    aside.push(join(dirname(entry.path), setAside(head, new Date(), 'replaced')));
  renameSync(join(staged, entry.path), place);
  return aside;
}
