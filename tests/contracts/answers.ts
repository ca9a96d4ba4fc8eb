import { describe, expect, it } from 'vitest';
import type { AnswerStore } from '../../src/domain/given-answer.ts';
import { aGivenAnswer } from '../support/builders.ts';

const day = (number: number) => new Date(number * 86_400_000).toISOString();

/** What every store of given answers does. */
export function describeAnswers(name: string, open: (mostGiven?: number) => AnswerStore): void {
  describe(`the ${name} answers`, () => {
    it('give an answer back as it was kept first, and nothing for another id', async () => {
      const store = open();
      const answer = aGivenAnswer({ after: 'before' });
      await store.keep(answer);
      await store.keep(aGivenAnswer({ shelf: 'another' }));
      expect([await store.find('a1'), await store.find('a2')]).toEqual([answer, undefined]);
    });

    it('list what a person asked, the latest first, each once, and forget it', async () => {
      const store = open();
      for (const [number, answerId] of ['a1', 'a2', 'a3', 'a1'].entries())
        await store.noteAsked('ann', { answerId, question: `${answerId}？`, at: day(number) });
      await store.noteAsked('ben', { answerId: 'a2', question: 'a2？', at: day(1) });
      const asked = await store.askedBy('ann');
      await store.forgetList('ann');
      expect([asked, await store.askedBy('ann'), await store.askedBy('ben')]).toEqual([
        [
          { answerId: 'a1', question: 'a1？', at: day(3) },
          { answerId: 'a3', question: 'a3？', at: day(2) },
          { answerId: 'a2', question: 'a2？', at: day(1) },
        ],
        [],
        [{ answerId: 'a2', question: 'a2？', at: day(1) }],
      ]);
    });

    it('keep the latest 200 questions of a person', async () => {
      const store = open();
      for (let number = 1; number <= 203; number++)
        await store.noteAsked('ann', { answerId: `a${number}`, question: '？', at: day(number) });
      const asked = (await store.askedBy('ann')).map(({ answerId }) => answerId);
      expect([asked.length, asked[0], asked.at(-1)]).toEqual([200, 'a203', 'a4']);
    });

    it('forget what a person asked, with its answers, and whatever is older than a time', async () => {
      const store = open();
      const ids = async () => {
        const found = await Promise.all(['a1', 'a2', 'a3'].map((id) => store.find(id)));
        return found.map((answer) => answer?.id);
      };
      await store.keep(aGivenAnswer({ by: 'web/ann' }));
      await store.keep(aGivenAnswer({ id: 'a2', at: day(2) }));
      await store.keep(aGivenAnswer({ id: 'a3', at: day(3) }));
      await store.noteAsked('web/ann', { answerId: 'a1', question: '？', at: day(1) });
      for (const number of [2, 3])
        await store.noteAsked('web/ben', { answerId: `a${number}`, question: '？', at: day(number) });
      const count = await store.forgetPerson('web/ann');
      const left = [await ids(), await store.askedBy('web/ann')];
      await store.forgetBefore(day(3));
      expect([count, left, await ids(), (await store.askedBy('web/ben')).map(({ answerId }) => answerId)]).toEqual([
        2,
        [[undefined, 'a2', 'a3'], []],
        [undefined, undefined, 'a3'],
        ['a3'],
      ]);
    });

    it('are no more than are kept whenever old ones are forgotten, the oldest go first', async () => {
      const store = open(2);
      for (const number of [2, 1, 3]) await store.keep(aGivenAnswer({ id: `a${number}`, at: day(number) }));
      await store.forgetBefore(day(0));
      const found = await Promise.all(['a1', 'a2', 'a3'].map((id) => store.find(id)));
      expect(found.map((answer) => answer?.id)).toEqual([undefined, 'a2', 'a3']);
    });

    it('remember who could see a report that was removed, as of the last time', async () => {
      const store = open();
      await store.noteRemoved('r1', 'everyone');
      await store.noteRemoved('r1', { channels: ['C1'], userGroups: [], people: [] });
      expect([await store.audienceOfRemoved('r1'), await store.audienceOfRemoved('r2')]).toEqual([
        { channels: ['C1'], userGroups: [], people: [] },
        undefined,
      ]);
    });
  });
}
