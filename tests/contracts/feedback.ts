import { describe, expect, it } from 'vitest';
import type { FeedbackStore } from '../../src/domain/feedback.ts';

/** What every store of feedback does. */
export function describeFeedback(name: string, open: (now: () => number) => FeedbackStore): void {
  describe(`the ${name} feedback`, () => {
    it('keeps one opinion of a person about an answer, the last, and the reason that goes with it', async () => {
      let now = 0;
      const feedback = open(() => (now += 1000));
      const of = (by: string, way: 'up' | 'down', reason = '') =>
        feedback.rate({ answerId: 'a1', question: '?', by, way, reason });
      await of('T1/U1', 'up');
      await of('T1/U2', 'down');
      await of('T1/U2', 'down', '太旧了');
      await of('T1/U2', 'down');
      await of('T1/U3', 'down', 'wrong');
      await of('T1/U3', 'up');
      expect((await feedback.ratings()).map(({ by, way, reason, at }) => [by, way, reason, at])).toEqual([
        ['T1/U2', 'down', '太旧了', '1970-01-01T00:00:04.000Z'],
        ['T1/U3', 'up', '', '1970-01-01T00:00:06.000Z'],
        ['T1/U1', 'up', '', '1970-01-01T00:00:01.000Z'],
      ]);
    });

    it('keeps the questions that found no answer, the latest first', async () => {
      const feedback = open(() => 0);
      for (const question of ['a', 'b']) await feedback.keepUnanswered({ question, by: 'web' });
      expect(await feedback.unanswered()).toEqual([
        { question: 'b', by: 'web', at: '1970-01-01T00:00:00.000Z' },
        { question: 'a', by: 'web', at: '1970-01-01T00:00:00.000Z' },
      ]);
    });
  });
}
