import { visibleText } from './visible-text.ts';

/** Longest line, in characters: one message cannot fill the disk. */
const LONGEST = 8000;

/**
 * A line of the log: the time in UTC, and the message with its line ends as `\n`, so that nothing in it looks like
 * another line.
 */
export function logLine(message: string, at: Date): string {
  const cut =
    message.length > LONGEST ? `${message.slice(0, LONGEST)}… (${message.length - LONGEST} characters more)` : message;
  return `${at.toISOString()} ${visibleText(cut, 'nothing')}`;
}
