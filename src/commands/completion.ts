import { Command } from 'commander';
import { COMMANDS } from './command-list.ts';
import type { Run } from './command.ts';
import { bashCompletion, zshCompletion } from './completion-script.ts';
import type { Completed } from './completion-script.ts';
import { print } from './terminal.ts';

/** Nothing is run: commands are only asked what options they have. */
const NOTHING: Run = Object.assign(() => Promise.resolve(), { onList: () => Promise.resolve() });

/** `footnote completion bash|zsh`: a script that completes commands, their options and files. */
export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .description('print a script for the shell that completes commands and options: eval "$(footnote completion bash)"')
    .argument('<shell>', 'bash or zsh')
    .action(async (shell: string) => {
      const commands = await completed();
      if (shell === 'bash') print(...bashCompletion(commands));
      else if (shell === 'zsh') print(...zshCompletion(commands));
      else program.error(`There is completion for bash and zsh, and none for ${shell}.`);
    });
}

/** All commands with their options, those within them too. */
async function completed(): Promise<Completed[]> {
  const program = new Command('footnote');
  for (const { add } of COMMANDS) await add(program, NOTHING);
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    words: [
      ...command.commands.map((within) => within.name()),
      ...command.options.flatMap(({ long }) => long ?? []),
      '--help',
    ],
  }));
}
