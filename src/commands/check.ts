import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import type { CheckedDraft } from '../domain/check.ts';
import { UnreadableReportError } from '../domain/errors.ts';
import { exceededByDraft } from '../domain/limits.ts';
import { checkNotes, uncheckedText } from '../words/check-words.ts';
import { OPERATOR } from '../domain/audience.ts';
import { given } from '../domain/given.ts';
import { detectLanguage } from '../text/language.ts';
import { draftClaimsJson, mergedClaimJson, refusedClaimJson } from '../programs/check-json.ts';
import { limitText } from '../words/limit-words.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import { checkedLines } from './checked-lines.ts';
import type { JsonOptions, Run } from './command.ts';
import { createProgressBar } from './progress-bar.ts';
import { forEachRow, readRows } from './rows.ts';
import { createStatusLine, print, printJson, say } from './terminal.ts';

/** Longest path that any system takes, in characters; and largest file that can be a draft, in bytes. */
const LONGEST_PATH = 4096;
const LARGEST_BYTES = 1024 * 1024;

const Row = z.object({
  id: z.union([z.string(), z.number()]),
  claim: z.string(),
  reports: z.array(z.string()).optional(),
});

/** `footnote check DRAFT`, `-` for a draft on standard input, or `--file ROWS` for many claims. */
export function addCheckCommand(program: Command, run: Run): void {
  program
    .command('check [draft...]')
    .description(
      'check a draft against the reports, claim by claim (a path: the text in that file; - reads it from ' +
        'standard input)',
    )
    .option('--json', 'print one JSON object a claim')
    .option('--file <rows>', 'claims from a file, one JSON object a line: {"id", "claim"}')
    .action((words: string[], options: JsonOptions) =>
      run((footnote) => check(footnote, words.join(' ').trim(), options)),
    );
}

async function check(footnote: Footnote, words: string, { json, file }: JsonOptions): Promise<number | void> {
  if (file !== undefined) return checkRows(footnote, readRows(file, Row));
  const draft = words === '-' ? readFileSync(0, 'utf8') : (draftIn(words) ?? words);
  if (draft.trim() === '') {
    say('What should be checked? For example: footnote check "2020年第三季度亚马逊云的市占率为19%。"');
    return 2;
  }
  const bar = createProgressBar(createStatusLine());
  const onProgress = (done: number, total: number) => bar.update(done, total, 'claims');
  const checked = await footnote.seenBy(OPERATOR).check(draft, { onProgress });
  bar.clear();
  if (json) printDraftJson(checked, draft);
  else print(...checkedLines(checked, draft));
  return statusOf(checked);
}

/** What a file says, where the draft is the path of one: nobody checks a path. */
function draftIn(words: string): string | undefined {
  const stats =
    words.length <= LONGEST_PATH && !/[\r\n\0]/u.test(words) ? statSync(words, { throwIfNoEntry: false }) : undefined;
  if (!stats?.isFile()) return undefined;
  const text = stats.size > LARGEST_BYTES ? undefined : readFileSync(words, 'utf8');
  if (text === undefined || /[\0\ufffd]/u.test(text))
    throw new UnreadableReportError(
      `${words} is no text of a draft: give it as UTF-8 text of at most ` +
        `${LARGEST_BYTES / 1024 / 1024} MB. Claims, one JSON object a line, are read with --file.`,
    );
  say(`The draft is what ${words} says.`);
  return text;
}

function printDraftJson(checked: CheckedDraft, draft: string): void {
  const language = detectLanguage(draft);
  if (checked.outcome === 'checked') {
    draftClaimsJson(checked, language).forEach(printJson);
    checkNotes(checked, language).forEach(say);
  } else say(uncheckedText(checked, language));
}

/** 1 when a claim is contradicted, so that scripts can hold a draft back; 2 when nothing was checked. */
function statusOf(checked: CheckedDraft): number {
  if (checked.outcome !== 'checked') return 2;
  return checked.claims.some(({ verdict }) => verdict === 'contradicted') ? 1 : 0;
}

/** A row is one claim: where its text makes several, the row is supported only when all are. */
async function checkRows(footnote: Footnote, rows: z.infer<typeof Row>[]): Promise<void> {
  await forEachRow(rows, async ({ id, claim, reports }) => {
    const over = exceededByDraft(claim, reports);
    if (over) return printJson({ id, ...refusedClaimJson(claim, limitText(over, detectLanguage(claim))) });
    const checked = await footnote.seenBy(OPERATOR).check(claim, given({ reports }));
    return printJson({ id, ...mergedClaimJson(checked, claim) });
  });
}
