import type { Command } from 'commander';
import { createProgressBar } from './progress-bar.ts';
import { readSettings } from './read-settings.ts';
import { createStatusLine, printJson, say } from './terminal.ts';

/** `footnote migrate --to URL|FOLDER` */
export function addMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('copy everything to the other engine, PostgreSQL or a folder; Footnote must not run')
    .requiredOption('--to <place>', 'postgres://USER:PASSWORD@HOST/DATABASE, or a new folder (from DATABASE_URL)')
    .option('--json', 'print one JSON object')
    .action(async ({ to, json }: { to: string; json?: boolean }) => {
      const { migrate } = await import('../wiring/wire-migrate.ts');
      const bar = createProgressBar(createStatusLine());
      const moved = await migrate(readSettings(), to, {
        say,
        onProgress: (done, total) => bar.update(done, total, 'reports'),
      }).finally(() => bar.clear());
      if (json) return printJson(moved);
      for (const { library, reports, rows } of moved.libraries) {
        const others = Object.values(rows).reduce((sum, count) => sum + count, 0);
        say(`${library}: ${reports} ${reports === 1 ? 'report' : 'reports'} and ${others} other rows.`);
      }
      say(`Copied to ${moved.to}. What it was copied from is as it was.`);
    });
}
