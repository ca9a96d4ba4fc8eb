import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { hideSecrets, log, print, takeConsole } from './terminal.ts';

/** `footnote start` */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('serve the ask page, and the Slack bot when its tokens are set')
    .action(async () => {
      // The other commands start without Slack and the web pages.
      const { startFootnote } = await import('../main.ts');
      const config = readConfig();
      hideSecrets(config.secrets);
      takeConsole(log);
      const { stop } = await startFootnote(config, { say: print, log });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
    });
}
