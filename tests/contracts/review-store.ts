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
