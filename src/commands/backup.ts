import type { Command } from 'commander';
import { readSettings } from './read-settings.ts';
import { createStatusLine, printJson, say } from './terminal.ts';

/** `footnote backup FOLDER` */
export function addBackupCommand(program: Command): void {
  program
    .command('backup <folder>')
    .description('copy the whole index into a new folder, also while Footnote runs')
    .option('--json', 'print one JSON object')
    .action(async (folder: string, { json }: { json?: boolean }) => {
      createStatusLine().show('Copying…');
      const { backup } = await import('../wiring/wire-backup.ts');
      const made = backup(readSettings(), folder, say);
      if (json) printJson(made);
      else
        say(
          `${made.files} files, ${Math.ceil(made.bytes / 1024)} kB, are in ${made.folder}. \`footnote ` +
            `restore ${folder}\` puts them back.`,
        );
    });
}

/** `footnote restore FOLDER` */
export function addRestoreCommand(program: Command): void {
  program
    .command('restore <folder>')
    .description('put the index back as a backup has it; Footnote must not run. What is there is set aside')
    .option('--only <file...>', 'put back these files only, such as review.db')
    .option('--force', 'also in the place of files that can be read and hold something')
    .option('--json', 'print one JSON object')
    .action(
      async (
        folder: string,
        { only = [], force = false, json }: { only?: string[]; force?: boolean; json?: boolean },
      ) => {
        createStatusLine().show('Looking at the backup…');
        const { restore } = await import('../wiring/wire-backup.ts');
        const { files, aside } = restore(readSettings(), folder, { only, force });
        if (json) return printJson({ files, aside });
        say(`Put back: ${files.length === 1 ? files[0] : `${files.length} files`}.`);
        if (aside.length > 0) say(`Set aside, to be deleted when they are no longer wanted: ${aside.join(', ')}.`);
      },
    );
}
