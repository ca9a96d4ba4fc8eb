import { describe, expect, it } from 'vitest';
import { CheckedClaims } from '../../bench/fit/checked-claims.ts';
import { ComparedClaims } from '../../bench/fit/compared-claims.ts';
import { examplesOf, kept } from '../../bench/fit/kept-examples.ts';
import { fitLogistic } from '../../bench/fit/logistic.ts';
import { readWeights } from '../../src/wiring/open-weights.ts';
import { PROOF_FEATURES } from '../../src/compare/proof-features.ts';
import { ComparisonWeights } from '../../src/compare/proof-score.ts';
import { WEIGHTS_FOLDER } from '../../src/config.ts';

const readAnew = () => Promise.reject(new Error('read anew'));

describe('what weights were fitted on', () => {
  it('is kept in numbers, and read anew only from sets that are named', async () => {
    const order = { isKept: true, out: undefined };
    const { checked } = await examplesOf('checks', order, CheckedClaims, readAnew);
    expect(checked).toHaveLength(150);
    await expect(examplesOf('checks', { ...order, isKept: false }, CheckedClaims, readAnew)).rejects.toThrow(
      'read anew',
    );
    expect(kept(1 / 3)).toBe(0.333333);
  });

  it('has the means by which the comparison weighs', async () => {
    const order = { isKept: true, out: undefined };
    const { rows, made } = await examplesOf('comparison', order, ComparedClaims, readAnew);
    const open = [...rows, ...made].filter(({ isSettled }) => !isSettled);
    const { means } = fitLogistic(open, Array(PROOF_FEATURES.length).fill(0));
    const { features } = readWeights(WEIGHTS_FOLDER, 'comparison', ComparisonWeights);
    expect(PROOF_FEATURES.map((name) => features[name].mean)).toEqual(
      means.map((mean) => Math.round(mean * 1e4) / 1e4),
    );
  });
});
