import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteLibrary } from '../../src/adapters/sqlite/library.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { UnreadableReportError } from '../../src/domain/errors.ts';
import type { ReadingNote } from '../../src/domain/report.ts';
import type { OpenedFile } from '../../src/ingest/ingest-files.ts';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { isStale } from '../../src/ingest/is-stale.ts';
import { staleFinding } from '../../src/wiring/find-stale.ts';
import { createHashingEmbedder } from '../support/hashing-embedder.ts';
import { aPreparedReport } from '../support/prepared-report.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** A library, and files whose reading is noted. */
function aStage(contents: Record<string, string>, atATime: number) {
  let canRecognise = false;
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
        const isScan = text.startsWith('scan') && !canRecognise;
        const notes: ReadingNote[] = isScan ? [{ what: 'unread', why: 'picture', pages: [3] }] : [];
        return { ...prepared, report: { ...prepared.report, id, notes } };
      },
    });
  };
  const parts = { library, secret: () => 's', openFile, atATime };
  return {
    library,
    events,
    installRecogniser: () => void (canRecognise = true),
    run: (paths = Object.keys(contents)) =>
      ingestFiles(paths, { ...parts, canRecognise: () => Promise.resolve(canRecognise) }),
  };
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

describe('a file that is there already', () => {
  it('is read anew when pages of it were pictures that can be recognised now, under the name that it has', async () => {
    const { run, events, installRecogniser, library } = aStage(
      { 'a.pdf': 'scan', 'copy.pdf': 'scan', 'b.pdf': 'text' },
      2,
    );
    const first = await run(['a.pdf', 'b.pdf']);
    const second = await run(['a.pdf', 'b.pdf']);
    installRecogniser();
    events.splice(0);
    const third = await run(['copy.pdf', 'b.pdf']);
    const fourth = await run(['copy.pdf', 'b.pdf']);
    expect([first, second, third, fourth].map(({ added }) => added.map(({ file }) => file))).toEqual([
      ['a.pdf', 'b.pdf'],
      [],
      ['a.pdf'],
      [],
    ]);
    expect(events).toEqual(['begin copy.pdf', 'end copy.pdf']);
    expect((await library.seenBy(OPERATOR).reports()).map(({ file }) => file)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('is read anew when an earlier version has read it', async () => {
    const { run, library } = aStage({ 'a.pdf': 'text' }, 1);
    const prepared = aPreparedReport({ file: 'a.pdf', text: 'old' });
    const id = createHash('sha256').update('text').digest('hex').slice(0, 12);
    const chunks = prepared.chunks.map((chunk) => ({ ...chunk, reportId: id }));
    await library.add([{ ...prepared, chunks, report: { ...prepared.report, id } }]);
    expect(isStale(prepared.report, { canRecognise: false })).toBe(true);
    expect(staleFinding([prepared.report], false).map(({ detail }) => detail)).toEqual([
      '1 of 1 reports were read by an earlier version, or without the OCR of today',
    ]);
    const { added } = await run();
    expect(added.map((report) => [report.id, isStale(report, { canRecognise: true })])).toEqual([[id, false]]);
  });
});
