import type { Command } from 'commander';
import { OPERATOR } from '../domain/audience.ts';
import { findPage } from '../programs/find-page.ts';
import { pageJson } from '../programs/report-json.ts';
import type { Run } from './command.ts';
import { print, printJson } from './terminal.ts';

/** `footnote page REPORT PAGE`: the text of a page. */
export function addPageCommand(program: Command, run: Run): void {
  program
    .command('page <report> <page>')
    .description('print the text of a page: its printed number or label, as citations give it')
    .option('--json', 'print one JSON object')
    .action((report: string, page: string, { json }: { json?: boolean }) =>
      run(async ({ seenBy }) => {
        const { stored, page: found } = await findPage(seenBy(OPERATOR).library, { report, page });
        if (json) return printJson(pageJson(stored, found));
        return print(...stored.text.slice(found.span.start, found.span.end).trimEnd().split('\n'));
      }),
    );
}
