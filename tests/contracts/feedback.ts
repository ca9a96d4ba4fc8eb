import { describe, expect, it } from 'vitest';
import type { FeedbackStore } from '../../src/domain/feedback.ts';
import { aQuestionAsked } from '../support/builders.ts';

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

    it('keeps what was asked, the latest first', async () => {
      let now = 0;
      const feedback = open(() => (now += 1000));
      const asked = [
        aQuestionAsked({ question: 'a', outcome: 'not_found', missing: ['光大银行'] }),
        aQuestionAsked({ question: 'b', door: 'slack', by: 'T1/U1', channel: 'T1/C1' }),
      ];
      for (const each of asked) await feedback.keepQuestion(each);
      expect(await feedback.questions()).toEqual([
        { ...asked[1], at: '1970-01-01T00:00:02.000Z' },
        { ...asked[0], at: '1970-01-01T00:00:01.000Z' },
      ]);
    });

    it('forgets what one person asked and said, and what is older than a time', async () => {
      let now = 0;
      const feedback = open(() => (now += 1000));
      const rate = (by: string) => feedback.rate({ answerId: 'a1', question: '?', by, way: 'up', reason: '' });
      await rate('T1/U1');
      await rate('T1/U2');
      for (const by of ['T1/U1', 'T2/U1', 'T1/U2']) await feedback.keepQuestion(aQuestionAsked({ by }));
      const forgotten = [await feedback.forgetPerson('T1/U1'), await feedback.forgetPerson('T1/U1')];
      const left = async () => [...(await feedback.ratings()), ...(await feedback.questions())].map(({ by }) => by);
      const others = await left();
      await feedback.forgetBefore('1970-01-01T00:00:04.500Z');
      expect([forgotten, others, await left()]).toEqual([[2, 0], ['T1/U2', 'T1/U2', 'T2/U1'], ['T1/U2']]);
    });
  });
}
