import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/domain/ports.ts';
import type { Source } from '../../src/domain/answer.ts';
import { findQuote } from '../../src/verify/find-quote.ts';
import { aPassage } from '../support/builders.ts';

/** What every ledger does. */
export function describeLedger(name: string, open: () => Ledger): void {
  describe(`the ${name} ledger`, () => {
    it('gives sources back under their id, and nothing under another', async () => {
      const ledger = open();
      const quote = findQuote(aPassage(), '微软为19%');
      const sources: Source[] = quote ? [{ quote, before: '亚马逊为32%。', after: '。' }] : [];
      const id = await ledger.keepSources(sources);
      expect([await ledger.sources(id), await ledger.sources('other')]).toEqual([sources, undefined]);
      expect(sources).toHaveLength(1);
    });
  });
}
