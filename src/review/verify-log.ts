import type { LogCheck, LogEntry, LogHead } from '../domain/review.ts';
import { FIRST_HASH, isSealed } from './seal-entry.ts';

/**
 * Follows the log's chain of hashes from the first entry to the last.
 * @param entries in the order of their numbers
 * @param head what the last entry should be; undefined for a log without entries
 * @returns intact, or the first entry that was changed or is missing
 */
export function verifyLog(entries: LogEntry[], head: LogHead | undefined): LogCheck {
  let last: LogHead = { number: 0, hash: FIRST_HASH };
  for (const entry of entries) {
    const number = last.number + 1;
    if (entry.number > number) return { outcome: 'missing', number };
    if (entry.number < number || !isSealed(entry)) return { outcome: 'changed', number };
    // Both are sealed and do not fit: the one before was written anew.
    if (entry.previousHash !== last.hash) return { outcome: 'changed', number: Math.max(1, last.number) };
    last = { number, hash: entry.hash };
  }
  const { number, hash } = head ?? { number: 0, hash: FIRST_HASH };
  if (number > last.number) return { outcome: 'missing', number: last.number + 1 };
  if (number < last.number || hash !== last.hash) return { outcome: 'changed', number: Math.max(1, last.number) };
  return { outcome: 'intact', head: last };
}
