import type { StorageFault } from '../../domain/errors.ts';
import { StorageError } from '../../domain/errors.ts';
import { oneLine } from '../../text/white-space.ts';

/** States of SQL, https://www.postgresql.org/docs/current/errcodes-appendix.html, and what they say. */
const FAULTS: Record<string, StorageFault> = {
  // The server ends, was ended by a crash, starts.
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  // A wrong name or password, no database of this name, no right to a table.
  '28000': 'refused',
  '28P01': 'refused',
  '3D000': 'refused',
  '42501': 'refused',
  '53100': 'full',
  '53200': 'too_many_open',
  '53300': 'too_many_open',
  '25006': 'read_only',
  // What was waited for did not come: a lock, an end of the statement, a turn among others that write.
  '55P03': 'locked',
  '57014': 'locked',
  '40001': 'locked',
  '40P01': 'locked',
  // A table or column is not there.
  '42P01': 'other_version',
  '42703': 'other_version',
  '58030': 'disk',
  XX001: 'damaged',
  XX002: 'damaged',
};
/** All states of these classes: the connection; a limit of the server. */
const CLASSES: Record<string, StorageFault> = { '08': 'away', '53': 'too_many_open' };

/** Failures of the network, as the system names them. */
const NETWORK = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
/** What `pg` says of a connection that is no more, or did not come about: such errors have no code. */
const NO_CONNECTION =
  /^Connection terminated|^timeout e(?:xceeded|xpired)|does not support SSL|^Client (?:was closed|has encountered)/u;
/** What `pg` says when it has no password that the server asks for. */
const NO_PASSWORD = /password must be a/u;

/**
 * What a failure says about the database, in words.
 * @param place the database, as messages speak of it
 * @returns undefined when it says nothing about the database: then the failure is a fault of the program
 */
export function postgresError(place: string, cause: unknown): StorageError | undefined {
  if (cause instanceof StorageError) return cause;
  const fault = faultOf(cause);
  return fault && new StorageError(fault, sentence(fault, place, reasonOf(cause)), { cause });
}

/** The error of a fault that somebody found out without a failure. */
export function postgresFault(place: string, fault: StorageFault, reason: string): StorageError {
  return new StorageError(fault, sentence(fault, place, reason));
}

/** State of SQL, or the system's name, of a failure. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

function faultOf(cause: unknown): StorageFault | undefined {
  const code = codeOf(cause);
  if (code !== undefined && NETWORK.has(code)) return 'away';
  if (code !== undefined) return FAULTS[code] ?? CLASSES[code.slice(0, 2)];
  if (!(cause instanceof Error)) return undefined;
  if (NO_PASSWORD.test(cause.message)) return 'refused';
  return NO_CONNECTION.test(cause.message) ? 'away' : undefined;
}

function sentence(fault: StorageFault, place: string, reason: string): string {
  const sentences: Record<StorageFault, string> = {
    away:
      `${place} does not answer (${reason}). What it holds is as it was: ` +
      'start the server, or set DATABASE_URL to where it is; then try again.',
    refused:
      `${place} lets nobody in with these settings (${reason}). ` +
      'Nothing was changed: set user, password and database in DATABASE_URL, or grant the user its rights.',
    other_version:
      `${place} has the tables of another version of Footnote (${reason}). ` +
      'Nothing is wrong with it: use that version.',
    full:
      `There is no room for ${place} (${reason}). What it holds is as it was before: ` +
      "make room on the server's disk, and try again.",
    read_only:
      `${place} cannot be written (${reason}). Nothing is wrong with what it holds: ` +
      'set DATABASE_URL to the server that is written to, not to its copy.',
    locked: `${place} is being written by others (${reason}). Nothing is wrong with it: try again in a minute.`,
    too_many_open:
      `${place} takes no more (${reason}). Nothing is wrong with it: ` +
      'raise its limits (max_connections), or run fewer processes.',
    damaged: `${place} is damaged (${reason}). Leave it as it is, and put it back from a backup of the server.`,
    missing: `${place} is missing (${reason}). Put it back from a backup of the server.`,
    swapped: `${place} is another database than it should be (${reason}). Nothing in it was changed: set DATABASE_URL.`,
    disk:
      `The disk of ${place} reports an error (${reason}). ` +
      "Leave the database as it is, and check the server's disk.",
  };
  return sentences[fault];
}

/** What an error says, for brackets; of several tries, each once. */
function reasonOf(cause: unknown): string {
  const causes: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  const reasons = causes.map((each) => oneLine(each instanceof Error ? each.message : String(each)));
  return [...new Set(reasons)].join('; ');
}
