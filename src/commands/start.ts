import type { Command } from 'commander';
import { startFootnote } from '../main.ts';

/** `footnote start` */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('serve the ask page, and the Slack bot when its tokens are set')
    .action(() => startFootnote());
}
