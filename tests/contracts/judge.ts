import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/domain/answer.ts';
import type { Judge, Judged } from '../../src/model/judge.ts';

/** What holds for whoever judges whether quotes prove sentences. */
export function describeJudge(
  name: string,
  open: () => Promise<Judge>,
  { proved, unproved, passages }: { proved: Judged; unproved: Judged; passages: readonly Passage[] },
): void {
  describe(`${name} as a judge`, () => {
    it('finds of each sentence, by its place, whether its quotes prove it', async () => {
      const judgements = await (await open())([proved, unproved, proved], passages, 'en');
      expect([...judgements].map(([at, found]) => [at, found.proved])).toEqual([
        [0, true],
        [1, false],
        [2, true],
      ]);
    });

    it('is not asked about nothing', async () => {
      expect(await (await open())([], [], 'en')).toEqual(new Map());
    });
  });
}
