import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readOrder, Recipe } from '../../bench/fit/read-sets.ts';
import { inWords, keepWeights, numbersApart } from '../../bench/fit/write-weights.ts';
import { PROJECT_FOLDER, WEIGHTS_FOLDER } from '../../src/config.ts';
import { SectionWeights } from '../../src/summarise/summary-weights.ts';
import { readWeights } from '../../src/wiring/open-weights.ts';

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
    [{}, '1 of 1 numbers differ, most weights.terms by Infinity'],
  ])('are compared number by number: %j', (after, said) => {
    expect(inWords(numbersApart({ weights: { terms: 1 } }, after))).toBe(said);
  });
});

describe('a check of weights', () => {
  it('ends the program with 1 where others come out than are kept', () => {
    const { weights } = readWeights(WEIGHTS_FOLDER, 'sections', SectionWeights);
    const order = { out: undefined, recipe: { sets: [] }, isCheck: true };
    const statusAfter = (fitted: Record<string, number>) => {
      const before = process.exitCode;
      process.exitCode = 0;
      keepWeights('sections', order, { set: 'a set', weights: fitted });
      const status = process.exitCode;
      process.exitCode = before;
      return status;
    };
    vi.spyOn(console, 'log').mockReturnValue();
    expect(statusAfter({ ...weights, title: weights.title + 1 })).toBe(1);
  });
});

describe('each file in weights/', () => {
  const Fitted = z.object({
    fit: z.string(),
    set: z.string().min(20),
    date: z.iso.date(),
    from: Recipe,
    leftOut: z.record(z.string(), z.number()),
  });

  it.each(readdirSync(WEIGHTS_FOLDER))('says what fits it again, on what, when, and what it is worth: %s', (file) => {
    const { fit, leftOut } = Fitted.parse(JSON.parse(readFileSync(join(WEIGHTS_FOLDER, file), 'utf8')));
    const name = basename(file, '.json');
    expect({ fit, hasScore: Object.keys(leftOut).length > 0 }).toEqual({
      fit: `npm run fit -- ${name}`,
      hasScore: true,
    });
    expect(readFileSync(join(PROJECT_FOLDER, 'bin/fit.mjs'), 'utf8')).toContain(`\n  ${name}: '`);
  });
});
