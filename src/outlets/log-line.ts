import { jsonText } from './json-text.ts';
import { visibleText } from './visible-text.ts';

/** Longest line, in characters: one message cannot fill the disk. */
const LONGEST = 8000;

/**
 * A line of the log: the time in UTC, and the message with its line ends as `\n`, so that nothing in it looks like
 * another line.
 */
export function logLine(message: string, at: Date): string {
  return `${at.toISOString()} ${visibleText(cutLine(message), 'nothing')}`;
}

/** A line of the log as one JSON object on one line, its time first. */
export function logObject(fields: { message?: string } & Record<string, unknown>, at: Date): string {
  const { message } = fields;
  return jsonText({
    time: at.toISOString(),
    ...fields,
    ...(message === undefined ? {} : { message: cutLine(message) }),
  });
}

function cutLine(message: string): string {
  return message.length > LONGEST
    ? `${message.slice(0, LONGEST)}… (${message.length - LONGEST} characters more)`
    : message;
}
