import type { Config } from '../config.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';

/** Runs a command on the wired parts, which `config` describes; a number that it gives is the exit status. */
export type Run = (command: (footnote: Footnote, config: Config) => Promise<number | void>) => Promise<void>;

/** Options of the commands that scripts call. */
export interface JsonOptions {
  json?: boolean;
  file?: string;
}

/** One JSON object on one line of standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** A line for the person at the terminal; never mixed with what a script reads. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
