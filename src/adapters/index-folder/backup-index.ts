import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, StorageError } from '../../domain/errors.ts';
import type { Manifest } from './backup-manifest.ts';
import { entryOf, MANIFEST } from './backup-manifest.ts';
import type { KnownStore } from './index-files.ts';
import { foldersOf, STORES } from './index-files.ts';
import { fileOf, mustBeOurs, openGuarded } from '../sqlite/open-store.ts';
import { storageError } from '../sqlite/storage-error.ts';

/** So long, in milliseconds, another process is waited for. */
const PATIENCE_MS = 30_000;

/**
 * Copies an index, all of it, into a new folder, while others read and write: each database at one moment, then the
 * copies of the PDF files, which are there before their reports are. What is derived (vectors, dictionary) is left out.
 * Whole or not at all.
 * @param say takes a line for each damaged file that was left out, because it may be deleted
 * @throws StorageError when a file that must not be lost is damaged, or the disk is full
 * @throws ConfigurationError when there is something in the folder already
 */
export function backupIndex(directory: string, to: string, say: (line: string) => void): Manifest {
  if (!existsSync(join(directory, 'library.db')))
    throw new ConfigurationError(
      `${directory} holds no index: there is nothing to back up. INDEX_DIR says where it is.`,
    );
  if (existsSync(to) && readdirSync(to).length > 0)
    throw new ConfigurationError(`${to} holds something already: name a folder that is not there yet.`);
  const part = `${to}.${process.pid}.part`;
  try {
    mkdirSync(part, { recursive: true });
    const paths = foldersOf(directory).flatMap((folder) => copyFolder(join(directory, folder), part, folder, say));
    const manifest: Manifest = {
      format: 'footnote-backup',
      version: 1,
      madeAt: new Date().toISOString(),
      files: paths.map((path) => entryOf(part, path)),
    };
    writeFileSync(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    rmSync(to, { recursive: true, force: true });
    renameSync(part, to);
    return manifest;
  } catch (error) {
    throw storageError({ path: to, holds: 'the backup', ifDamaged: 'Name another folder.' }, error) ?? error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function copyFolder(from: string, part: string, folder: string, say: (line: string) => void): string[] {
  mkdirSync(join(part, folder, 'files'), { recursive: true });
  const stores = STORES.filter(
    (store) => existsSync(join(from, store.file)) && copyStore(from, join(part, folder), store, say),
  ).map(({ file }) => file);
  const secrets = ['link-secret'].filter((name) => existsSync(join(from, name)));
  const originals = existsSync(join(from, 'files'))
    ? readdirSync(join(from, 'files')).filter((name) => name.endsWith('.pdf'))
    : [];
  const copied = [...secrets, ...originals.map((name) => `files/${name}`)].filter((name) =>
    copyOne(join(from, name), join(part, folder, name)),
  );
  return [...stores, ...copied].map((name) => join(folder, name).replaceAll('\\', '/'));
}

/** Each page is read and checked: a damaged file is found, not copied. */
function copyStore(from: string, to: string, store: KnownStore, say: (line: string) => void): boolean {
  const file = fileOf(from, store);
  try {
    const db = openGuarded(file, { timeout: PATIENCE_MS, say });
    try {
      mustBeOurs(db, file, store);
      db.prepare('VACUUM INTO ?').run(join(to, store.file));
    } finally {
      db.close();
    }
    return true;
  } catch (error) {
    if (!(error instanceof StorageError && error.fault === 'damaged' && store.ifDamaged === 'set_aside')) throw error;
    rmSync(join(to, store.file), { force: true });
    say(`Left out: ${error.message}`);
    return false;
  }
}

/** False when it went since: its report was removed. */
function copyOne(from: string, to: string): boolean {
  try {
    copyFileSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
