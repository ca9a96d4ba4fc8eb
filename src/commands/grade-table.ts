import type { Grade } from '../answer/grade-answer.ts';
import type { Graded } from './graded.ts';

/** Counts of one type of question. */
export interface Tally {
  questions: number;
  right: number;
  wrong: number;
  refused: number;
  cited: number;
}

/** Counts by type, and of all together. */
export interface Summary {
  all: Tally;
  byType: Record<string, Tally>;
}

const BAR = 20;

/**
 * Counts what became of the questions. A rightly refused question counts as right, one that should have been refused as
 * wrong.
 */
export function summarise(graded: readonly Graded[]): Summary {
  const groups = Map.groupBy(graded, ({ expected }) => expected.type);
  return { all: tally(graded), byType: Object.fromEntries([...groups].map(([type, rows]) => [type, tally(rows)])) };
}

/** A table with a bar a line, and under it every question that went wrong. */
export function gradeTable(graded: readonly Graded[]): string[] {
  const { all, byType } = summarise(graded);
  const lines = [...Object.entries(byType), ['all', all] as const].map(([type, counts]) => tallyLine(type, counts));
  const misses = graded.filter(({ grade }) => !isRight(grade)).flatMap(missLines);
  const heads = ['questions'.padStart(9), 'right'.padStart(6), 'wrong'.padStart(6), 'refused'.padStart(8)];
  const head = ['type'.padEnd(16), ...heads, 'cited'.padStart(6)].join(' ');
  return [head, ...lines, '', ...(misses.length === 0 ? ['No question went wrong.'] : ['What went wrong:', ...misses])];
}

function tally(graded: readonly Graded[]): Tally {
  const count = (is: (grade: Grade) => boolean) => graded.filter(({ grade }) => is(grade)).length;
  return {
    questions: graded.length,
    right: count(isRight),
    wrong: count(({ verdict }) => verdict === 'wrong' || verdict === 'should have refused'),
    refused: count(({ verdict }) => verdict === 'refused'),
    cited: count(({ isCited }) => isCited),
  };
}

function isRight({ verdict }: Grade): boolean {
  return verdict === 'right' || verdict === 'rightly refused';
}

function tallyLine(type: string, { questions, right, wrong, refused, cited }: Tally): string {
  const filled = Math.round((BAR * right) / questions);
  const numbers = [
    [questions, 9],
    [right, 6],
    [wrong, 6],
    [refused, 8],
    [cited, 6],
  ]
    .map(([value = 0, width = 0]) => String(value).padStart(width))
    .join(' ');
  return (
    `${type.padEnd(16)} ${numbers}  ` +
    `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.round((100 * right) / questions)} %`
  );
}

function missLines({ expected, grade, answer }: Graded): string[] {
  const why = grade.verdict === 'wrong' ? `wrong, lacks ${grade.lacking.join(', ')}` : grade.verdict;
  return [
    `  ${expected.id} ${why}: ${expected.turns.join(' / ')}`,
    ...(answer === '' ? [] : [`      answered: ${answer}`]),
  ];
}
