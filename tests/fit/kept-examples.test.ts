import { describe, expect, it } from 'vitest';
import { AnswerExamples } from '../../bench/fit/answer-examples.ts';
import { CheckedClaims } from '../../bench/fit/checked-claims.ts';
import { ComparedClaims } from '../../bench/fit/compared-claims.ts';
import { cheapest } from '../../bench/fit/fit-confidence.ts';
import { choiceOf } from '../../bench/fit/kept-choice.ts';
import { examplesOf, kept } from '../../bench/fit/kept-examples.ts';
import { fitLogistic } from '../../bench/fit/logistic.ts';
import { ConfidenceWeights } from '../../src/answer/confidence-weights.ts';
import { STATEMENT_FEATURES } from '../../src/answer/statement-weights.ts';
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

  it('has what each threshold of the confidence comes to, and the cheapest is taken', async () => {
    const examples = await examplesOf('answers', { isKept: true, out: undefined }, AnswerExamples, readAnew);
    const { set, threshold } = readWeights(WEIGHTS_FOLDER, 'confidence', ConfidenceWeights);
    expect({ set, threshold }).toEqual({ set: examples.described, threshold: cheapest(examples) });
    const refusals = Array.from({ length: 3 }, () => ({ set: 'a set', weight: 1, outcomes: ['right', 'refused'] }));
    const wrong = { set: 'a set', weight: 2, outcomes: ['wrong', 'refused'] };
    const of = (questions: unknown) =>
      cheapest(AnswerExamples.parse({ ...examples, thresholds: [0.3, 0.4], questions }));
    expect([of([...refusals, wrong]), of([wrong])]).toEqual([0.3, 0.4]);
  });

  it('has what the choice among sentences is told by, each value at its place', async () => {
    const { choices } = await examplesOf('answers', { isKept: true, out: undefined }, AnswerExamples, readAnew);
    const widths = new Set(choices.flatMap((choice) => choiceOf(choice).candidates.map(({ length }) => length)));
    expect([...widths]).toEqual([STATEMENT_FEATURES.length]);
    expect(choices.every(({ right }) => right.length > 0)).toBe(true);
  });
});
