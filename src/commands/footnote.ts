import { Command, CommanderError } from 'commander';
import {
  ConfigurationError,
  LibraryError,
  RefusedError,
  ServiceError,
  UnreadableReportError,
} from '../domain/errors.ts';
import type { Config } from '../config.ts';
import { VERSION } from '../domain/version.ts';
import type { Library } from '../domain/ports.ts';
import type { Run } from './command.ts';
import { addCommands } from './add-commands.ts';
import { complain, createStatusLine, endWithReader, print, say, takeConsole } from './terminal.ts';

const program = new Command('footnote')
  .description('Answers questions about industry reports, with a checked citation under every sentence.')
  .version(VERSION)
  .option('--workspace <id>', 'work on the library of this Slack workspace (LIBRARY=per-workspace)')
  .showHelpAfterError('(footnote --help lists the commands)')
  .configureOutput({
    writeOut: (text) => print(...text.trimEnd().split('\n')),
    writeErr: (text) => complain(text.trimEnd()),
  });

/** The settings, for the workspace that is named. */
async function settingsFor(over?: Record<string, string>): Promise<Config> {
  const { readSettings } = await import('./read-settings.ts');
  const { workspace } = program.opts<{ workspace?: string }>();
  const all = readSettings(over);
  if (workspace === undefined) return all;
  const { workspaceConfig } = await import('../wiring/workspace-config.ts');
  return workspaceConfig(all, workspace);
}

/** Opens the parts for one command, and closes them however it ends. */
async function runOnParts(...[command, settings]: Parameters<Run>): Promise<void> {
  const config = await settingsFor(settings);
  // Loaded here: a command that only tells of itself would wait for it.
  const line = createStatusLine();
  line.show('Opening the index…');
  const { wireFootnote } = await import('../wiring/wire-footnote.ts');
  const footnote = await wireFootnote(config, say);
  // What computes has the process to itself: the line stands before it begins, until something is said.
  line.show('Working…');
  try {
    process.exitCode = (await command(footnote, config)) ?? 0;
  } finally {
    line.clear();
    await footnote.close();
  }
}

const run: Run = Object.assign(runOnParts, {
  async onList(command: (library: Library) => Promise<void>) {
    const config = await settingsFor();
    // In a database it costs as much to open the library as all parts.
    if (config.database) return runOnParts((footnote) => command(footnote.library));
    const { openLibraryToList } = await import('../wiring/open-library.ts');
    const library = openLibraryToList(config, say);
    await command(library).finally(() => library.close());
  },
});

await addCommands(program, run, process.argv.slice(2));
endWithReader();
takeConsole(say);

try {
  await program.parseAsync();
} catch (error) {
  const expected = [
    ConfigurationError,
    LibraryError,
    RefusedError,
    ServiceError,
    UnreadableReportError,
    CommanderError,
  ].some((kind) => error instanceof kind);
  const [message, stack] =
    error instanceof Error ? [error.message, error.stack ?? error.message] : [String(error), String(error)];
  complain(expected ? message : `This should not have happened; the next lines say where it did.\n${stack}`);
  process.exitCode = 1;
}
