import { openSqliteLibrary } from '../adapters/sqlite/library.ts';
import type { Embedder, Library } from '../domain/ports.ts';
import type { PartsConfig } from './wire-review.ts';

/** Nothing is looked for by meaning, and nothing goes in. */
const NO_EMBEDDER: Embedder = {
  id: 'none',
  dimension: 0,
  embed: () => Promise.reject(new Error('This library was opened to be listed.')),
};

/**
 * Opens the library to list what is in it, without what finds and answers: that takes most of the time of such a
 * command.
 * @throws LibraryError when the index cannot be opened
 */
export function openLibraryToList(
  { indexDirectory }: Pick<PartsConfig, 'indexDirectory'>,
  say: (line: string) => void,
): Library {
  return openSqliteLibrary(indexDirectory, NO_EMBEDDER, say);
}
