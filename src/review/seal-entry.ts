import { createHash } from 'node:crypto';
import type { LogEntry } from '../domain/review.ts';

/** The hash before the first entry. */
export const FIRST_HASH = '0'.repeat(64);

/** An entry without its own hash. */
export type UnsealedEntry = Omit<LogEntry, 'hash'>;

/** Closes an entry with its hash: SHA-256 of its canonical JSON, which holds the hash of the entry before. */
export function sealEntry(entry: UnsealedEntry): LogEntry {
  return { ...entry, hash: hashOf(entry) };
}

/** True when an entry's hash is that of its content. */
export function isSealed({ hash, ...entry }: LogEntry): boolean {
  return hash === hashOf(entry);
}

/** Names of fields in alphabetical order, no white space: one text for one content. */
function hashOf(entry: UnsealedEntry): string {
  const canonical = JSON.stringify(Object.fromEntries(Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  return createHash('sha256').update(canonical).digest('hex');
}
