import { accessSync, closeSync, constants, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StorageFault } from '../../domain/errors.ts';
import { StorageError } from '../../domain/errors.ts';

/** A file of the index, as messages speak of it. */
export interface StoredFile {
  path: string;
  /** What is lost with it, within a sentence: `the sources of posted answers`. */
  holds: string;
  /** What to do when it is damaged, in sentences. */
  ifDamaged: string;
}

/**
 * What a failure of SQLite or of the file system says about a file, in words.
 * @returns undefined when it says nothing about the file: then the failure is a fault of the program
 */
export function storageError(file: StoredFile, cause: unknown): StorageError | undefined {
  if (cause instanceof StorageError) return cause;
  const fault = faultOf(cause, file.path);
  const reason = isFolder(file.path) ? 'a folder stands in its place' : reasonOf(cause);
  return fault && new StorageError(fault, sentence(fault, file, reason), { cause });
}

/** What can be the matter with a file: it has no server. */
type FileFault = Exclude<StorageFault, 'away' | 'refused'>;

/** The error of a fault that somebody found out without a failure. */
export function storageFault(file: StoredFile, fault: FileFault, reason: string): StorageError {
  return new StorageError(fault, sentence(fault, file, reason));
}

function sentence(fault: FileFault, { path, holds, ifDamaged }: StoredFile, reason: string): string {
  const folder = dirname(path);
  const sentences: Record<FileFault, string> = {
    damaged: `${path} is damaged (${reason}). It holds ${holds}. ${ifDamaged}`,
    missing: `${path} is missing or empty (${reason}). It held ${holds}. ${ifDamaged}`,
    swapped:
      `${path} is another file than its name says (${reason}); it should hold ${holds}. ` +
      `Nothing in it was changed: put each file back under its own name, or use \`footnote restore\` with a backup.`,
    other_version:
      `${path} was written by another version of Footnote (${reason}). ` +
      'Nothing is wrong with it: use that version.',
    full:
      `There is no room for ${path} (${reason}). What it holds is as it was before: ` +
      `make room on the disk of ${folder}, and try again.`,
    read_only:
      `${path} cannot be written (${reason}). Nothing is wrong with what it holds: ` +
      `let this user read and write the folder ${folder}, or set INDEX_DIR to another one.`,
    locked: `${path} is being written by another program (${reason}). Nothing is wrong with it: try again in a minute.`,
    too_many_open:
      `${path} cannot be opened: this process has too many files open (${reason}). ` +
      `Nothing is wrong with it: allow more (ulimit -n), and start again.`,
    disk:
      `The disk reports an error about ${path} (${reason}). ` +
      `Leave the file as it is; check the disk and the folder ${folder}, then \`footnote doctor\`.`,
  };
  return sentences[fault];
}

/** Results of SQLite, https://sqlite.org/rescode.html: the last eight bits tell the kind. */
const KIND = 0xff;
const FAULTS: Record<number, FileFault> = {
  5: 'locked',
  6: 'locked',
  8: 'read_only',
  11: 'damaged',
  13: 'full',
  26: 'damaged',
};
const INPUT_OUTPUT = 10;
const CANNOT_OPEN = 14;
const GENERAL = 1;
/** What SQLite says of a file that is a database and not what Footnote made of it. */
const NOT_AS_MADE =
  /^no such (?:table|column)|vtable constructor failed|unsupported file format|^malformed|has no column named/u;

/** Errors of the file system. */
const FILE_FAULTS: Record<string, FileFault> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read_only',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EMFILE: 'too_many_open',
  ENFILE: 'too_many_open',
  EISDIR: 'damaged',
  ENOTDIR: 'damaged',
  EEXIST: 'damaged',
  EIO: 'disk',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
};

function faultOf(cause: unknown, path: string): FileFault | undefined {
  if (!(cause instanceof Error)) return undefined;
  if ('errcode' in cause && typeof cause.errcode === 'number')
    return sqliteFault(cause.errcode & KIND, cause.message, path);
  return 'code' in cause && typeof cause.code === 'string' ? FILE_FAULTS[cause.code] : undefined;
}

function sqliteFault(kind: number, message: string, path: string): FileFault | undefined {
  if (kind === CANNOT_OPEN || kind === INPUT_OUTPUT) return probe(path) ?? 'disk';
  if (kind === GENERAL) return NOT_AS_MADE.test(message) ? 'damaged' : undefined;
  return FAULTS[kind];
}

/** SQLite says only that it cannot open or write; the file system says why. */
function probe(path: string): FileFault | undefined {
  try {
    if (isFolder(path)) return 'damaged';
    if (existsSync(path)) closeSync(openSync(path, 'r+'));
    accessSync(dirname(path), constants.W_OK);
    return undefined;
  } catch (error) {
    return faultOf(error, path);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // It may not even be looked at: that is told by what was tried first.
    return false;
  }
}

/** What an error says, for brackets. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
