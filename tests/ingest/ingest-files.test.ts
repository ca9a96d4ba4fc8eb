import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { UnreadableReportError } from '../../src/domain/errors.ts';
import type { OpenedFile } from '../../src/ingest/ingest-files.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** A library, and files whose reading is noted. */
function aStage(contents: Record<string, string>, atATime: number) {
  const library = openSqliteLibrary(aTemporaryFolder(), createHashingEmbedder());
  onTestFinished(() => library.close());
  const events: string[] = [];
  const openFile = (path: string): Promise<OpenedFile> => {
    const text = contents[path] ?? '';
    if (text === 'refused') return Promise.reject(new UnreadableReportError(`${path}: is empty.`));
    return Promise.resolve({
      file: path,
      hash: createHash('sha256').update(text).digest('hex'),
      keep: () => undefined,
      async read(id) {
        events.push(`begin ${path}`);
        await new Promise((resolve) => {
          setTimeout(resolve, 1);
        });
        events.push(`end ${path}`);
        const prepared = aPreparedReport({ file: path, text });
        return { ...prepared, report: { ...prepared.report, id } };
      },
    });
  };
  return { events, run: () => ingestFiles(Object.keys(contents), { library, secret: () => 's', openFile, atATime }) };
}

describe('files that are read at a time', () => {
  it('go in in their order; what is refused, or the same as another, stops none', async () => {
    const { run, events } = aStage({ 'a.txt': 'one', 'b.txt': 'refused', 'c.txt': 'one', 'd.txt': 'two' }, 3);
    const { added, unchanged, refused } = await run();
    expect([added.map(({ file }) => file), unchanged, refused.map(({ path }) => path)]).toEqual([
      ['a.txt', 'd.txt'],
      ['c.txt'],
      ['b.txt'],
    ]);
    expect(events.slice(0, 2)).toEqual(['begin a.txt', 'begin c.txt']);
  });

  it('are one where nothing else is said', async () => {
    const { run, events } = aStage({ 'a.txt': 'one', 'b.txt': 'two' }, 1);
    await run();
    expect(events).toEqual(['begin a.txt', 'end a.txt', 'begin b.txt', 'end b.txt']);
  });
});
