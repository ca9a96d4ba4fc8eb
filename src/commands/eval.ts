import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Grade } from '../answer/grade-answer.ts';
import { EvalQuestion, gradeAnswer } from '../answer/grade-answer.ts';
import { Question } from '../domain/answer.ts';
import { OPERATOR } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import { printJson } from './command.ts';
import { gradeTable, summarise } from './grade-table.ts';
import { createProgressBar } from './progress-bar.ts';
import { readRows } from './rows.ts';

/** Files of a set that is a folder; those that exist are asked. */
const SET_FILES = ['questions.jsonl', 'followups.jsonl'];

/** A question with its grade and the answer's text. */
export interface Graded {
  expected: EvalQuestion;
  grade: Grade;
  answer: string;
  elapsedMs: number;
}

/** `footnote eval SET`: how well the answers fit questions of one's own. */
export function addEvalCommand(program: Command, run: Run): void {
  program
    .command('eval <set>')
    .description('ask the questions of a set and count right and wrong answers: see docs/evaluation.md')
    .option('--json', 'print everything as one JSON object')
    .action((set: string, { json }: { json?: boolean }) => run((footnote) => evaluate(footnote, set, json ?? false)));
}

async function evaluate(footnote: Footnote, set: string, json: boolean): Promise<void> {
  const questions = setFiles(set).flatMap((file) => readRows(file, EvalQuestion));
  const bar = createProgressBar(process.stderr);
  const graded: Graded[] = [];
  for (const [at, expected] of questions.entries()) {
    graded.push(await gradeOne(footnote, expected));
    bar.update(at + 1, questions.length, expected.turns.at(-1) ?? '');
  }
  bar.clear();
  if (json) printJson({ ...summarise(graded), questions: graded.map(({ expected, grade, answer, elapsedMs }) => ({ id: expected.id, type: expected.type, ...grade, answer, elapsedMs })) });
  else process.stdout.write(gradeTable(graded));
}

async function gradeOne(footnote: Footnote, expected: EvalQuestion): Promise<Graded> {
  const started = performance.now();
  const answer = await footnote.seenBy(OPERATOR).answer(Question.parse({ text: expected.turns.at(-1), earlier: expected.turns.slice(0, -1), reports: expected.reports }));
  const text = answer.outcome === 'not_found' ? '' : answer.claims.map((claim) => claim.text).join(' ');
  return { expected, grade: gradeAnswer(expected, answer), answer: text, elapsedMs: Math.round(performance.now() - started) };
}

function setFiles(set: string): string[] {
  if (!existsSync(set)) throw new ConfigurationError(`${set}: there is no such file or folder; give a set of questions (docs/evaluation.md).`);
  if (!statSync(set).isDirectory()) return [set];
  const files = SET_FILES.map((name) => join(set, name)).filter((file) => existsSync(file));
  if (files.length === 0) throw new ConfigurationError(`${set}: holds no ${SET_FILES.join(' and no ')}; see docs/evaluation.md.`);
  return files;
}
