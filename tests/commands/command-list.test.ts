import { Command, Help } from 'commander';
import { describe, expect, it } from 'vitest';
import { addCommands } from '../../src/commands/add-commands.ts';
import { COMMANDS, nameOf } from '../../src/commands/command-list.ts';
import type { Run } from '../../src/commands/command.ts';

const NOTHING: Run = Object.assign(() => Promise.resolve(), { onList: () => Promise.resolve() });

async function aProgram(...named: string[]): Promise<Command> {
  const program = new Command('footnote');
  await addCommands(program, NOTHING, named);
  return program;
}

describe('the list of commands', () => {
  it.each(COMMANDS.map((command) => [nameOf(command), command] as const))(
    'says of %s what the command says of itself',
    async (name, { term, description }) => {
      const command = (await aProgram(name)).commands.find((each) => each.name() === name);
      expect([command && new Help().subcommandTerm(command), command?.description()]).toEqual([term, description]);
    },
  );

  it('is the same whichever command is named', async () => {
    const listed = (await aProgram()).helpInformation();
    expect([(await aProgram('ask')).helpInformation(), (await aProgram('log')).helpInformation()]).toEqual([
      listed,
      listed,
    ]);
    expect(listed).toContain('  figures [options] [words...]');
  });
});
