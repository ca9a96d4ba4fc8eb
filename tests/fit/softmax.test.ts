import { describe, expect, it } from 'vitest';
import type { Choice } from '../../bench/fit/softmax.ts';
import { fitSoftmax, likelihoods } from '../../bench/fit/softmax.ts';
import { seeded } from '../support/fuzz-runs.ts';

/** Choices among ten candidates that known weights have made, by their own likelihoods. */
function choicesMadeBy(weights: readonly number[], count: number): Choice[] {
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    const candidates = Array.from({ length: 10 }, () => weights.map(() => 4 * random() - 2));
    const chances = likelihoods(weights, candidates);
    const luck = random();
    const made = chances.findIndex((_, at) => luck < chances.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    return { candidates, isRight: candidates.map((_, at) => at === made), weight: 1 };
  });
}

describe('fitting a choice', () => {
  it('finds the weights that made it', () => {
    const [first = 0, second = 0, third = 0] = fitSoftmax(choicesMadeBy([2, -1, 0], 3000), { penalty: 0.01 });
    expect(first).toBeCloseTo(2, 0);
    expect(second).toBeCloseTo(-1, 0);
    expect(third).toBeCloseTo(0, 0);
  });

  it('gives the same weights again, from wherever it begins', () => {
    const choices = choicesMadeBy([1, -2], 200);
    const weights = fitSoftmax(choices);
    expect(fitSoftmax(choices)).toEqual(weights);
    const others = fitSoftmax(choices, { start: [3, 3] });
    weights.forEach((weight, at) => expect(others[at]).toBeCloseTo(weight, 3));
  });

  it('keeps weights small where there is little to learn from', () => {
    const [few = 0] = fitSoftmax(choicesMadeBy([2], 5));
    const [many = 0] = fitSoftmax(choicesMadeBy([2], 500));
    expect(Math.abs(few)).toBeLessThan(Math.abs(many) / 2);
  });

  it('stays with what was known before where there is little to learn from', () => {
    const [few = 0] = fitSoftmax(choicesMadeBy([2], 5), { prior: [1] });
    const [many = 0] = fitSoftmax(choicesMadeBy([2], 2000), { prior: [1] });
    expect([few, many].map(Math.round)).toEqual([1, 2]);
  });

  it('takes any of several right candidates for right', () => {
    const choice: Choice = { candidates: [[1], [1], [0]], isRight: [true, true, false], weight: 1 };
    const [weight = 0] = fitSoftmax(
      Array.from({ length: 100 }, () => choice),
      { penalty: 0.1 },
    );
    const [one = 0, other = 0, wrong = 0] = likelihoods([weight], choice.candidates);
    expect({ isAlike: one === other, isWrongUnlikely: wrong < 0.05 }).toEqual({ isAlike: true, isWrongUnlikely: true });
  });

  it('lets a choice count what it weighs', () => {
    const up: Choice = { candidates: [[1], [0]], isRight: [true, false], weight: 3 };
    const down: Choice = { candidates: [[1], [0]], isRight: [false, true], weight: 1 };
    const [weight = 0] = fitSoftmax([up, down], { penalty: 1e-6 });
    expect(weight).toBeCloseTo(Math.log(3), 2);
  });
});
