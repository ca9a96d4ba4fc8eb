import { Command, CommanderError } from 'commander';
import {
  ConfigurationError,
  LibraryError,
  RefusedError,
  ServiceError,
  UnreadableReportError,
} from '../domain/errors.ts';
import { VERSION } from '../domain/version.ts';
import { wireFootnote } from '../wiring/wire-footnote.ts';
import { workspaceConfig } from '../wiring/workspace-config.ts';
import { addAskCommand } from './ask.ts';
import { addBackupCommands } from './backup.ts';
import { addCheckCommand } from './check.ts';
import { addAudienceCommand } from './audience.ts';
import type { Run } from './command.ts';
import { addDescribeCommand } from './describe.ts';
import { addDoctorCommand } from './doctor.ts';
import { addEditorLinkCommand } from './editor-link.ts';
import { addEvalCommand } from './eval.ts';
import { addFeedbackCommand } from './feedback.ts';
import { addFiguresCommand } from './figures.ts';
import { addIngestCommand } from './ingest.ts';
import { addLogCommand } from './log.ts';
import { addMcpCommand } from './mcp.ts';
import { addMigrateCommand } from './migrate.ts';
import { addOutlineCommand } from './outline.ts';
import { readSettings } from './read-settings.ts';
import { addPageCommand } from './page.ts';
import { addRemoveCommand } from './remove.ts';
import { addReportsCommand } from './reports.ts';
import { addSearchCommand } from './search.ts';
import { addSourcesCommand } from './sources.ts';
import { addStartCommand } from './start.ts';
import { addSummarizeCommand } from './summarize.ts';
import { addVerifyCommand } from './verify.ts';
import { addWatchCommand } from './watch.ts';
import { complain, endWithReader, print, say, takeConsole } from './terminal.ts';

const program = new Command('footnote')
  .description('Answers questions about industry reports, with a checked citation under every sentence.')
  .version(VERSION)
  .option('--workspace <id>', 'work on the library of this Slack workspace (LIBRARY=per-workspace)')
  .showHelpAfterError('(footnote --help lists the commands)')
  .configureHelp({ sortSubcommands: false })
  .configureOutput({
    writeOut: (text) => print(...text.trimEnd().split('\n')),
    writeErr: (text) => complain(text.trimEnd()),
  });

/** Opens the parts for one command, and closes them however it ends. */
const run: Run = async (command, settings) => {
  const { workspace } = program.opts<{ workspace?: string }>();
  const all = readSettings(settings);
  const config = workspace === undefined ? all : workspaceConfig(all, workspace);
  const footnote = await wireFootnote(config, say);
  try {
    process.exitCode = (await command(footnote, config)) ?? 0;
  } finally {
    await footnote.close();
  }
};

addStartCommand(program);
addIngestCommand(program, run);
addWatchCommand(program, run);
addSourcesCommand(program, run);
addRemoveCommand(program, run);
addDescribeCommand(program, run);
addAudienceCommand(program, run);
addAskCommand(program, run);
addCheckCommand(program, run);
addVerifyCommand(program, run);
addSummarizeCommand(program, run);
addFiguresCommand(program, run);
addSearchCommand(program, run);
addOutlineCommand(program, run);
addReportsCommand(program, run);
addPageCommand(program, run);
addMcpCommand(program, run);
addEvalCommand(program, run);
addDoctorCommand(program);
addBackupCommands(program);
addMigrateCommand(program);
addFeedbackCommand(program, run);
addLogCommand(program, run);
addEditorLinkCommand(program, run);

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
