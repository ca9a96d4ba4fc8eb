import type { Config } from '../config.ts';
import type { Library } from '../domain/ports.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';

/** What runs commands. */
export interface Run {
  /**
   * Runs a command on the wired parts, which `config` describes; a number that it gives is the exit status. Settings
   * win over the environment.
   */
  (
    command: (footnote: Footnote, config: Config) => Promise<number | void>,
    settings?: Record<string, string>,
  ): Promise<void>;
  /** Runs one that only lists what is in the library: it starts in a fraction of the time. */
  onList(command: (library: Library) => Promise<void>): Promise<void>;
}

/** Options of the commands that scripts call. */
export interface JsonOptions {
  json?: boolean;
  file?: string;
}
