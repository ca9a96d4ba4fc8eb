import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry, LogHead } from '../../src/domain/review.ts';
import { FIRST_HASH, sealEntry } from '../../src/review/seal-entry.ts';
import { verifyLog } from '../../src/review/verify-log.ts';

const notes = fc.array(fc.string(), { minLength: 1, maxLength: 12 });

function aLog(texts: string[]): { entries: LogEntry[]; head: LogHead | undefined } {
  const entries: LogEntry[] = [];
  for (const note of texts) {
    entries.push(
      sealEntry({
        number: entries.length + 1,
        at: '2026-01-01T00:00:00.000Z',
        editor: 'ada',
        action: 'verdict',
        answerId: 'a1',
        citationId: 'a1.1',
        quoteKey: null,
        verdict: 'verified',
        note,
        previousHash: entries.at(-1)?.hash ?? FIRST_HASH,
      }),
    );
  }
  return { entries, head: entries.at(-1) };
}

/** Each way of tampering gives the first number at which it shows. */
const TAMPERING: Record<
  string,
  (entries: LogEntry[], at: number, other: number) => { entries: LogEntry[]; found: number | undefined }
> = {
  'a changed note': (entries, at) => ({
    entries: entries.map((entry, index) => (index === at ? { ...entry, note: `${entry.note}!` } : entry)),
    found: at + 1,
  }),
  'a changed verdict': (entries, at) => ({
    entries: entries.map((entry, index) => (index === at ? { ...entry, verdict: 'wrong_page' } : entry)),
    found: at + 1,
  }),
  'an entry sealed anew': (entries, at) => ({
    entries: entries.map(({ hash, ...entry }, index) =>
      index === at ? sealEntry({ ...entry, editor: 'eve' }) : { ...entry, hash },
    ),
    found: at + 1,
  }),
  'an entry that is gone': (entries, at) => ({ entries: entries.toSpliced(at, 1), found: at + 1 }),
  'two entries in each other’s place': (entries, at, other) => ({
    entries: entries.map((entry, index) => ({
      ...(entries[index === at ? other : index === other ? at : index] ?? entry),
      number: index + 1,
    })),
    found: at === other ? undefined : Math.min(at, other) + 1,
  }),
  'an entry that is there twice': (entries, at) => ({
    entries: entries.toSpliced(at, 0, ...entries.slice(at, at + 1)),
    found: at + 2,
  }),
};

describe('the log', () => {
  it('is intact as it was written, and stays so however often it is verified', () => {
    fc.assert(
      fc.property(notes, (texts) => {
        const { entries, head } = aLog(texts);
        const first = verifyLog(entries, head);
        expect([first, verifyLog(entries, head)]).toEqual([
          { outcome: 'intact', head: { number: texts.length, hash: head?.hash } },
          first,
        ]);
      }),
    );
  });

  it.each(Object.entries(TAMPERING))('shows %s', (_, tamper) => {
    fc.assert(
      fc.property(notes, fc.nat(), fc.nat(), (texts, a, b) => {
        const { entries, head } = aLog(texts);
        const { entries: changed, found } = tamper(entries, a % entries.length, b % entries.length);
        const check = verifyLog(changed, head);
        expect('number' in check ? check.number : undefined).toBe(found);
      }),
    );
  });

  it('shows that its end was cut off, whole or in part', () => {
    const { entries, head } = aLog(['一', '二', '三']);
    expect([verifyLog(entries.slice(0, 2), head), verifyLog([], head), verifyLog(entries, undefined)]).toEqual([
      { outcome: 'missing', number: 3 },
      { outcome: 'missing', number: 1 },
      { outcome: 'changed', number: 3 },
    ]);
  });
});
