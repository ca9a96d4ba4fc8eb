import type { Command } from 'commander';
import { Help } from 'commander';
import { COMMANDS, nameOf } from './command-list.ts';
import type { Run } from './command.ts';

/**
 * Adds the commands that are named, and of the others what is listed of them.
 * @param named the words of the command line
 */
export async function addCommands(program: Command, run: Run, named: readonly string[]): Promise<void> {
  const terms = new Map(COMMANDS.map((command) => [nameOf(command), command.term]));
  const help = new Help();
  program.configureHelp({
    sortSubcommands: false,
    subcommandTerm: (command) =>
      (command.parent === program ? terms.get(command.name()) : undefined) ?? help.subcommandTerm(command),
  });
  for (const command of COMMANDS) {
    const name = nameOf(command);
    if (named.includes(name)) await command.add(program, run);
    else program.command(name).description(command.description);
  }
}
