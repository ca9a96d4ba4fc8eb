import { resolve } from 'node:path';
import { backupIndex } from '../adapters/index-folder/backup-index.ts';
import type { Restored, RestoreOptions } from '../adapters/index-folder/restore-index.ts';
import { restoreIndex } from '../adapters/index-folder/restore-index.ts';
import type { Config } from '../config.ts';

/** What a backup holds. */
export interface BackedUp {
  folder: string;
  files: number;
  bytes: number;
}

/**
 * Copies the whole index into a new folder; Footnote may run meanwhile. `say` takes a line for each file that was left
 * out.
 */
export function backup({ indexDirectory }: Config, to: string, say: (line: string) => void): BackedUp {
  const { files } = backupIndex(indexDirectory, resolve(to), say);
  return { folder: resolve(to), files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Puts an index back as a backup has it; Footnote must not run. */
export function restore({ indexDirectory }: Config, from: string, options: RestoreOptions): Restored {
  return restoreIndex(resolve(from), indexDirectory, options);
}
