import { mkdirSync } from 'node:fs';
import { LibraryError } from '../domain/errors.ts';
import { reasonOf } from './storage-error.ts';

/**
 * Makes the folder of an index where there is none.
 * @throws LibraryError when it cannot be made there
 */
export function makeIndexFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (cause) {
    throw new LibraryError(`The index folder ${directory} cannot be made (${reasonOf(cause)}). Set INDEX_DIR to a folder that this user may write.`, { cause });
  }
}
