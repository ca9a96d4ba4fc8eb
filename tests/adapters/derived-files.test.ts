import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDictionaryEmbedder } from '../../src/adapters/vectors/dictionary-embedder.ts';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { readLinkSecret } from '../../src/adapters/index-folder/link-secret.ts';
import { openOriginals } from '../../src/adapters/readers/originals.ts';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { VectorIndex } from '../../src/adapters/vectors/vector-index.ts';
import { parseConfig } from '../../src/config.ts';
import { ConfigurationError, StorageError } from '../../src/domain/errors.ts';
import { asNobody } from '../support/as-nobody.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const DAMAGES: [string, (path: string) => void][] = [
  ['missing', (path) => rmSync(path)],
  ['empty', (path) => truncateSync(path, 0)],
  ['cut', (path) => truncateSync(path, Math.floor(readFileSync(path).length / 2))],
  ['overwritten', (path) => writeFileSync(path, readFileSync(path).fill(0, 10, 60))],
  ['a folder', (path) => (rmSync(path), mkdirSync(path), writeFileSync(join(path, 'a'), ''))],
];

describe('the dictionary', () => {
  it('is built anew when a file of it is damaged, and says that its folder cannot be written', async () => {
    const [folder, built] = [aTemporaryFolder(), parseConfig({}).dictionaryDirectory];
    openGlosses(built).toEnglish('云');
    for (const name of readdirSync(built).filter((each) => each.startsWith('dictionary-')))
      copyFileSync(join(built, name), join(folder, name));
    const glosses = () => openGlosses(folder);
    const read = async () => [
      glosses().toEnglish('云'),
      glosses().toChinese('cloud'),
      glosses().sounds().readings.size,
      [...((await createDictionaryEmbedder(folder).embed(['云计算']))[0] ?? [])],
    ];
    const before = await read();
    const names = readdirSync(folder).filter((name) => !name.includes('sums'));
    for (const [at, [, damage]] of DAMAGES.entries()) damage(join(folder, names[at] ?? ''));
    const after = await read();
    const empty = aTemporaryFolder();
    chmodSync(empty, 0o555);
    expect(after).toEqual(before);
    expect(() => asNobody(() => openGlosses(empty).toEnglish('云'))).toThrow(
      expect.toSatisfy(
        (error) => error instanceof StorageError && /cannot be written .* Nothing is wrong/u.test(error.message),
      ),
    );
    chmodSync(empty, 0o755);
  });
});

describe('the vector index', () => {
  it.each(['vectors.hnsw', 'vectors.json'].flatMap((name) => DAMAGES.map(([how, damage]) => ({ name, how, damage }))))(
    'finds the same when $name is $how',
    async ({ name, damage }) => {
      const folder = aTemporaryFolder();
      const embedder = createHashingEmbedder();
      const [vector = new Float32Array()] = await embedder.embed(['the foundry market']);
      const find = async () => {
        const library = openSqliteLibrary(folder, embedder);
        const found = await library.seenBy({ kind: 'operator' }).search({ terms: [], vector, limit: 1 });
        await library.close();
        return found;
      };
      const filled = openSqliteLibrary(folder, embedder);
      await filled.add([
        aPreparedReport(),
        aPreparedReport({ file: 'chips.txt', text: 'TSMC leads the foundry market.' }),
      ]);
      await filled.close();
      const before = await find();
      damage(join(folder, name));
      expect([before.map(({ chunk }) => chunk.text), await find(), await find()]).toEqual([
        ['TSMC leads the foundry market.'],
        before,
        before,
      ]);
    },
  );

  it('that cannot be saved says so, and leaves nothing half written', () => {
    const folder = aTemporaryFolder();
    const index = new VectorIndex(folder, { library: 'a', embedder: 'b', dimension: 2 });
    index.add([{ id: 1, vector: Float32Array.of(1, 0) }]);
    chmodSync(folder, 0o555);
    const save = () => asNobody(() => index.save());
    expect(save).toThrow(StorageError);
    expect(save).toThrow(/vectors\.hnsw cannot be written .* Nothing is wrong/u);
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the secret', () => {
  it.each([
    ['empty', ''],
    ['cut', 'abc'],
    ['zeros', '\0'.repeat(43)],
    ['garbage', '\u{FFFD}'.repeat(43)],
    ['one letter', 'a'.repeat(43)],
  ])('that is %s is refused with what to do', (_, content) => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'link-secret'), content);
    expect(() => readLinkSecret(folder)).toThrow(ConfigurationError);
    expect(() => readLinkSecret(folder)).toThrow(/link-secret is no secret any more.*footnote restore/u);
  });

  it('says that a folder stands in its place, or that it cannot be made', () => {
    const [folder, readOnly] = [aTemporaryFolder(), aTemporaryFolder()];
    mkdirSync(join(folder, 'link-secret'));
    chmodSync(readOnly, 0o555);
    expect(() => readLinkSecret(folder)).toThrow(/link-secret is damaged \(a folder stands in its place\)/u);
    expect(() => asNobody(() => readLinkSecret(readOnly))).toThrow(/link-secret cannot be written/u);
    chmodSync(readOnly, 0o755);
  });

  it('is one for two who make it at once, and stays', () => {
    const folder = aTemporaryFolder();
    expect([readLinkSecret(folder), readdirSync(folder)]).toEqual([readLinkSecret(folder), ['link-secret']]);
  });
});

describe('the copies of PDF files', () => {
  it('say what is in their way, and leave nothing half written', () => {
    const [folder, readOnly] = [aTemporaryFolder(), aTemporaryFolder()];
    writeFileSync(join(folder, 'files'), 'not a folder');
    mkdirSync(join(readOnly, 'files'));
    chmodSync(join(readOnly, 'files'), 0o555);
    const keep = (directory: string) => () => openOriginals(directory).keep('ab12', '.pdf', new Uint8Array(10));
    expect(keep(folder)).toThrow(StorageError);
    expect(() => asNobody(keep(readOnly))).toThrow(/files cannot be written/u);
    expect(readdirSync(join(readOnly, 'files'))).toEqual([]);
    chmodSync(join(readOnly, 'files'), 0o755);
  });

  it('stay when the index was lost and made anew, and go with their report', () => {
    const folder = aTemporaryFolder();
    const originals = openOriginals(folder);
    for (const id of ['a1', 'a2', 'a3', 'a4']) originals.keep(id, '.pdf', new Uint8Array(10));
    for (const name of readdirSync(join(folder, 'files'))) utimesSync(join(folder, 'files', name), 0, 0);
    const there = () => readdirSync(join(folder, 'files')).map((name) => name.slice(0, 2));
    originals.sweep(new Set(), []);
    const afterLoss = there();
    originals.sweep(new Set(['a1']), ['a2']);
    const afterRemoval = there();
    originals.sweep(new Set(['a1', 'a3']), []);
    expect([afterLoss, afterRemoval, there(), existsSync(folder)]).toEqual([
      ['a1', 'a2', 'a3', 'a4'],
      ['a1', 'a3', 'a4'],
      ['a1', 'a3'],
      true,
    ]);
  });
});
