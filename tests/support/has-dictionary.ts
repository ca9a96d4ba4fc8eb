import { readDictionaryFile, tableFile } from '../../src/adapters/dictionary/dictionary-files.ts';
import { parseConfig } from '../../src/config.ts';
import { openRunFolder } from './prepared-once.ts';

/**
 * Builds the dictionary of a fresh checkout before the first test, so that no test pays for it and none builds it
 * twice; and makes a folder for whatever else is prepared once for all.
 */
export function setup(): () => void {
  const { dictionaryDirectory } = parseConfig({});
  readDictionaryFile(dictionaryDirectory, tableFile(dictionaryDirectory, 'sounds'));
  return openRunFolder();
}
