import { describe, expect, it } from 'vitest';
import { areaUnderCurve, calibrationError } from '../../bench/fit/calibration.ts';
import type { Example } from '../../bench/fit/logistic.ts';
import { fitLogistic, predict } from '../../bench/fit/logistic.ts';
import { seeded } from '../support/fuzz-runs.ts';

/** Examples that known weights have made. */
function examplesMadeBy(weights: readonly number[], intercept: number, count: number): Example[] {
  const random = seeded(3);
  return Array.from({ length: count }, () => {
    const values = weights.map(() => 2 * random() - 1);
    const score = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), intercept);
    return { values, isTrue: random() < 1 / (1 + Math.exp(-score)) };
  });
}

describe('fitting a likelihood', () => {
  it('says how often the examples are true', () => {
    const examples = examplesMadeBy([3, 0], -1.5, 2000);
    const model = fitLogistic(examples, [0, 0], { isBalanced: false });
    const judged = examples.map(({ values, isTrue }) => ({ confidence: predict(model, values), isRight: isTrue }));
    expect(calibrationError(judged)).toBeLessThan(0.04);
    expect(areaUnderCurve(judged)).toBeGreaterThan(0.8);
  });

  it('gives no weight against its sign', () => {
    const { weights } = fitLogistic(examplesMadeBy([2, -2], 0, 500), [1, 1], { isBalanced: false });
    expect(weights.map((weight) => weight > 0)).toEqual([true, false]);
    expect(weights[1]).toBe(0);
  });

  it('counts both classes alike when it is to tell them apart', () => {
    const examples = examplesMadeBy([1], -3, 1000);
    const values = [0];
    expect(predict(fitLogistic(examples, [0], { isBalanced: false }), values)).toBeLessThan(0.1);
    expect(predict(fitLogistic(examples, [0]), values)).toBeCloseTo(0.5, 0);
  });
});

describe('the worth of a confidence', () => {
  it('is one when every right answer has more of it, and half by chance', () => {
    const right = { confidence: 0.8, isRight: true };
    const wrong = { confidence: 0.2, isRight: false };
    const alike = { confidence: 0.8, isRight: false };
    expect([
      areaUnderCurve([right, wrong]),
      areaUnderCurve([right, alike]),
      areaUnderCurve([right, wrong, alike]),
    ]).toEqual([1, 0.5, 0.75]);
  });

  it('is off by as much as it promises too much', () => {
    const judged = Array.from({ length: 100 }, (_, at) => ({ confidence: 0.9, isRight: at % 2 === 0 }));
    expect(calibrationError(judged)).toBeCloseTo(0.4, 5);
  });
});
