import type { Command } from 'commander';
import { OPERATOR } from '../domain/audience.ts';
import { VERSION } from '../domain/version.ts';
import type { Run } from './command.ts';
import { complain, protocolStreams } from './terminal.ts';

/** `footnote mcp`: a server of the Model Context Protocol on standard input and output. */
export function addMcpCommand(program: Command, run: Run): void {
  program
    .command('mcp')
    .description('serve agents and other programs by the Model Context Protocol, on standard input and output')
    .action(() =>
      run(async ({ seenBy }) => {
        // The other commands start without the protocol.
        const { serveStdio } = await import('../mcp/serve-stdio.ts');
        await serveStdio({ room: seenBy(OPERATOR), version: VERSION, log: complain }, protocolStreams());
      }),
    );
}
