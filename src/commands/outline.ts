import type { Command } from 'commander';
import { OPERATOR } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Page } from '../domain/report.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { findReport } from './find-report.ts';
import { labelJson } from './json-views.ts';
import { print, printJson } from './terminal.ts';

/** `footnote outline [REPORT]`; with one report in the index the argument can be left out. */
export function addOutlineCommand(program: Command, run: Run): void {
  program
    .command('outline [report]')
    .description("show a report's sections with their pages")
    .option('--json', 'print one JSON object')
    .action((name: string | undefined, { json }: { json?: boolean }) =>
      run((footnote) => outline(footnote, name, json ?? false)),
    );
}

async function outline(footnote: Footnote, name: string | undefined, json: boolean): Promise<void> {
  const { id } = await findReport(footnote, name);
  const stored = await footnote.library.seenBy(OPERATOR).report(id);
  if (!stored)
    throw new ConfigurationError(`Report ${id} has just been removed: \`footnote reports\` lists what is there.`);
  if (json) printJson(outlineJson(stored));
  else print(...outlineLines(stored));
}

function outlineJson({ report, sections, pages }: StoredReport) {
  const label = (number: number) => labelJson(labelOf(pages, number));
  return {
    report: report.id,
    sections: sections.map(({ path, firstPage, lastPage }) => ({
      path,
      pageStart: label(firstPage),
      pageEnd: label(lastPage),
    })),
  };
}

function outlineLines({ report, sections, pages }: StoredReport): string[] {
  const lines = sections.map(({ path, firstPage, lastPage }) => {
    const [from, to] = [labelOf(pages, firstPage), labelOf(pages, lastPage)];
    const place = from === undefined ? '' : `  ${from === to ? from : `${from}–${to}`}`;
    return `${'  '.repeat(path.length - 1)}${path.at(-1)}${place}`;
  });
  return [`${report.title} (${report.file})`, ...lines];
}

function labelOf(pages: Page[], number: number): string | undefined {
  return pages.find((page) => page.number === number)?.label;
}
