import { createHmac } from 'node:crypto';

/** Digits of the file's hash that make a report's id: enough for millions of reports. */
const ID_LENGTH = 12;
/** Copies of one content that are told apart: one for each group of people that does not see the others'. */
const COPIES = 50;

/** The id of the report with this SHA-256. */
export function reportIdOf(hash: string): string {
  return hash.slice(0, ID_LENGTH);
}

/**
 * Ids of one content, in the order in which they are given to what people bring who do not see everything. Without the
 * secret nobody can tell the first from a later one: an id does not show that the content was there before.
 */
export function copyIds(hash: string, secret: string): string[] {
  return Array.from({ length: COPIES }, (_, copy) =>
    createHmac('sha256', secret).update(`report\n${hash}\n${copy}`).digest('hex').slice(0, ID_LENGTH),
  );
}
