import type { Command } from 'commander';
import { z } from 'zod';
import { Question } from '../domain/answer.ts';
import { citedPlace } from '../domain/report.ts';
import type { Passage } from '../domain/answer.ts';
import { OPERATOR } from '../domain/audience.ts';
import { exceededBy, LIMITS } from '../domain/limits.ts';
import { detectLanguage } from '../text/language.ts';
import { hitJson } from '../programs/search-json.ts';
import type { HitsJson } from '../programs/search-json.ts';
import { limitText } from '../words/limit-words.ts';
import { citationLabel } from '../words/place-label.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { JsonOptions, Run } from './command.ts';
import { forEachRow, readRows } from './rows.ts';
import { print, printJson, say } from './terminal.ts';

const LIMIT = 10;
/** Characters of a passage that a person sees in the list. */
const EXCERPT = 120;

const Row = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  limit: z.int().min(1).max(1000).optional(),
  reports: z.array(z.string()).optional(),
});

/** `footnote search QUESTION`, or `--file ROWS` for many. */
export function addSearchCommand(program: Command, run: Run): void {
  program
    .command('search [question...]')
    .description('list the passages that matter for a question, best first')
    .option('--json', 'print one JSON object a question')
    .option('--file <rows>', 'questions from a file, one JSON object a line: {"id", "question", "limit"}')
    .action((words: string[], options: JsonOptions) =>
      run((footnote) => search(footnote, words.join(' ').trim(), options)),
    );
}

async function search(footnote: Footnote, text: string, { json, file }: JsonOptions): Promise<number | void> {
  if (file !== undefined)
    return forEachRow(readRows(file, Row), async (row) => printJson({ id: row.id, ...(await find(footnote, row)) }));
  if (text === '') {
    say('What should be searched for? For example: footnote search "AI IPO"');
    return 2;
  }
  const refusal = refusalOf(Question.parse({ text }));
  if (refusal !== undefined) {
    say(refusal);
    return 2;
  }
  if (json) return printJson(await find(footnote, { question: text }));
  const passages = await footnote.seenBy(OPERATOR).search(Question.parse({ text }), LIMIT);
  passages.forEach((passage, index) => print(...passageLines(passage, index + 1)));
  return undefined;
}

async function find(
  footnote: Footnote,
  { question, limit, reports }: { question: string; limit?: number | undefined; reports?: string[] | undefined },
): Promise<HitsJson> {
  const started = performance.now();
  const asked = Question.parse({ text: question, reports });
  const error = refusalOf(asked);
  if (error !== undefined) return { question: question.slice(0, LIMITS.question), hits: [], error, elapsedMs: 0 };
  const passages = await footnote.seenBy(OPERATOR).search(asked, limit ?? LIMIT);
  return { question, hits: passages.map(hitJson), elapsedMs: Math.round(performance.now() - started) };
}

/** What is said of a question that is too long. */
function refusalOf(question: Question): string | undefined {
  const over = exceededBy(question);
  return over && limitText(over, detectLanguage(question.text));
}

function passageLines({ chunk, report }: Passage, number: number): string[] {
  const place = chunk.places[0]?.place;
  const label = place ? citationLabel(chunk.path, citedPlace(report, place), report.language) : '';
  return [`${number}. ${report.title} · ${label}`, `   ${chunk.text.slice(0, EXCERPT)}…`];
}
