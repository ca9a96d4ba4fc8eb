import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryError } from '../../domain/errors.ts';
import { reasonOf } from './storage-error.ts';

/** Stands in a folder while a backup is put back there. */
export const RESTORING = 'restore-under-way';

/**
 * Makes the folder of an index where there is none.
 * @throws LibraryError when it cannot be made there, or a restore was broken off
 */
export function makeIndexFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new LibraryError(
      `The index folder ${directory} cannot be made (${reasonOf(cause)}). ` +
        'Set INDEX_DIR to a folder that this user may write.',
      { cause },
    );
  }
  if (!existsSync(join(directory, RESTORING))) return;
  throw new LibraryError(
    `A restore of ${directory} is under way, or was broken off: ` +
      '`footnote restore` with the same backup completes it.',
  );
}
