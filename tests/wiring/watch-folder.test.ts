import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IngestResult } from '../../src/ingest/ingest-files.ts';
import { watchFolder } from '../../src/wiring/watch-folder.ts';
import { aReport } from '../support/builders.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

/** A folder that is looked at by hand, and what was done for it. */
function aWatch(fails: (path: string) => boolean = () => false) {
  const folder = aTemporaryFolder();
  const done: string[] = [];
  const lines: string[] = [];
  const ingest = ([path = '']: string[]): Promise<IngestResult> => {
    if (fails(path)) return Promise.reject(new Error('the disk is full'));
    done.push(`in ${basename(path)}`);
    const report = aReport({ id: `id of ${basename(path)}`, file: basename(path) });
    return Promise.resolve({ added: [report], unchanged: [], held: [], refused: [] });
  };
  const remove = (id: string) => Promise.resolve(done.push(`out ${id}`) > 0);
  const watch = watchFolder(folder, { footnote: { ingest, remove }, say: (line) => lines.push(line), everyMs: 0 });
  return { folder, done, lines, watch, file: (name: string) => join(folder, name) };
}

describe('a watched folder', () => {
  it('gives its reports, and takes them when they change and when they go', async () => {
    const { done, watch, file } = aWatch();
    writeFileSync(file('a.txt'), 'one');
    writeFileSync(file('notes.tmp'), 'no report');
    for (let look = 0; look < 3; look++) await watch.look();
    appendFileSync(file('a.txt'), ' and two');
    for (let look = 0; look < 2; look++) await watch.look();
    rmSync(file('a.txt'));
    await watch.look();
    expect(done).toEqual(['in a.txt', 'in a.txt', 'out id of a.txt']);
  });

  it('waits for a file that is being copied', async () => {
    const { done, watch, file } = aWatch();
    writeFileSync(file('a.txt'), 'half');
    await watch.look();
    appendFileSync(file('a.txt'), ' and half');
    await watch.look();
    const before = [...done];
    await watch.look();
    expect([before, done]).toEqual([[], ['in a.txt']]);
  });

  it('loses nothing when it is away, and goes on after what fails', async () => {
    const { folder, done, lines, watch, file } = aWatch((path) => path.endsWith('bad.txt'));
    writeFileSync(file('a.txt'), 'one');
    writeFileSync(file('bad.txt'), 'two');
    for (let look = 0; look < 3; look++) await watch.look();
    renameSync(folder, `${folder}-away`);
    for (let look = 0; look < 2; look++) await watch.look();
    mkdirSync(folder);
    renameSync(`${folder}-away/a.txt`, file('a.txt'));
    rmSync(`${folder}-away`, { recursive: true });
    await watch.look();
    expect(done).toEqual(['in a.txt']);
    expect(lines.filter((line) => /disk is full|no such file/u.test(line)).length).toBe(2);
  });
});
