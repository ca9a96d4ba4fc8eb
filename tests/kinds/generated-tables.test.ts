import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/domain/answer.ts';
import { aGeneratedTable } from '../support/a-generated-table.ts';
import { aLibraryOf } from '../support/answer-from.ts';

const SEEDS = process.env['FUZZ'] === 'long' ? 40 : 2;

describe.each(['zh', 'en'] as const)('tables of made-up trades in %s', (language) => {
  it.each(Array.from({ length: SEEDS }, (_, seed) => seed))(
    'never get a wrong value, rank or verdict: %s',
    async (seed) => {
      const { report, questions } = aGeneratedTable(seed, language);
      const { askByKind } = await aLibraryOf(report);
      const wrong: unknown[] = [];
      for (const { text, isRight } of questions) {
        const answer = await askByKind(text);
        if (process.env['TELL'])
          console.log(
            '@@',
            language,
            seed,
            isRight(answer) ? '' : 'WRONG',
            text,
            '=>',
            'verdict' in answer ? answer.verdict : '',
            claimsOf(answer)
              .map((claim) => `${claim.text} [${claim.degree}]`)
              .join(' | ') || answer.outcome,
          );
        if (!isRight(answer)) wrong.push([text, claimsOf(answer).map((claim) => claim.text)]);
      }
      expect(wrong).toEqual([]);
    },
  );
});
