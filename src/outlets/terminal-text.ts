import { visibleText } from './visible-text.ts';

/** Text of several lines for a terminal: it is read, and does nothing else. */
export function terminalText(text: string): string {
  return visibleText(text, 'lines');
}

/** One line for a terminal: what a report, a file name or a model puts into it cannot begin another. */
export function terminalLine(text: string): string {
  return visibleText(text.replaceAll(/[\r\n]+/gu, ' '), 'lines');
}
