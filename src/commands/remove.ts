import type { Command } from 'commander';
import type { Run } from './command.ts';
import { findReport } from './find-report.ts';
import { say } from './terminal.ts';

/** `footnote remove REPORT` */
export function addRemoveCommand(program: Command, run: Run): void {
  program
    .command('remove <report>')
    .description('take a report out of the index (by id, file name or title)')
    .action((name: string) =>
      run(async (footnote) => {
        const { id, title, file } = await findReport(footnote, name);
        await footnote.remove(id);
        say(`Removed ${title} (${file}).`);
      }),
    );
}
