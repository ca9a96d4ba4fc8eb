import { describe, expect, it } from 'vitest';
import type { ReviewStore } from '../../src/domain/ports.ts';
import type { NewEntry } from '../../src/domain/review.ts';
import { verifyLog } from '../../src/review/verify-log.ts';
import { aKeptAnswer } from '../support/builders.ts';

/** An entry about the first citation of an answer. */
export function anEntry(over: Partial<NewEntry> = {}): NewEntry {
  return {
    editor: 'ada',
    action: 'verdict',
    answerId: 'a1',
    citationId: 'a1.1',
    quoteKey: 'q',
    verdict: 'verified',
    note: '',
    ...over,
  };
}

/** What every review store does. */
export function describeReviewStore(name: string, open: () => ReviewStore): void {
  describe(`the ${name} review store`, () => {
    it('gives an answer back as it was kept first, with the entries about it, and nothing for another id', async () => {
      const store = open();
      await store.keep(aKeptAnswer());
      await store.keep(aKeptAnswer({ question: 'another one' }));
      const entries = await store.append([{ entry: anEntry() }]);
      await store.append([{ entry: anEntry({ answerId: 'a2', citationId: 'a2.1' }) }]);
      expect([await store.answer('a1'), await store.answer('a9')]).toEqual([
        { answer: aKeptAnswer(), entries },
        undefined,
      ]);
    });

    it('remembers where an answer was placed', async () => {
      const store = open();
      await store.keep(aKeptAnswer());
      await store.placed('a1', { kind: 'slack', channel: 'C1', message: '17.5' });
      expect((await store.answer('a1'))?.answer.place).toEqual({ kind: 'slack', channel: 'C1', message: '17.5' });
    });

    it('lets flagged citations wait first, then the oldest, and those with a verdict no longer', async () => {
      const store = open();
      await store.keep(aKeptAnswer({ id: 'a2', at: '2026-01-02T00:00:00.000Z' }));
      await store.keep(aKeptAnswer({ id: 'a1', at: '2026-01-01T00:00:00.000Z' }));
      const [fresh, few] = [await store.waiting(10), await store.waiting(3)];
      await store.append([
        { entry: anEntry() },
        { entry: anEntry({ action: 'flagged', answerId: 'a2', citationId: 'a2.2' }) },
      ]);
      const later = await store.waiting(10);
      await store.append([{ entry: anEntry({ action: 'flagged' }) }]);
      const again = await store.waiting(10);
      expect([fresh, few, later, again]).toEqual([
        ['a1.1', 'a1.2', 'a2.1', 'a2.2'],
        ['a1.1', 'a1.2', 'a2.1'],
        ['a2.2', 'a1.2', 'a2.1'],
        ['a1.1', 'a2.2', 'a1.2', 'a2.1'],
      ]);
    });

    it('appends nothing that is based on what is no longer the last about its citation', async () => {
      const store = open();
      await store.keep(aKeptAnswer());
      const first = await store.append([{ entry: anEntry(), seen: 0 }]);
      const late = await store.append([
        { entry: anEntry({ citationId: 'a1.2' }) },
        { entry: anEntry({ editor: 'bob' }), seen: 0 },
      ]);
      const informed = await store.append([{ entry: anEntry({ editor: 'bob' }), seen: 1 }]);
      expect([
        first?.map(({ number }) => number),
        late,
        informed?.map(({ number }) => number),
        (await store.log()).entries.length,
      ]).toEqual([[1], undefined, [2], 2]);
    });

    it('moves a quote with the entry that says so', async () => {
      const store = open();
      const answer = aKeptAnswer();
      await store.keep(answer);
      const quote = answer.claims[0]?.citations[0]?.quote;
      const moved = quote && { ...quote, span: { start: 200, end: 222 } };
      await store.append([{ entry: anEntry({ action: 'carried_over' }), ...(moved ? { quote: moved } : {}) }]);
      expect((await store.citations()).map((citation) => citation.quote.span.start)).toEqual([200, 122]);
    });

    it('forgets the question and whose it was, of a person and of before a time, and keeps the rest', async () => {
      const store = open();
      const place = { kind: 'slack' as const, channel: 'C1', team: 'T1' };
      const kept = [
        aKeptAnswer({ id: 'a1', asker: 'U1', place }),
        aKeptAnswer({ id: 'a2', asker: 'U1', place: { ...place, team: 'T2' } }),
        aKeptAnswer({ id: 'a3', asker: 'web', place: { kind: 'web' }, at: '2025-01-01T00:00:00.000Z' }),
      ];
      for (const answer of kept) await store.keep(answer);
      await store.append([{ entry: anEntry() }]);
      const counts = [await store.forgetPerson('T1/U1'), await store.forgetPerson('T1/U1')];
      await store.forgetBefore('2025-06-01T00:00:00.000Z');
      const answers = await Promise.all(kept.map(async ({ id }) => (await store.answer(id))?.answer));
      const { entries, head } = await store.log();
      const nobodys = { question: '', asker: 'forgotten' };
      expect([counts, answers, verifyLog(entries, head).outcome]).toEqual([
        [1, 0],
        [{ ...kept[0], ...nobodys }, kept[1], { ...kept[2], ...nobodys }],
        'intact',
      ]);
    });

    it('keeps a log whose chain holds', async () => {
      const store = open();
      const empty = await store.log();
      await store.keep(aKeptAnswer());
      for (let i = 0; i < 5; i++)
        await store.append([{ entry: anEntry({ note: `第${i}次` }) }, { entry: anEntry({ action: 'flagged' }) }]);
      const { entries, head } = await store.log();
      expect([
        verifyLog(empty.entries, empty.head).outcome,
        entries.map(({ number }) => number),
        verifyLog(entries, head),
      ]).toEqual([
        'intact',
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        { outcome: 'intact', head: { number: 10, hash: entries.at(-1)?.hash } },
      ]);
    });
  });
}
