import { solve } from './solve.ts';

/** One choice among candidates, of which some are right. */
export interface Choice {
  /** Values of each candidate, all of one length. */
  candidates: readonly (readonly number[])[];
  /** True for the right candidates, at least one. */
  isRight: readonly boolean[];
  /** What it counts. */
  weight: number;
}

/** How weights are held back, measured on values over their scale. */
export interface Restraint {
  /** Strength of the penalty on what lies far from the prior; absent: 10. */
  penalty?: number;
  /** Weights that were known before, in natural units; absent: 0. */
  prior?: readonly number[];
  /** Weights to begin from; absent: the prior. They change what it takes, not what comes out. */
  start?: readonly number[];
  /** Ends when no weight changes by more than this, over its scale; absent: 1e-5. */
  still?: number;
}

const PENALTY = 10;
/** Steps of Newton's method at most; fewer when no weight changes by more than this. */
const STEPS = 60;
const STILL = 1e-5;
/** Less likely candidates bend the loss too little to be counted: what comes out is the same, a step is faster. */
const UNLIKELY = 1e-3;

/**
 * Fits the weights by which the right candidates come first: listwise softmax (Cao and others 2007), with the
 * likelihood of all right candidates of a choice together.
 * @returns for each value its weight in natural units
 */
export function fitSoftmax(
  choices: readonly Choice[],
  { penalty = PENALTY, prior = [], start = prior, still = STILL }: Restraint = {},
): number[] {
  const scales = scalesOf(choices);
  const known = Float64Array.from(scales, (size, at) => (prior[at] ?? 0) * size);
  const held = { penalty, known };
  const scaled = choices.map((choice) => scale(choice, scales));
  let weights = Float64Array.from(scales, (size, at) => (start[at] ?? 0) * size);
  let loss = lossOf(scaled, weights, held);
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = slopeOf(scaled, weights, held);
    const next = lessLoss(scaled, weights, solve(curvature, gradient), loss, held);
    if (!next) break;
    const moved = Math.max(...next.weights.map((weight, at) => Math.abs(weight - (weights[at] ?? 0))));
    ({ weights, loss } = next);
    if (moved < still) break;
  }
  return Array.from(weights, (weight, at) => weight / (scales[at] ?? 1));
}

/** Likelihood of each candidate. */
export function likelihoods(weights: readonly number[], candidates: readonly (readonly number[])[]): number[] {
  const scores = candidates.map((values) => values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** A choice with its values over their scale, one candidate after the other. */
interface Scaled {
  values: Float64Array;
  isRight: readonly boolean[];
  weight: number;
}

/** Standard deviation of each value over all candidates; 1 for one that never changes. */
function scalesOf(choices: readonly Choice[]): Float64Array {
  const rows = choices.flatMap(({ candidates }) => candidates);
  return Float64Array.from({ length: rows[0]?.length ?? 0 }, (_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length;
    return variance > 1e-12 ? Math.sqrt(variance) : 1;
  });
}

function scale({ candidates, isRight, weight }: Choice, scales: Float64Array): Scaled {
  const values = Float64Array.from(candidates.flat(), (value, at) => value / (scales[at % scales.length] ?? 1));
  return { values, isRight, weight };
}

/** Where a choice has several right candidates the loss is not convex: a step is halved until it helps. */
function lessLoss(
  choices: readonly Scaled[],
  weights: Float64Array<ArrayBuffer>,
  change: Float64Array,
  before: number,
  held: Held,
) {
  for (let size = 1; size > 1e-4; size /= 2) {
    const next = weights.map((weight, at) => weight - size * (change[at] ?? 0));
    const loss = lossOf(choices, next, held);
    if (loss <= before) return { weights: next, loss };
  }
  return undefined;
}

interface Held {
  penalty: number;
  known: Float64Array;
}

function lossOf(choices: readonly Scaled[], weights: Float64Array, { penalty, known }: Held): number {
  let loss = (penalty / 2) * weights.reduce((sum, weight, at) => sum + (weight - (known[at] ?? 0)) ** 2, 0);
  for (const choice of choices) loss -= choice.weight * Math.log(Math.max(chancesOf(choice, weights).right, 1e-300));
  return loss;
}

/** The likelihood of each candidate, and of all right ones together. */
function chancesOf({ values, isRight }: Scaled, weights: Float64Array): { chances: Float64Array; right: number } {
  const width = weights.length;
  const chances = new Float64Array(isRight.length);
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < chances.length; at++) {
    let score = 0;
    for (let column = 0, from = at * width; column < width; column++)
      score += (values[from + column] ?? 0) * (weights[column] ?? 0);
    chances[at] = score;
    most = Math.max(most, score);
  }
  const powers = chances.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const normed = powers.map((power) => power / total);
  return { chances: normed, right: normed.reduce((sum, chance, at) => sum + (isRight[at] ? chance : 0), 0) };
}

/** Gradient of the loss, and the curvature of its convex part, row by row. */
function slopeOf(choices: readonly Scaled[], weights: Float64Array, { penalty, known }: Held) {
  const width = weights.length;
  const gradient = weights.map((weight, at) => penalty * (weight - (known[at] ?? 0)));
  const curvature = Array.from({ length: width }, (_, row) => {
    const line = new Float64Array(width);
    line[row] = penalty;
    return line;
  });
  for (const choice of choices) {
    const { values, isRight, weight } = choice;
    const { chances, right } = chancesOf(choice, weights);
    const mean = new Float64Array(width);
    for (let at = 0; at < chances.length; at++) {
      const chance = chances[at] ?? 0;
      const pull = weight * (chance - (isRight[at] ? chance / Math.max(right, 1e-300) : 0));
      for (let column = 0, from = at * width; column < width; column++) {
        const value = values[from + column] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + pull * value;
        mean[column] = (mean[column] ?? 0) + chance * value;
      }
    }
    for (let at = 0; at < chances.length; at++) {
      const chance = chances[at] ?? 0;
      if (chance <= UNLIKELY) continue;
      const distances = mean.map((value, column) => (values[at * width + column] ?? 0) - value);
      addSquare(curvature, distances, weight * chance);
    }
  }
  return { gradient, curvature };
}

function addSquare(curvature: readonly Float64Array[], distances: Float64Array, factor: number): void {
  // Symmetric: what is solved needs the lower half alone.
  curvature.forEach((line, row) => {
    const size = factor * (distances[row] ?? 0);
    if (size === 0) return;
    for (let column = 0; column <= row; column++) line[column] = (line[column] ?? 0) + size * (distances[column] ?? 0);
  });
}
