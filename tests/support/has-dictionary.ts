import { readDictionaryFile, tableFile } from '../../src/adapters/dictionary/dictionary-files.ts';
import { parseConfig } from '../../src/config.ts';
import { findServer, NO_SERVER } from './postgres/server.ts';
import { openRunFolder } from './prepared-once.ts';

/**
 * Builds the dictionary of a fresh checkout before the first test, so that no test pays for it and none builds it
 * twice; makes a folder for whatever else is prepared once for all; and says what cannot be tested here.
 */
export function setup(): () => void {
  const { dictionaryDirectory } = parseConfig({});
  if (findServer() === undefined) console.warn(NO_SERVER);
  readDictionaryFile(dictionaryDirectory, tableFile(dictionaryDirectory, 'sounds'));
  return openRunFolder();
}
