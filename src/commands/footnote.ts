import { Command, CommanderError } from 'commander';
import { readConfig } from '../config.ts';
import { ConfigurationError, LibraryError, ServiceError, UnreadableReportError } from '../domain/errors.ts';
import { wireFootnote } from '../wiring/wire-footnote.ts';
import { workspaceConfig } from '../wiring/workspace-config.ts';
import { addAskCommand } from './ask.ts';
import { addCheckCommand } from './check.ts';
import { addAudienceCommand } from './audience.ts';
import type { Run } from './command.ts';
import { addEditorLinkCommand } from './editor-link.ts';
import { addEvalCommand } from './eval.ts';
import { addIngestCommand } from './ingest.ts';
import { addLogCommand } from './log.ts';
import { addOutlineCommand } from './outline.ts';
import { addRemoveCommand } from './remove.ts';
import { addReportsCommand } from './reports.ts';
import { addSearchCommand } from './search.ts';
import { addStartCommand } from './start.ts';
import { addSummarizeCommand } from './summarize.ts';

const program = new Command('footnote')
  .description('Answers questions about industry reports, with a checked citation under every sentence.')
  .version('0.1.0')
  .option('--workspace <id>', 'work on the library of this Slack workspace (LIBRARY=per-workspace)')
  .showHelpAfterError('(footnote --help lists the commands)')
  .configureHelp({ sortSubcommands: false });

/** Opens the parts for one command, and closes them however it ends. */
const run: Run = async (command) => {
  const { workspace } = program.opts<{ workspace?: string }>();
  const config = workspace === undefined ? readConfig() : workspaceConfig(readConfig(), workspace);
  const footnote = wireFootnote(config);
  try {
    process.exitCode = (await command(footnote, config)) ?? 0;
  } finally {
    await footnote.close();
  }
};

addStartCommand(program);
addIngestCommand(program, run);
addRemoveCommand(program, run);
addAudienceCommand(program, run);
addAskCommand(program, run);
addCheckCommand(program, run);
addSummarizeCommand(program, run);
addSearchCommand(program, run);
addOutlineCommand(program, run);
addReportsCommand(program, run);
addEvalCommand(program, run);
addLogCommand(program, run);
addEditorLinkCommand(program, run);

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  const expected = [ConfigurationError, LibraryError, ServiceError, UnreadableReportError, CommanderError].some((kind) => error instanceof kind);
  if (!expected) throw error;
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
