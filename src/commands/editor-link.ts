import type { Command } from 'commander';
import { ConfigurationError } from '../domain/errors.ts';
import type { Run } from './command.ts';
import { printLink } from './terminal.ts';

/** `footnote editor-link NAME` */
export function addEditorLinkCommand(program: Command, run: Run): void {
  program
    .command('editor-link <name>')
    .description('make a link with which an editor signs in to the web pages; it works once, within an hour')
    .action((name: string) =>
      run(async ({ access }, { baseUrl, host, port, editors }) => {
        const path = access.signInLink(name);
        if (path === undefined)
          throw new ConfigurationError(
            `${name} is no editor. EDITORS has ${editors.length === 0 ? 'nobody' : editors.join(', ')}: ` +
              'add the name there, and start Footnote again.',
          );
        printLink(`${baseUrl ?? `http://${host}:${port}`}${path}`);
        await Promise.resolve();
      }),
    );
}
