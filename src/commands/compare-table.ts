import type { Graded } from './graded.ts';
import { summarise } from './grade-table.ts';

/** Answers to one set with one model. */
interface EvalRun {
  name: string;
  graded: readonly Graded[];
}

const LABEL = 22;
const COLUMN = 14;

/** Runs of one set side by side, a column each, and under them the questions that not all of them got right. */
export function compareTable(runs: readonly EvalRun[]): string[] {
  const types = [...new Set(runs.flatMap(({ graded }) => graded.map(({ expected }) => expected.type)))];
  const lines = [
    line(
      '',
      runs.map(({ name }) => name),
    ),
    ...types.map((type) =>
      line(
        `right: ${type}`,
        runs.map(({ graded }) => share(summarise(graded).byType[type])),
      ),
    ),
    line(
      'right: all',
      runs.map(({ graded }) => share(summarise(graded).all)),
    ),
    line(
      'wrong',
      runs.map(({ graded }) => String(summarise(graded).all.wrong)),
    ),
    line(
      'refused',
      runs.map(({ graded }) => String(summarise(graded).all.refused)),
    ),
    line(
      'cited',
      runs.map(({ graded }) => String(summarise(graded).all.cited)),
    ),
    line(
      'sentences withheld',
      runs.map(({ graded }) => String(graded.reduce((sum, { withheld }) => sum + withheld, 0))),
    ),
    line(
      'without the model',
      runs.map(({ graded }) => String(graded.filter(({ isFallback }) => isFallback).length)),
    ),
    line(
      'median time, ms',
      runs.map(({ graded }) => String(quantile(graded, 0.5))),
    ),
    line(
      '95 % within, ms',
      runs.map(({ graded }) => String(quantile(graded, 0.95))),
    ),
  ];
  const different = differences(runs);
  return [
    ...lines,
    '',
    ...(different.length === 0
      ? ['All runs got the same questions right.']
      : ['Not the same in all runs:', ...different]),
  ];
}

function line(label: string, values: string[]): string {
  return [
    label.padEnd(LABEL),
    ...values.map((value) => (value.length > COLUMN ? `${value.slice(0, COLUMN - 1)}…` : value).padStart(COLUMN)),
  ].join(' ');
}

function share(tally: { right: number; questions: number } | undefined): string {
  return tally ? `${tally.right}/${tally.questions} ${Math.round((100 * tally.right) / tally.questions)} %` : '';
}

function quantile(graded: readonly Graded[], at: number): number {
  const times = graded.map(({ elapsedMs }) => elapsedMs).toSorted((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(at * times.length))] ?? 0;
}

function differences(runs: readonly EvalRun[]): string[] {
  return (runs[0]?.graded ?? []).flatMap(({ expected }, at) => {
    const verdicts = runs.map(({ name, graded }) => `${name} ${graded[at]?.grade.verdict ?? ''}`);
    const isSame = new Set(runs.map(({ graded }) => graded[at]?.grade.verdict)).size === 1;
    return isSame ? [] : [`  ${expected.id} ${expected.turns.join(' / ')}: ${verdicts.join('; ')}`];
  });
}
