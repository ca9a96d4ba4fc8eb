import { describe, expect, it } from 'vitest';
import type { TakenDocument, TakenDocuments } from '../../src/domain/origin.ts';

/** A document that was taken in from a place. */
function aTaken(over: Partial<TakenDocument> = {}): TakenDocument {
  return { origin: 'site', document: 'b', state: 'added', lookedAt: '2026-01-01T00:00:00.000Z', ...over };
}

/** What every store of documents from elsewhere does. */
export function describeTaken(name: string, open: () => TakenDocuments): void {
  describe(`the ${name} documents from elsewhere`, () => {
    it('are given by origin and document, whatever the order in which they came', async () => {
      const documents = open();
      const kept = [
        aTaken({ origin: 'site', document: 'b' }),
        aTaken({ origin: 'Site', document: 'ä' }),
        aTaken({ origin: 'site', document: 'B' }),
        aTaken({ origin: 'Site', document: '云' }),
        aTaken({ origin: 'Site', document: 'z' }),
      ];
      for (const taken of kept) await documents.keep(taken);
      expect((await documents.all()).map(({ origin, document }) => `${origin} ${document}`)).toEqual([
        'Site z',
        'Site ä',
        'Site 云',
        'site B',
        'site b',
      ]);
    });

    it('are as they were kept last, with nothing left of what was kept before', async () => {
      const documents = open();
      await documents.keep(aTaken({ state: 'failed', reason: 'It could not be read.' }));
      const again = aTaken({ lookedAt: '2026-02-01T00:00:00.000Z' });
      await documents.keep(again);
      expect(await documents.all()).toEqual([again]);
    });
  });
}
