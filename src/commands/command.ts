import type { Config } from '../config.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';

/**
 * Runs a command on the wired parts, which `config` describes; a number that it gives is the exit status. Settings win
 * over the environment.
 */
export type Run = (
  command: (footnote: Footnote, config: Config) => Promise<number | void>,
  settings?: Record<string, string>,
) => Promise<void>;

/** Options of the commands that scripts call. */
export interface JsonOptions {
  json?: boolean;
  file?: string;
}
