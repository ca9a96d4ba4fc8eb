import type { Command } from 'commander';
import { watchFolder } from '../wiring/watch-folder.ts';
import type { Run } from './command.ts';
import { say } from './terminal.ts';

/** `footnote watch FOLDER` */
export function addWatchCommand(program: Command, run: Run): void {
  program
    .command('watch <folder>')
    .description('take in what lies in a folder and what comes into it, and take out what goes, until Ctrl+C')
    .action((folder: string) =>
      run(async (footnote) => {
        const watch = watchFolder(folder, { footnote, say });
        say(`Watching ${folder}. Stop with Ctrl+C.`);
        await new Promise<void>((resolve) => {
          // Without it, nothing but a timer keeps the process.
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
        });
        await watch.close();
      }),
    );
}
