import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDictionaryEmbedder } from '../../src/adapters/vectors/dictionary-embedder.ts';
import { openEmbedder } from '../../src/adapters/vectors/open-embedder.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { parseConfig } from '../../src/config.ts';
import { describeEmbedder } from '../contracts/embedder.ts';
import { writeOnnxModel } from '../support/an-onnx-model.ts';
import { aReportOf } from '../support/answer-from.ts';
import type { FakeModel } from '../support/fake-model/fake-model.ts';
import { startFakeModel } from '../support/fake-model/fake-model.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'footnote-test-')), 'tiny-embedder');
let fake: FakeModel;
beforeAll(async () => {
  writeOnnxModel(folder);
  fake = await startFakeModel(() => ({ kind: 'text', text: '' }));
});
afterAll(() => fake.close());

const dictionary = createDictionaryEmbedder(parseConfig({}).dictionaryDirectory);
const onnx = () => openEmbedder({ kind: 'onnx', folder }, dictionary);

describeEmbedder('dictionary', () => openEmbedder({ kind: 'local' }, dictionary));
describeEmbedder('ONNX', onnx);
describeEmbedder('OpenAI', () =>
  openEmbedder({ kind: 'remote', provider: 'openai', name: 'some-embedding', baseUrl: `${fake.url}/v1` }, dictionary),
);
describeEmbedder('Ollama', () =>
  openEmbedder({ kind: 'remote', provider: 'ollama', name: 'some-embedding', baseUrl: fake.url }, dictionary),
);

describe('the ONNX embedder', () => {
  it('runs the model: what means the same lies at the same place, padding aside', async () => {
    const [chinese, english, longer] = await (await onnx()).embed(['云', 'cloud', 'chip chip chip chip market']);
    expect(chinese?.map((value) => Math.round(value * 1e4) / 1e4)).toEqual(Float32Array.from([1, 0, 0, 0]));
    expect(english).toEqual(chinese);
    expect(longer?.[2]).toBeGreaterThan(0.9);
  });

  it('has an id that names the model and what is in its file', async () => {
    expect((await onnx()).id).toMatch(/^onnx:tiny-embedder:[0-9a-f]{12}:mean:4$/u);
  });

  it('says what a folder lacks', async () => {
    const empty = aTemporaryFolder();
    await expect(openEmbedder({ kind: 'onnx', folder: empty }, dictionary)).rejects.toThrow(
      `EMBEDDINGS=onnx:${empty}: the folder lacks config.json, tokenizer.json, tokenizer_config.json, onnx/model.onnx.`,
    );
  });
});

describe('a library whose embedder changes', () => {
  it('embeds everything anew', async () => {
    const index = aTemporaryFolder();
    const before = openSqliteLibrary(index, createHashingEmbedder());
    await before.add([aReportOf({ 云: ['云市场在增长，芯片也在增长。'], Chips: ['The chip market grows.'] })]);
    await before.close();
    const embedder = await onnx();
    const after = openSqliteLibrary(index, embedder);
    const [vector = new Float32Array(4)] = await embedder.embed(['chip']);
    const found = await after.seenBy(OPERATOR).search({ terms: [], vector, limit: 1 });
    await after.close();
    expect(found.map(({ chunk, cosine }) => [chunk.text, cosine > 0.2])).toEqual([['The chip market grows.', true]]);
  });
});
