import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { EvalQuestion, gradeAnswer } from '../answer/grade-answer.ts';
import { claimsOf, Question } from '../domain/answer.ts';
import { OPERATOR } from '../domain/audience.ts';
import { ConfigurationError } from '../domain/errors.ts';
import type { Footnote } from '../wiring/wire-footnote.ts';
import type { Run } from './command.ts';
import type { Graded } from './graded.ts';
import { compareTable } from './compare-table.ts';
import { gradeTable, summarise } from './grade-table.ts';
import { createProgressBar } from './progress-bar.ts';
import { readRows } from './rows.ts';
import { readSettings } from './read-settings.ts';
import { createStatusLine, print, printJson } from './terminal.ts';

/** Files of a set that is a folder; those that exist are asked. */
const SET_FILES = ['questions.jsonl', 'followups.jsonl'];

/** `footnote eval SET`: how well the answers fit questions of one's own. */
export function addEvalCommand(program: Command, run: Run): void {
  program
    .command('eval <set>')
    .description('ask the questions of a set and count right and wrong answers: see docs/evaluation.md')
    .option('--json', 'print everything as one JSON object')
    .option(
      '--model <names...>',
      'ask once with each of these models, and compare: openai:NAME, ollama:NAME …; none is without a model',
    )
    .action(async (set: string, { json = false, model }: { json?: boolean; model?: string[] }) => {
      if (model) await compare(run, set, { names: model, json });
      else await run(async (footnote) => printGraded(await evaluate(footnote, set), json));
    });
}

/** Asks the set with each model, one after the other. */
async function compare(run: Run, set: string, { names, json }: { names: string[]; json: boolean }): Promise<void> {
  const runs: { name: string; graded: Graded[] }[] = [];
  const settingsOf = (name: string) => ({ MODEL: name === 'none' ? '' : name });
  // A name that cannot be is said before the others have been asked everything.
  for (const name of names) readSettings(settingsOf(name));
  for (const name of names)
    await run(async (footnote) => void runs.push({ name, graded: await evaluate(footnote, set) }), settingsOf(name));
  if (json) printJson({ runs: runs.map(({ name, graded }) => ({ model: name, ...gradedJson(graded) })) });
  else print(...compareTable(runs));
}

async function evaluate(footnote: Footnote, set: string): Promise<Graded[]> {
  const questions = setFiles(set).flatMap((file) => readRows(file, EvalQuestion));
  const bar = createProgressBar(createStatusLine());
  const graded: Graded[] = [];
  for (const [at, expected] of questions.entries()) {
    graded.push(await gradeOne(footnote, expected));
    bar.update(at + 1, questions.length, expected.turns.at(-1) ?? '');
  }
  bar.clear();
  return graded;
}

function printGraded(graded: Graded[], json: boolean): void {
  if (json) printJson(gradedJson(graded));
  else print(...gradeTable(graded));
}

function gradedJson(graded: Graded[]) {
  return {
    ...summarise(graded),
    questions: graded.map(({ expected, grade, answer, elapsedMs }) => ({
      id: expected.id,
      type: expected.type,
      ...grade,
      answer,
      elapsedMs,
    })),
  };
}

async function gradeOne(footnote: Footnote, expected: EvalQuestion): Promise<Graded> {
  const started = performance.now();
  const answer = await footnote
    .seenBy(OPERATOR)
    .answer(
      Question.parse({ text: expected.turns.at(-1), earlier: expected.turns.slice(0, -1), reports: expected.reports }),
    );
  const text = claimsOf(answer)
    .map((claim) => claim.text)
    .join(' ');
  return {
    expected,
    grade: gradeAnswer(expected, answer),
    answer: text,
    elapsedMs: Math.round(performance.now() - started),
    isFallback: answer.fallback !== undefined,
    withheld: answer.withheld.length,
  };
}

function setFiles(set: string): string[] {
  if (!existsSync(set))
    throw new ConfigurationError(
      `${set}: there is no such file or folder; give a set of questions (docs/evaluation.md).`,
    );
  if (!statSync(set).isDirectory()) return [set];
  const files = SET_FILES.map((name) => join(set, name)).filter((file) => existsSync(file));
  if (files.length === 0)
    throw new ConfigurationError(`${set}: holds no ${SET_FILES.join(' and no ')}; see docs/evaluation.md.`);
  return files;
}
