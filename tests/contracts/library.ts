import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Audience, Viewer } from '../../src/domain/audience.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import type { Library, LibraryQuery, VisibleLibrary } from '../../src/domain/ports.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { aPreparedReport } from '../support/prepared-report.ts';

/** What every library does, whatever engine is behind it. */
export function describeLibrary(name: string, open: () => Library): void {
  describe(`the ${name} library`, () => {
    let library: Library;
    let all: VisibleLibrary;
    beforeEach(() => {
      library = open();
      all = library.seenBy(OPERATOR);
    });
    afterEach(() => library.close());

    async function query(text: string, over: Partial<LibraryQuery> = {}): Promise<string[]> {
      const [vector = new Float32Array()] = await createHashingEmbedder().embed([text]);
      const candidates = await all.search({ terms: tokenise(text).map(({ term }) => term), vector, limit: 5, ...over });
      return candidates.toSorted((a, b) => b.lexical - a.lexical).map(({ chunk }) => chunk.text);
    }

    it('gives a report back as it was added', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared]);
      const { report, text, pages, sections } = prepared;
      expect(await all.report(report.id)).toEqual({ report, text, pages, sections });
      expect(await all.reports()).toEqual([{ ...report, sectionCount: 0, chunkCount: 1 }]);
    });

    it('keeps what people say of a report, also when it comes again, and takes it back', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared]);
      const { notes: guessed, ...read } = prepared.report;
      const { id, title } = read;
      const said = await library.describe(id, { title: '云市场季报', publishedOn: '2020-12', kind: 'periodical' });
      expect(guessed).toEqual([{ what: 'unsure', facts: ['title'] }]);
      expect(said).toEqual({
        ...read,
        title: '云市场季报',
        publishedOn: '2020-12',
        kind: 'periodical',
        confidence: { ...prepared.report.confidence, title: 1, publishedOn: 1, kind: 1 },
        described: ['title', 'publishedOn', 'kind'],
      });
      await library.remove(id);
      await library.add([prepared]);
      expect((await all.report(id))?.report).toEqual(said);
      expect(await library.describe(id, { title: null, publishedOn: null, kind: null })).toEqual(prepared.report);
      expect([(await all.report(id))?.report.title, await library.describe('unknown', { title: '无' })]).toEqual([
        title,
        undefined,
      ]);
    });

    it('keeps what people say for a new edition only where that reads as the one before did', async () => {
      const first = aPreparedReport();
      await library.add([{ ...first, report: { ...first.report, publishedOn: '2020-11-30' } }]);
      await library.describe(first.report.id, { title: '云市场季报', publishedOn: '2020-11-29' });
      const second = aPreparedReport({ text: '亚马逊云的市占率为33%。' });
      await library.add([{ ...second, report: { ...second.report, publishedOn: '2020-12-31' } }]);
      const { report } = (await all.report(second.report.id)) ?? {};
      expect([report?.title, report?.publishedOn, report?.described]).toEqual(['云市场季报', '2020-12-31', ['title']]);
    });

    it('gives the chunks of one report in reading order', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared, aPreparedReport({ file: 'other.txt', text: '别的报告。' })]);
      expect([await all.chunks(prepared.report.id), await all.chunks('unknown')]).toEqual([prepared.chunks, []]);
    });

    it('gives what chunks say as it was added, and nothing of chunks that it does not hold', async () => {
      const prepared = aPreparedReport({ text: '2020年，亚马逊云的市占率为32%，微软为19%。' });
      await library.add([prepared]);
      const [chunk] = prepared.chunks;
      const unknown = aPreparedReport({ text: '别的。' }).chunks;
      expect(await all.statements(chunk ? [...unknown, chunk] : [])).toEqual([undefined, prepared.statements[0]]);
    });

    it('reads again what another reader has read, each report once', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared, aPreparedReport({ file: 'other.txt', text: '别的报告。' })]);
      const told: number[][] = [];
      const again = async (id: string) =>
        library.readAnew(
          { id, read: ({ chunks }) => chunks.map(() => prepared.statements[0]?.slice(0, 1) ?? []) },
          (...numbers) => told.push(numbers),
        );
      await again('another');
      await again('another');
      await again(prepared.reader);
      expect(told).toEqual([
        [0, 2],
        [1, 2],
        [2, 2],
        [0, 2],
        [1, 2],
        [2, 2],
      ]);
      const [first] = await all.statements(prepared.chunks);
      expect(first).toEqual(prepared.statements[0]?.slice(0, 1));
    });

    it('finds a chunk by its words and by its vector, with the figures of the collection', async () => {
      await library.add([
        aPreparedReport(),
        aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' }),
      ]);
      const [vector = new Float32Array()] = await createHashingEmbedder().embed(['亚马逊']);
      const candidates = await all.search({ terms: ['亚马', '没有'], vector, limit: 5 });
      const byWords = candidates.filter(({ lexical }) => lexical > 0);
      expect(await all.frequencies(['亚马', '没有'])).toEqual({
        chunkCount: 2,
        documentFrequency: new Map([
          ['亚马', 1],
          ['没有', 0],
        ]),
      });
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
      const [before] = await all.reports();
      await library.add([aPreparedReport({ text: '亚马逊云的市占率为33%。' })]);
      expect(await query('亚马逊云的市占率')).toEqual(['亚马逊云的市占率为33%。']);
      expect((await all.reports()).map(({ id }) => id)).not.toContain(before?.id);
    });

    it('forgets a report that is removed, and says when there was none', async () => {
      const prepared = aPreparedReport();
      await library.add([prepared]);
      expect(await library.remove(prepared.report.id)).toBe(true);
      expect(await library.remove(prepared.report.id)).toBe(false);
      expect([await all.reports(), await query('亚马逊云')]).toEqual([[], []]);
    });

    describe('with a report for some', () => {
      const publicReports = [
        aPreparedReport(),
        aPreparedReport({
          file: 'chips.txt',
          text: 'TSMC leads the foundry market.\n亚马逊云（Amazon Cloud）由刘伟明负责。',
        }),
      ];
      const secret = aPreparedReport({
        file: 'secret.txt',
        text:
          '亚马逊云的市占率将为41%，亚马逊云将收购星野云。\n星野云（Hoshino Cloud，简称HNC）\n' +
          '负责人吴曼青与麦克唐纳谈判亚马逊云的收购。',
      });
      const board: Audience = { channels: ['C1'], userGroups: [], people: [] };
      const insider: Viewer = { kind: 'channel', team: 'T1', channel: 'C1' };

      /** Everything that a view can give, scores and all, with small and large limits. */
      async function everything(view: VisibleLibrary): Promise<unknown[]> {
        const [vector = new Float32Array()] = await createHashingEmbedder().embed(['亚马逊云的市占率']);
        const terms = tokenise('亚马逊云的市占率 星野 market').map(({ term }) => term);
        const searches = [1, 2, 50].map((limit) => view.search({ terms, vector, limit }));
        const narrowed = view.search({ terms, vector, limit: 5, reportIds: [secret.report.id] });
        return Promise.all([
          ...searches,
          narrowed,
          view.frequencies(terms),
          view.aliases(),
          view.nameRuns(),
          view.reports(),
          view.report(secret.report.id),
          view.chunks(secret.report.id),
          view.statements(secret.chunks),
        ]);
      }

      async function seenWithout(viewer: Viewer): Promise<unknown[]> {
        const other = open();
        await other.add(publicReports);
        const seen = await everything(other.seenBy(viewer));
        await other.close();
        return seen;
      }

      it.each<[string, () => Promise<unknown>]>([
        [
          'added for them',
          async () => {
            await library.add([secret], board);
            await library.add(publicReports);
          },
        ],
        [
          'hidden after it was seen',
          async () => {
            await library.add([...publicReports, secret]);
            await everything(library.seenBy(EVERYONE_ONLY));
            await library.setAudience(secret.report.id, board);
          },
        ],
        [
          'replaced by a new edition',
          async () => {
            await library.add([aPreparedReport({ file: 'secret.txt', text: '亚马逊云的市占率将为40%。' })], board);
            await library.add([...publicReports, secret]);
          },
        ],
      ])('shows the others nothing of it, not even in figures and scores, when it is %s', async (_, arrange) => {
        await arrange();
        expect(await everything(library.seenBy(EVERYONE_ONLY))).toEqual(await seenWithout(EVERYONE_ONLY));
      });

      it('shows it whole to its audience', async () => {
        await library.add(publicReports);
        await library.add([secret], board);
        const view = library.seenBy(insider);
        expect((await view.report(secret.report.id))?.text).toBe(secret.text);
        expect((await view.reports()).map(({ file }) => file)).toEqual(['chips.txt', 'cloud.txt', 'secret.txt']);
        expect((await view.frequencies(['星野'])).documentFrequency.get('星野')).toBe(1);
        expect(await view.aliases()).toContainEqual(expect.arrayContaining(['星野云', 'HNC']));
        const [vector = new Float32Array()] = await createHashingEmbedder().embed(['收购星野云']);
        expect((await view.search({ terms: ['星野'], vector, limit: 1 })).map(({ report }) => report.file)).toEqual([
          'secret.txt',
        ]);
      });

      it('shows it to everyone once it is for everyone', async () => {
        await library.add(publicReports);
        await library.add([secret], board);
        const view = library.seenBy(EVERYONE_ONLY);
        const before = (await view.reports()).length;
        await library.setAudience(secret.report.id, 'everyone');
        expect([before, (await view.reports()).length]).toEqual([2, 3]);
        expect(await library.audienceOf(secret.report.id)).toBe('everyone');
      });

      it('keeps its audience in a new edition, unless another one is named', async () => {
        const edition = (text: string) => aPreparedReport({ file: 'secret.txt', text });
        await library.add([secret], board);
        await library.add([edition('第二版。')]);
        const [second] = await all.reports();
        const kept = await library.audienceOf(second?.id ?? '');
        await library.add([edition('第三版。')], 'everyone');
        const [third] = await all.reports();
        expect([kept, await library.audienceOf(third?.id ?? '')]).toEqual([board, 'everyone']);
      });

      it('makes place for those that it names only: others of its file name stay', async () => {
        const edition = (text: string) => aPreparedReport({ file: 'secret.txt', text });
        await library.add([secret], board);
        await library.add([edition('别人的同名报告。')], 'everyone', []);
        const mine = (await library.seenBy(EVERYONE_ONLY).reports()).map(({ id }) => id);
        await library.add([edition('别人的同名报告，第二版。')], board, mine);
        expect([
          (await library.seenBy(EVERYONE_ONLY).reports()).length,
          (await library.seenBy(insider).reports()).length,
        ]).toEqual([1, 2]);
        // What it was to replace is gone meanwhile: then the audience counts that is named.
        await library.add([edition('又一份。')], board, ['unknown']);
        expect([
          (await library.seenBy(EVERYONE_ONLY).reports()).length,
          (await library.seenBy(insider).reports()).length,
        ]).toEqual([1, 3]);
      });

      it('says when there is no report to show or to hide', async () => {
        expect([await library.setAudience('unknown', board), await library.audienceOf('unknown')]).toEqual([
          false,
          undefined,
        ]);
      });
    });
  });
}
