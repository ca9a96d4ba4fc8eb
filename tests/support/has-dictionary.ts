import { readDictionaryFile, tableFile } from '../../src/adapters/dictionary/dictionary-files.ts';
import { parseConfig } from '../../src/config.ts';

/** Builds the dictionary of a fresh checkout before the first test, so that no test pays for it and none builds it twice. */
export function setup(): void {
  const { dictionaryDirectory } = parseConfig({});
  readDictionaryFile(dictionaryDirectory, tableFile(dictionaryDirectory, 'sounds'));
}
