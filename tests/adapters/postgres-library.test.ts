import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPostgresLibrary } from '../../src/adapters/postgres/library.ts';
import type { LibraryPlace } from '../../src/adapters/postgres/open-postgres.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { EVERYONE_ONLY, OPERATOR } from '../../src/domain/audience.ts';
import type { Embedder, Library } from '../../src/domain/ports.ts';
import { tokenise } from '../../src/text/tokenise.ts';
import { describeLibrary } from '../contracts/library.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { describeOnPostgres } from '../support/postgres/on-postgres.ts';
import { aPreparedReport } from '../support/prepared-report.ts';

const aFolder = () => mkdtempSync(join(tmpdir(), 'footnote-test-'));
const nothing = () => undefined;
const SECRET = { channels: ['C1'], userGroups: [], people: [] };

function aPostgresLibrary(place: LibraryPlace, directory = aFolder(), embedder = createHashingEmbedder()): Library {
  return createPostgresLibrary(place, { embedder, directory, say: nothing });
}

/** Text of the chunk that is nearest by its vector alone. */
async function nearest(library: Library, text: string, embedder: Embedder = createHashingEmbedder()): Promise<unknown> {
  const [vector = new Float32Array()] = await embedder.embed([text]);
  const [candidate] = await library.seenBy(OPERATOR).search({ terms: [], vector, limit: 1 });
  return candidate?.chunk.text;
}

const CHIPS = aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' });

describeOnPostgres(({ aLibrary, db }) => {
  describeLibrary('PostgreSQL', () => aPostgresLibrary(aLibrary()));

  describe('the vectors of a process', () => {
    it('follow what another process adds, removes, hides and shows', async () => {
      const place = aLibrary();
      const [mine, other] = [aPostgresLibrary(place), aPostgresLibrary(place)];
      const found: unknown[] = [await nearest(mine, 'the foundry market')];
      await other.add([aPreparedReport(), CHIPS]);
      found.push(await nearest(mine, 'the foundry market'));
      await other.setAudience(CHIPS.report.id, SECRET);
      const open = mine.seenBy(EVERYONE_ONLY);
      const [vector = new Float32Array()] = await createHashingEmbedder().embed(['the foundry market']);
      const seen = (await open.search({ terms: ['tsmc'], vector, limit: 5 })).map(({ report }) => report.file);
      found.push(seen, await nearest(mine, 'the foundry market'));
      await other.setAudience(CHIPS.report.id, 'everyone');
      found.push(await nearest(mine, 'the foundry market'));
      await other.remove(CHIPS.report.id);
      found.push(await nearest(mine, 'the foundry market'));
      expect(found).toEqual([
        undefined,
        'TSMC leads the foundry market.',
        ['cloud.txt'],
        'TSMC leads the foundry market.',
        'TSMC leads the foundry market.',
        '亚马逊云的市占率为32%。',
      ]);
    });

    it('are saved for the next start, which follows what came and went since, however long ago', async () => {
      const [place, folder] = [aLibrary(), aFolder()];
      const first = aPostgresLibrary(place, folder);
      await first.add([aPreparedReport(), CHIPS]);
      await nearest(first, 'the foundry market');
      await first.close();
      const other = aPostgresLibrary(place);
      await other.add([aPreparedReport({ file: 'chips.txt', text: 'Samsung follows in the foundry market.' })]);
      await db().run('DELETE FROM changes WHERE library = $1', [place.library]);
      expect(await nearest(aPostgresLibrary(place, folder), 'the foundry market')).toBe(
        'Samsung follows in the foundry market.',
      );
    });

    it('are made anew for another embedder, once', async () => {
      const place = aLibrary();
      await aPostgresLibrary(place).add([aPreparedReport(), CHIPS]);
      let embedded = 0;
      const flipped: Embedder = {
        id: 'flipped',
        dimension: 2,
        embed(texts) {
          embedded += texts.length;
          return Promise.resolve(
            texts.map((text) => (text.includes('TSMC') ? Float32Array.of(0, 1) : Float32Array.of(1, 0))),
          );
        },
      };
      const libraries = [aPostgresLibrary(place, aFolder(), flipped), aPostgresLibrary(place, aFolder(), flipped)];
      const found = [];
      for (const library of libraries) found.push(await nearest(library, '任何问题', flipped));
      expect([new Set(found), embedded]).toEqual([new Set(['亚马逊云的市占率为32%。']), 4]);
    });
  });

  it('keeps libraries of one database apart', async () => {
    const [one, other] = [aPostgresLibrary(aLibrary()), aPostgresLibrary(aLibrary())];
    await one.add([CHIPS]);
    await other.add([aPreparedReport()]);
    const view = one.seenBy(OPERATOR);
    const [vector = new Float32Array()] = await createHashingEmbedder().embed(['亚马逊云']);
    const found = await view.search({ terms: ['亚马', 'foundri'], vector, limit: 5 });
    const { chunkCount, documentFrequency } = await view.frequencies(['亚马']);
    expect([found.map(({ report }) => report.file), chunkCount, documentFrequency.get('亚马')]).toEqual([
      ['chips.txt'],
      1,
      0,
    ]);
  });

  it('lets several processes add at once, and loses none', async () => {
    const place = aLibrary();
    const files = Array.from({ length: 8 }, (_, at) => `report-${at}.txt`);
    await Promise.all(
      files.map((file) => aPostgresLibrary(place).add([aPreparedReport({ file, text: `${file} 的市占率。` })])),
    );
    expect((await aPostgresLibrary(place).seenBy(OPERATOR).reports()).map(({ file }) => file)).toEqual(files);
  });

  it('takes a report with a term, and a text, that no key and no text of the server could hold', async () => {
    const library = aPostgresLibrary(aLibrary());
    const long = 'ab1'.repeat(3000);
    const prepared = aPreparedReport({ text: `市占率\0为 ${long}。` });
    await library.add([prepared]);
    const view = library.seenBy(OPERATOR);
    const stored = (await view.report(prepared.report.id))?.text;
    const { documentFrequency } = await view.frequencies([long]);
    expect([stored === prepared.text, documentFrequency.get(long)]).toEqual([true, 1]);
  });

  describe('a search by terms', () => {
    const texts = [
      '亚马逊云的市占率为32%，微软云的市占率为19%。',
      '云市场在2020年增长29%，亚马逊云增长最快。',
      'Amazon leads the cloud market; Microsoft follows with 19%.',
      '晶圆代工市场由台积电领先，市占率为54%。',
      '微软云的收入增长48%，市占率上升。增长，增长，增长。',
      '手机市场的出货量下降。',
    ];
    const reports = texts.map((text, at) => aPreparedReport({ file: `report-${at}.txt`, text }));
    const questions = ['亚马逊云的市占率', '云市场增长多少', 'Microsoft cloud market', '台积电', '增长'];

    it('gives the scores of the embedded engine', async () => {
      const libraries = [openSqliteLibrary(aFolder(), createHashingEmbedder()), aPostgresLibrary(aLibrary())];
      const found = [];
      for (const library of libraries) {
        await library.add(reports);
        const secret = aPreparedReport({ file: 'secret.txt', text: '亚马逊云的市占率将为40%。' });
        await library.add([secret], SECRET);
        for (const question of questions) {
          const terms = [...new Set(tokenise(question).map(({ term }) => term))];
          const [vector = new Float32Array()] = await createHashingEmbedder().embed([question]);
          const candidates = await library.seenBy(EVERYONE_ONLY).search({ terms, vector, limit: 5 });
          found.push(
            candidates
              .map(({ chunk, lexical, cosine }) => [chunk.text, lexical.toFixed(9), cosine.toFixed(6)])
              .toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
          );
        }
        await library.close();
      }
      expect(found.slice(questions.length)).toEqual(found.slice(0, questions.length));
    });
  });
});
