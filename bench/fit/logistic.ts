/** A row with what is to be learnt from it. */
export interface Example {
  values: readonly number[];
  isTrue: boolean;
  /** What it counts; absent: 1. */
  weight?: number;
}

/** What was learnt: one weight a value, on values less their mean over their scale. */
export interface Logistic {
  intercept: number;
  weights: number[];
  means: number[];
  scales: number[];
}

/** How a regression is held back. */
export interface Restraint {
  /** Both classes count alike: what is fitted tells them apart, but is no likelihood. Absent: they do. */
  isBalanced?: boolean;
  /** Strength of the penalty on what lies far from the prior, on values over their scale; absent: 1. */
  penalty?: number;
  /** Weights that were known before, for each unit of a value; absent: 0. */
  prior?: readonly number[];
}

/** Strength of the penalty on large weights, steps and their size: more steps change no third decimal on 1,000 rows. */
const PENALTY = 1;
const STEPS = 1500;
const RATE = 0.3;

/**
 * Fits a logistic regression by gradient descent.
 * @param signs for each value 1 or -1 where its weight may only be above or below zero, 0 where it is free: what a
 * small set says against all
 *   reason (that a missing name makes a sentence truer) is chance
 */
export function fitLogistic(
  examples: readonly Example[],
  signs: readonly number[],
  { isBalanced = true, penalty = PENALTY, prior = [] }: Restraint = {},
): Logistic {
  const columns = signs.map((_, column) => examples.map(({ values }) => values[column] ?? 0));
  const means = columns.map((column) => sum(column) / column.length);
  const scales = columns.map(
    (column, at) => Math.sqrt(sum(column.map((value) => (value - (means[at] ?? 0)) ** 2)) / column.length) || 1,
  );
  const rows = examples.map(({ values }) => values.map((value, at) => (value - (means[at] ?? 0)) / (scales[at] ?? 1)));
  const shareTrue = examples.filter(({ isTrue }) => isTrue).length / examples.length;
  const known = scales.map((size, at) => (prior[at] ?? 0) * size);
  const weights = [...known];
  let intercept = 0;
  for (let step = 0; step < STEPS; step++) {
    const errors = examples.map(
      ({ isTrue, weight = 1 }, at) =>
        (chance(rows[at] ?? [], weights, intercept) - (isTrue ? 1 : 0)) *
        weight *
        (isBalanced ? 0.5 / (isTrue ? shareTrue : 1 - shareTrue) : 1),
    );
    signs.forEach((sign, column) => {
      const gradient =
        sum(errors.map((error, at) => error * (rows[at]?.[column] ?? 0))) +
        penalty * ((weights[column] ?? 0) - (known[column] ?? 0));
      const next = (weights[column] ?? 0) - (RATE * gradient) / examples.length;
      weights[column] = next * sign < 0 ? 0 : next;
    });
    intercept -= (RATE * sum(errors)) / examples.length;
  }
  return { intercept, weights, means, scales };
}

/** What was learnt says of some values, 0 to 1. */
export function predict({ intercept, weights, means, scales }: Logistic, values: readonly number[]): number {
  return chance(
    values.map((value, at) => (value - (means[at] ?? 0)) / (scales[at] ?? 1)),
    weights,
    intercept,
  );
}

function chance(row: readonly number[], weights: readonly number[], intercept: number): number {
  return 1 / (1 + Math.exp(-row.reduce((total, value, at) => total + value * (weights[at] ?? 0), intercept)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
