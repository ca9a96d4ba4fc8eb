import { createInterface } from 'node:readline';
import { format } from 'node:util';
import { given } from '../domain/given.ts';
import { jsonText } from '../outlets/json-text.ts';
import { createLogRedactor } from '../outlets/log-redactor.ts';
import { logLine, logObject } from '../outlets/log-line.ts';
import type { Redact } from '../outlets/redactor.ts';
import { createRedactor, redactValue } from '../outlets/redactor.ts';
import { terminalLine, terminalText } from '../outlets/terminal-text.ts';
import { workId } from '../watch/current-work.ts';
import type { Note } from '../watch/events.ts';

// The one door to standard output and standard error: whatever a report, a file name, a question, a model or an error
// brings along, what goes out is text that is read, one line is one line, and no secret of the settings is in it.

const redactors: Record<'said' | 'logged', Redact> = { said: createRedactor([]), logged: createLogRedactor([]) };

/** Names what may never be printed: the secrets of the settings. */
export function hideSecrets(secrets: readonly string[]): void {
  redactors.said = createRedactor(secrets);
  redactors.logged = createLogRedactor(secrets);
}

/** Prints lines for a person on standard output, each on one line whatever is in it. */
export function print(...lines: string[]): void {
  clearStatus();
  for (const line of lines) process.stdout.write(`${terminalLine(redactors.said(line))}\n`);
}

/** Prints an address that opens something to whoever has it; asked for, so it is not hidden. */
export function printLink(address: string): void {
  clearStatus();
  process.stdout.write(`${terminalLine(address)}\n`);
}

/** One JSON object on one line of standard output. */
export function printJson(value: unknown): void {
  clearStatus();
  process.stdout.write(`${jsonText(redactValue(value, redactors.said))}\n`);
}

/** An export as it would be written to a file: already made safe for what opens it. */
export function printExport(text: string): void {
  clearStatus();
  process.stdout.write(redactors.said(text));
}

/** Standard input and output for a protocol that has them to itself: what is said then goes to standard error. */
export function protocolStreams(): { input: NodeJS.ReadStream; output: NodeJS.WriteStream } {
  return { input: process.stdin, output: process.stdout };
}

/** A line for the person at the terminal, on standard error; never mixed with what a script reads. */
export function say(line: string): void {
  clearStatus();
  process.stderr.write(`${terminalLine(redactors.said(line))}\n`);
}

/** What is wrong, on standard error, in as many lines as it takes. */
export function complain(problem: string): void {
  clearStatus();
  process.stderr.write(`${terminalText(redactors.logged(problem))}\n`);
}

/** How lines of the log are written from now on. */
export function writeLogAs(logFormat: 'text' | 'json'): void {
  state.logFormat = logFormat;
}

const state: { logFormat: 'text' | 'json'; hasStatus: boolean } = { logFormat: 'text', hasStatus: false };

/** A line of the log, on standard output, with its time, and the id of the work that it is about. */
export function log(line: string): void {
  const id = workId();
  // Some say it themselves, for they know it from elsewhere.
  const message = id === undefined ? line : line.replace(`[${id}] `, '');
  const written =
    state.logFormat === 'json'
      ? logObject({ ...given({ id }), message: redactors.logged(message) }, new Date())
      : logLine(redactors.logged(id === undefined ? message : `[${id}] ${message}`), new Date());
  process.stdout.write(`${written}\n`);
}

/** What happened, in a log of JSON objects: where lines are text, it is left to the metrics and traces. */
export const logEvent: Note = ({ kind: event, ...fields }, work) => {
  if (state.logFormat === 'json') process.stdout.write(`${logObject({ ...work, event, ...fields }, new Date())}\n`);
};

/**
 * Lets whatever libraries write to the console go through this door, as lines of the log or as what is said to the
 * person.
 */
export function takeConsole(take: (line: string) => void): void {
  for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    console[method] = (...said: unknown[]) => take(format(...said));
}

/** A line at the bottom of a terminal that is written over and over, until something is said; elsewhere, nothing. */
export interface StatusLine {
  show(line: string): void;
  clear(): void;
}

/** Columns of a terminal that does not tell how many it has. */
const SCREEN = 80;
const CLEAR_LINE = '\r\u001b[K';

/** Makes the status line of standard error. */
export function createStatusLine(): StatusLine {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show(line) {
      state.hasStatus = true;
      stderr.write(`${CLEAR_LINE}${terminalLine(redactors.said(line)).slice(0, stderr.columns || SCREEN)}`);
    },
    clear: clearStatus,
  };
}

function clearStatus(): void {
  if (state.hasStatus) process.stderr.write(CLEAR_LINE);
  state.hasStatus = false;
}

/**
 * Lines that a person types, or that come through a pipe, until there are no more or Ctrl+C.
 * @param prompt stands before each where somebody types
 */
export async function* readLines(prompt: string): AsyncGenerator<string> {
  const { stdin, stderr } = process;
  const isTyped = stdin.isTTY && stderr.isTTY;
  const lines = createInterface({ input: stdin, ...(isTyped ? { output: stderr, prompt } : {}) });
  try {
    if (isTyped) lines.prompt();
    for await (const line of lines) {
      yield line;
      if (isTyped) lines.prompt();
    }
  } finally {
    lines.close();
  }
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no error. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
