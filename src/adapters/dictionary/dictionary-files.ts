import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { LibraryError } from '../../domain/errors.ts';
import { given } from '../../domain/given.ts';
import { setAside } from '../sqlite/set-aside.ts';
import type { StoredFile } from '../sqlite/storage-error.ts';
import { storageError, storageFault } from '../sqlite/storage-error.ts';

/** Part of the file names: changes whenever the content would. */
const VERSION = 8;
const BUILDER = fileURLToPath(new URL('build-dictionary.ts', import.meta.url));

/** Check sums of the files by their names. */
const Sums = z.record(z.string(), z.int());

/** Path of one of the dictionary's tables. */
export function tableFile(directory: string, name: string): string {
  return join(directory, `dictionary-${name}-${VERSION}.tsv`);
}

/** Paths of the vectors: a line a term with its factor, and the rows in the same order. */
export function vectorFiles(directory: string): { terms: string; rows: string } {
  return { terms: tableFile(directory, 'terms'), rows: join(directory, `dictionary-vectors-${VERSION}.bin`) };
}

/** What is said when the dictionary is built, to whoever waits for it. */
const BUILDING = 'The bilingual dictionary is built, once: this takes up to a minute.';

/**
 * One of the dictionary's files, as it was built: the dictionary is built when it is missing or no longer that.
 * @param say takes a line before it is built
 * @throws LibraryError when that fails
 */
export function readDictionaryFile(
  directory: string,
  path: string,
  say: (line: string) => void = () => undefined,
): Buffer {
  const read = readWhole(directory, path);
  if (read) return read;
  say(BUILDING);
  buildDictionary(directory);
  const built = readWhole(directory, path);
  if (!built) throw storageFault(dictionaryFile(path), 'damaged', 'it does not stay as it is built');
  return built;
}

/** Notes what each file is; written last, so that what was half built is built again. */
export function writeSums(directory: string, paths: string[]): void {
  const sums = Object.fromEntries(paths.map((path) => [basename(path), crc32(readFileSync(path))]));
  writeWhole(sumsFile(directory), `${JSON.stringify(sums)}\n`);
}

/** Undefined when it is missing, or not what was noted: then it is built anew. */
function readWhole(directory: string, path: string): Buffer | undefined {
  try {
    const sums = Sums.parse(JSON.parse(readFileSync(sumsFile(directory), 'utf8')));
    const bytes = readFileSync(path);
    return sums[basename(path)] === crc32(bytes) ? bytes : undefined;
  } catch {
    // Whatever is wrong with it: it is derived. What stands in the way of building it is told there.
    return undefined;
  }
}

/** In a process of its own: some seconds and some hundred megabytes, once. */
function buildDictionary(directory: string): void {
  const { status, stderr } = spawnSync(process.execPath, [BUILDER, directory], { encoding: 'utf8' });
  if (status === 0) return;
  // Node writes the place, the error, and where it came from.
  const [reason = stderr.trim()] = /^\w*Error: .*$/mu.exec(stderr) ?? [];
  const [code] = /\bE[A-Z]{3,}\b/u.exec(reason) ?? [];
  const cause = Object.assign(new Error(reason), given({ code }));
  throw (
    storageError(dictionaryFile(sumsFile(directory)), cause) ??
    new LibraryError(`The dictionary could not be built in ${directory}: ${reason}. Run \`npm ci\` again.`)
  );
}

function dictionaryFile(path: string): StoredFile {
  return {
    path,
    holds: 'the bilingual dictionary, which is built anew',
    ifDamaged: 'Move what stands in its place away, and start again.',
  };
}

function sumsFile(directory: string): string {
  return join(directory, `dictionary-sums-${VERSION}.json`);
}

/** Writes a file as a whole: two processes may build at once, and neither reads what the other has half written. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) setAside(path, new Date());
  const part = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
