import type { Command } from 'commander';
import { guardProcess } from './guard-process.ts';
import { readSettings } from './read-settings.ts';
import { log, logEvent, print, takeConsole, writeLogAs } from './terminal.ts';

/** `footnote start` */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('serve the ask page, and the Slack bot when its tokens are set')
    .action(async () => {
      // The other commands start without Slack and the web pages.
      const { startFootnote } = await import('../main.ts');
      const config = readSettings();
      takeConsole(log);
      writeLogAs(config.watching.logFormat);
      const guard = guardProcess(log);
      const { stop } = await startFootnote(config, { say: print, log, note: logEvent });
      guard.stopWith(stop);
    });
}
