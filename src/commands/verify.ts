import type { Command } from 'commander';
import { z } from 'zod';
import { OPERATOR } from '../domain/audience.ts';
import { given } from '../domain/given.ts';
import { VerifyRequest } from '../programs/requests.ts';
import { judgedJson } from '../programs/verify-json.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { forEachRow, readRows } from './rows.ts';
import { printJson } from './terminal.ts';

const Row = z.object({ id: z.union([z.string(), z.number()]), ...VerifyRequest.shape });

/** `footnote verify --file ROWS`: may these sentences, of whatever program, be shown as proved by their quotes? */
export function addVerifyCommand(program: Command, run: Run): void {
  program
    .command('verify')
    .description("hold sentences against the quotes that they rest on: other programs' answers, for instance")
    .option('--json', 'print one JSON object a sentence, as it always does')
    .requiredOption('--file <rows>', 'sentences from a file, one JSON object a line: {"id", "claim", "quotes": [text]}')
    .action(({ file }: { file: string }) => run((footnote) => verify(footnote, readRows(file, Row))));
}

type Row = z.infer<typeof Row>;

async function verify(footnote: Footnote, rows: readonly Row[]): Promise<void> {
  const room = footnote.seenBy(OPERATOR);
  await forEachRow(groupsOf(rows), async (some) => {
    const sentences = some.map(({ claim, quotes, reports }) => ({ claim, quotes, ...given({ reports }) }));
    const found = await room.verify(sentences);
    for (const [at, judged] of found.entries()) printJson({ id: some[at]?.id, ...judgedJson(judged) });
  });
}

/** Rows one after another that answer one question are looked at together: a model judges them in one call. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    const isOfOne = first && row.question !== undefined && keyOf(row) === keyOf(first);
    if (isOfOne) last?.push(row);
    else groups.push([row]);
  }
  return groups;
}

function keyOf({ question, reports = [] }: Row): string {
  return JSON.stringify([question, reports]);
}
