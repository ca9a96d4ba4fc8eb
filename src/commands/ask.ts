import type { Command } from 'commander';
import { z } from 'zod';
import { Question } from '../domain/answer.ts';
import type { VerifiedAnswer } from '../domain/answer.ts';
import { OPERATOR } from '../domain/audience.ts';
import { exceededBy } from '../domain/limits.ts';
import { noReportsText } from '../words/answer-notes.ts';
import { detectLanguage } from '../text/language.ts';
import { answerJson, refusedAnswerJson } from '../programs/answer-json.ts';
import { limitText } from '../words/limit-words.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import { answerLines } from './answer-lines.ts';
import type { JsonOptions, Run } from './command.ts';
import { forEachRow, readRows } from './rows.ts';
import { print, printJson, say } from './terminal.ts';

const RowId = z.union([z.string(), z.number()]);

/** A row of a question file: one question, or the turns of a conversation of which the last is answered. */
const Row = z.union([
  z.object({ id: RowId, question: z.string(), reports: z.array(z.string()).optional() }),
  z.object({ id: RowId, turns: z.array(z.string()).min(1), reports: z.array(z.string()).optional() }),
]);
type Row = z.infer<typeof Row>;

/** `footnote ask QUESTION`, or `--file ROWS` for many. */
export function addAskCommand(program: Command, run: Run): void {
  program
    .command('ask [question...]')
    .description('answer a question from the reports, every sentence with its citation')
    .option('--json', 'print one JSON object a question')
    .option('--file <rows>', 'questions from a file, one JSON object a line: {"id", "question"}')
    .action((words: string[], options: JsonOptions) =>
      run((footnote) => ask(footnote, words.join(' ').trim(), options)),
    );
}

async function ask(footnote: Footnote, text: string, { json, file }: JsonOptions): Promise<number | void> {
  if (file !== undefined) return askRows(footnote, readRows(file, Row));
  if (text === '') {
    say('What is the question? For example: footnote ask "2020年第三季度亚马逊云的市占率是多少？"');
    return 2;
  }
  const question = Question.parse({ text });
  const refusal = refusalOf(question);
  if (refusal !== undefined) {
    say(refusal);
    return 2;
  }
  const { answer, elapsedMs } = await timed(footnote, question);
  const problem = await problemOf(footnote, answer);
  if (json) printJson({ ...answerJson(answer, elapsedMs), ...problem });
  else print(...(problem ? [problem.reason, ADVICE] : answerLines(answer, detectLanguage(text))));
}

async function askRows(footnote: Footnote, rows: Row[]): Promise<void> {
  await forEachRow(rows, async (row) => {
    const question = questionOf(row);
    const refusal = refusalOf(question);
    if (refusal !== undefined) return printJson({ id: row.id, ...refusedAnswerJson(question.text, refusal) });
    const { answer, elapsedMs } = await timed(footnote, question);
    return printJson({ id: row.id, ...answerJson(answer, elapsedMs), ...(await problemOf(footnote, answer)) });
  });
}

/** Why nothing could be found, where that is for want of reports. */
async function problemOf(
  { seenBy }: Footnote,
  { outcome, question }: VerifiedAnswer,
): Promise<{ reason: string } | undefined> {
  if (outcome !== 'not_found' || (await seenBy(OPERATOR).library.reports()).length > 0) return undefined;
  return { reason: noReportsText(detectLanguage(question.text)) };
}

const ADVICE = 'footnote ingest FILE…   takes reports in';

/** What is said of a question that is too long. */
function refusalOf(question: Question): string | undefined {
  const over = exceededBy(question);
  return over && limitText(over, detectLanguage(question.text));
}

async function timed(footnote: Footnote, question: Question): Promise<{ answer: VerifiedAnswer; elapsedMs: number }> {
  const started = performance.now();
  const answer = await footnote.seenBy(OPERATOR).answer(question);
  return { answer, elapsedMs: Math.round(performance.now() - started) };
}

function questionOf(row: Row): Question {
  const turns = 'turns' in row ? row.turns : [row.question];
  return Question.parse({ text: turns.at(-1), earlier: turns.slice(0, -1), reports: row.reports });
}
