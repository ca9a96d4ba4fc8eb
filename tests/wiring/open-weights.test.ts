import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_SIGNS } from '../../src/answer/confidence-weights.ts';
import { STATEMENT_FEATURES } from '../../src/answer/statement-weights.ts';
import { WEIGHTS_FOLDER } from '../../src/config.ts';
import { ConfigurationError } from '../../src/domain/errors.ts';
import { PASSAGE_FEATURES } from '../../src/retrieve/passage-weights.ts';
import { openWeights } from '../../src/wiring/open-weights.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

describe('the weights of the project', () => {
  it('stand for every feature that decides, and for no other', () => {
    const { passages, statements, confidence } = openWeights(WEIGHTS_FOLDER);
    expect([
      Object.keys(passages.own),
      Object.keys(passages.translated),
      Object.keys(statements.weights),
      Object.keys(confidence.kinds.chineseProse.weights),
      Object.keys(confidence.kinds.other.weights),
    ]).toEqual([
      [...PASSAGE_FEATURES],
      [...PASSAGE_FEATURES],
      [...STATEMENT_FEATURES],
      [...CONFIDENCE_SIGNS],
      [...CONFIDENCE_SIGNS],
    ]);
  });

  it('say what they were fitted on, and what they are worth on what was left out', () => {
    const { passages, statements, confidence } = openWeights(WEIGHTS_FOLDER);
    for (const { set, date } of [passages, statements, confidence])
      expect({ set: set.length > 20, date }).toEqual({ set: true, date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u) });
    expect(statements.leftOut.first).toBeGreaterThan(0.5);
    expect(confidence.leftOut.auc).toBeGreaterThan(0.7);
  });

  it('are refused when a file is missing, or a weight is, and the message says how they are made', () => {
    const folder = join(aTemporaryFolder(), 'weights');
    mkdirSync(folder);
    expect(() => openWeights(folder)).toThrow(ConfigurationError);
    writeFileSync(join(folder, 'passages.json'), JSON.stringify({ set: 'a set', date: '2026-01-01', own: {} }));
    expect(() => openWeights(folder)).toThrow(/npm run fit -- passages/u);
  });
});
