import { existsSync, renameSync } from 'node:fs';
import { basename } from 'node:path';

/** Files that SQLite keeps beside a database. */
export const BESIDE = ['-wal', '-shm'];

/**
 * Renames a file to `NAME.damaged-DATE`, with what SQLite keeps beside it.
 * @returns the new name, without its folder
 */
export function setAside(path: string, now: Date, why: 'damaged' | 'replaced' = 'damaged'): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  let aside = `${path}.${why}-${stamp}`;
  for (let again = 2; existsSync(aside); again++) aside = `${path}.${why}-${stamp}-${again}`;
  renameSync(path, aside);
  for (const suffix of BESIDE) if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  return basename(aside);
}
