import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LibraryError } from '../domain/errors.ts';

/** Part of the file names: changes whenever the content would. */
const VERSION = 8;
const BUILDER = fileURLToPath(new URL('build-dictionary.ts', import.meta.url));

/** Path of one of the dictionary's tables. */
export function tableFile(directory: string, name: string): string {
  return join(directory, `dictionary-${name}-${VERSION}.tsv`);
}

/** Paths of the vectors: a line a term with its factor, and the rows in the same order. */
export function vectorFiles(directory: string): { terms: string; rows: string } {
  return { terms: tableFile(directory, 'terms'), rows: join(directory, `dictionary-vectors-${VERSION}.bin`) };
}

/**
 * Builds all of the dictionary's files, in a process of its own: some seconds and some hundred megabytes, once.
 * @throws LibraryError when that fails
 */
export function buildDictionary(directory: string): void {
  const { status, stderr } = spawnSync(process.execPath, [BUILDER, directory], { encoding: 'utf8' });
  if (status !== 0) throw new LibraryError(`The dictionary could not be built in ${directory}: ${stderr.trim().split('\n').at(-1)}. Run \`npm ci\` again.`);
}

/** Writes a file as a whole: two processes may build at once, and neither reads what the other has half written. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.${process.pid}.tmp`, content);
  renameSync(`${path}.${process.pid}.tmp`, path);
}
