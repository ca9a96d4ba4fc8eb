import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrder } from '../../bench/fit/read-sets.ts';
import { distanceOf } from '../../bench/fit/write-weights.ts';
import { PROJECT_FOLDER, WEIGHTS_FOLDER } from '../../src/config.ts';

const root = '/evaluation';

describe('what weights are fitted on', () => {
  it('is kept by its way from the folder of the sets, and of the samples from the project', () => {
    const sample = join(PROJECT_FOLDER, 'samples/chips-2024.pdf');
    const args = [
      '--root',
      root,
      '--set',
      '/evaluation/a/questions.jsonl',
      '--reports',
      `/evaluation/a/files,${sample}`,
    ];
    const { recipe, places } = readOrder('statements', [...args, '--weight', '0.5', '--index', '/kept']);
    expect(recipe).toEqual({
      sets: [{ questions: 'a/questions.jsonl', reports: ['a/files', 'samples/chips-2024.pdf'], weight: 0.5 }],
    });
    expect(places).toMatchObject([{ reports: ['a/files', sample], weight: 0.5, index: '/kept' }]);
  });

  it.each(['statements', 'confidence', 'sections', 'points', 'comparison', 'checks', 'passages'])(
    'is named by %s.json itself',
    (name) => {
      const { from } = JSON.parse(readFileSync(join(WEIGHTS_FOLDER, `${name}.json`), 'utf8'));
      const { recipe, places } = readOrder(name, ['--root', root, '--index', '/kept']);
      expect(recipe).toEqual(from);
      expect(new Set(places.map(({ index }) => index)).size).toBe(from.sets.length);
    },
  );

  it('cannot be kept when it lies elsewhere', () => {
    const args = ['--root', root, '--set', '/elsewhere/questions.jsonl', '--reports', '/elsewhere/files'];
    expect(() => readOrder('statements', args)).toThrow('Name a folder that /elsewhere/questions.jsonl is below');
  });
});

describe('two fits', () => {
  it.each([
    [{ weights: { terms: 1.0004 } }, 'the same to the third decimal (1 numbers)'],
    [{ weights: { terms: 1.2 } }, '1 of 1 numbers differ, most weights.terms by 0.2'],
    [{ weights: { terms: 1 }, threshold: 0.3 }, '1 of 2 numbers differ, most threshold by Infinity'],
  ])('are compared number by number: %j', (after, said) => {
    expect(distanceOf({ weights: { terms: 1 } }, after)).toBe(said);
  });
});
