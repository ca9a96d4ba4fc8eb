import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEIGHTS_FOLDER } from '../../src/config.ts';
import type { Report } from '../../src/domain/report.ts';
import { retrieveForAnswer, retrievePassages } from '../../src/retrieve/retrieve-passages.ts';
import type { RetrievalParts } from '../../src/retrieve/retrieve-passages.ts';
import { openWeights } from '../../src/wiring/open-weights.ts';
import type { ChunkOf } from '../support/a-library-in-memory.ts';
import { aLibraryInMemory } from '../support/a-library-in-memory.ts';
import { aDictionary } from '../support/asked.ts';
import { aChunk, aQuestion, aReport } from '../support/builders.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';

const { passages: weights } = openWeights(WEIGHTS_FOLDER);
const DICTIONARY = aDictionary({
  渡轮: { senses: ['ferry'] },
  票价: { senses: ['fare'] },
  陶土: { senses: ['clay'] },
});

/** The chunks of a report, one a text. */
function chunksOf(id: string, texts: readonly string[], over: Partial<Report> = {}): ChunkOf[] {
  const report = aReport({ id, title: `报告${id}`, file: `${id}.pdf`, ...over });
  return texts.map((text, order) => ({ chunk: aChunk({ reportId: id, order, text, path: [] }), report }));
}

const KILNS = chunksOf('kilns', ['2019年，北窑烧制陶土七万吨。', '南窑在河边，有三座窑。', '工人来自附近的村庄。']);
const FERRIES = chunksOf('ferries', ['The ferry fare rose to 14 euros in 2019.', 'The crew wears blue coats.'], {
  language: 'en',
  title: 'Ferry lines',
});
const partsOf = (all: readonly ChunkOf[], over?: Parameters<typeof aLibraryInMemory>[1]): RetrievalParts => ({
  library: aLibraryInMemory(all, over),
  embedder: createHashingEmbedder(),
  glosses: DICTIONARY,
  weights,
});
const ALL = partsOf([...KILNS, ...FERRIES]);

async function found(text: string, parts = ALL, over: Partial<Parameters<typeof aQuestion>[0]> = {}, limit = 10) {
  const { passages } = await retrievePassages(aQuestion({ text, ...over }), parts, limit);
  return passages.map(({ chunk }) => `${chunk.reportId} ${chunk.order}`);
}

describe('the passages for a question', () => {
  it('are the chunks that speak of it, best first and numbered, with what they say', async () => {
    const { passages } = await retrievePassages(aQuestion({ text: '北窑烧制多少陶土？' }), ALL);
    const [first] = passages;
    expect(passages.map(({ ref }) => ref)).toEqual(passages.map((_, at) => `P${at + 1}`));
    expect(first?.chunk).toEqual(KILNS[0]?.chunk);
    expect(first?.report).toMatchObject({ id: 'kilns', language: 'zh' });
    expect(first?.statements.map(({ text }) => text)).toEqual(['2019年，北窑烧制陶土七万吨。']);
    expect(passages.map(({ score }) => score)).toEqual(passages.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('are found in the other language by the dictionary', async () => {
    expect((await found('渡轮票价是多少？'))[0]).toBe('ferries 0');
    expect((await found('How much clay does the kiln fire?'))[0]).toBe('kilns 0');
  });

  it('are those of the reports that the question is asked of, by id, by file or by its name', async () => {
    for (const name of ['ferries', 'ferries.pdf']) {
      const reports = { reports: [name] };
      expect(new Set((await found('2019年怎么样？', ALL, reports)).map((place) => place.split(' ')[0]))).toEqual(
        new Set(['ferries']),
      );
    }
    expect(await found('2019年怎么样？', ALL, { reports: ['no such report'] })).toEqual([]);
  });

  it('are those of the report that the question names', async () => {
    expect(new Set((await found('《Ferry lines》 2019年怎么说？')).map((place) => place.split(' ')[0]))).toEqual(
      new Set(['ferries']),
    );
  });

  it('are for a last turn those that the whole conversation asks for', async () => {
    expect((await found('那2019年呢？', ALL, { earlier: ['2018年北窑烧制多少陶土？'] }))[0]).toBe('kilns 0');
  });

  it('are found by another name that the reports teach', async () => {
    const parts = partsOf(KILNS, { aliases: [['北窑', 'Northkiln']] });
    expect((await found('Northkiln的产量？', parts))[0]).toBe('kilns 0');
  });

  it('are none for a question of no words', async () => {
    const { passages, asked } = await retrievePassages(aQuestion({ text: '？！' }), ALL);
    expect({ passages, asked }).toEqual({
      passages: [],
      asked: { units: { zh: [], en: [] }, concepts: { zh: [], en: [] } },
    });
  });

  it('are no more than wanted, the first ones of all', async () => {
    const all = await found('2019年北窑和南窑有几座窑？');
    for (const limit of [1, 2, 3])
      expect(await found('2019年北窑和南窑有几座窑？', ALL, {}, limit)).toEqual(all.slice(0, limit));
  });

  it('are the same in whatever order the library holds its chunks, and none comes twice', async () => {
    const expected = await found('2019年北窑烧制多少陶土？');
    expect(expected).toEqual([...new Set(expected)]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...KILNS, ...FERRIES], { minLength: 5 }), async (mixed) => {
        expect(await found('2019年北窑烧制多少陶土？', partsOf(mixed))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the passages for an answer of several parts', () => {
  it('are those of each part, which take turns', async () => {
    const question = aQuestion({ text: '北窑烧制多少陶土？渡轮票价是多少？' });
    const { passages } = await retrieveForAnswer(question, ALL, 2);
    const places = passages.map(({ chunk }) => `${chunk.reportId} ${chunk.order}`);
    expect(places).toEqual(expect.arrayContaining(['kilns 0', 'ferries 0']));
    expect(places).toEqual([...new Set(places)]);
    expect(passages.map(({ ref }) => ref)).toEqual(passages.map((_, at) => `P${at + 1}`));
  });

  it('are for a question of one part the same as for retrieval', async () => {
    const question = aQuestion({ text: '南窑有几座窑？' });
    expect((await retrieveForAnswer(question, ALL)).passages).toEqual((await retrievePassages(question, ALL)).passages);
  });
});
