import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library, LibraryQuery } from '../../src/domain/ports.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { aPreparedReport } from '../support/prepared-report.ts';

/** What every library does, whatever engine is behind it. */
export function describeLibrary(name: string, open: () => Library): void {
  describe(`the ${name} library`, () => {
    let library: Library;
    beforeEach(() => {
      library = open();
    });
    afterEach(() => library.close());

    async function query(text: string, over: Partial<LibraryQuery> = {}): Promise<string[]> {
      const [vector = new Float32Array()] = await createHashingEmbedder().embed([text]);
      const candidates = await library.search({ terms: tokenise(text).map(({ term }) => term), vector, limit: 5, ...over });
      return candidates.toSorted((a, b) => b.lexical - a.lexical).map(({ chunk }) => chunk.text);
    }

    it('gives a report back as it was added', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared]);
      const { report, text, pages, sections } = prepared;
      expect(await library.report(report.id)).toEqual({ report, text, pages, sections });
      expect(await library.reports()).toEqual([{ ...report, sectionCount: 0, chunkCount: 1 }]);
    });

    it('gives the chunks of one report in reading order', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared, aPreparedReport({ file: 'other.txt', text: '别的报告。' })]);
      expect([await library.chunks(prepared.report.id), await library.chunks('unknown')]).toEqual([prepared.chunks, []]);
    });

    it('finds a chunk by its words and by its vector, with the figures of the collection', async () => {
      await library.add([aPreparedReport(), aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' })]);
      const [vector = new Float32Array()] = await createHashingEmbedder().embed(['亚马逊']);
      const candidates = await library.search({ terms: ['亚马', '没有'], vector, limit: 5 });
      const byWords = candidates.filter(({ lexical }) => lexical > 0);
      expect(await library.frequencies(['亚马', '没有'])).toEqual({ chunkCount: 2, documentFrequency: new Map([['亚马', 1], ['没有', 0]]) });
      expect(byWords.map(({ chunk }) => chunk.text)).toEqual(['亚马逊云的市占率为32%。']);
      expect(byWords[0]?.cosine).toBeGreaterThan(0.2);
    });

    it('searches some reports only when asked to', async () => {
      const other = aPreparedReport({ file: 'other.txt', text: '亚马逊云增长29%。' });
      await library.add([aPreparedReport(), other]);
      expect(await query('亚马逊云', { reportIds: [other.report.id] })).toEqual(['亚马逊云增长29%。']);
    });

    it('replaces a report whose file has the same name', async () => {
      await library.add([aPreparedReport()]);
      const [before] = await library.reports();
      await library.add([aPreparedReport({ text: '亚马逊云的市占率为33%。' })]);
      expect(await query('亚马逊云的市占率')).toEqual(['亚马逊云的市占率为33%。']);
      expect((await library.reports()).map(({ id }) => id)).not.toContain(before?.id);
    });

    it('forgets a report that is removed, and says when there was none', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared]);
      expect(await library.remove(prepared.report.id)).toBe(true);
      expect(await library.remove(prepared.report.id)).toBe(false);
      expect([await library.reports(), await query('亚马逊云')]).toEqual([[], []]);
    });
  });
}
