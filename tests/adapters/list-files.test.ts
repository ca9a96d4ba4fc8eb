import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/adapters/readers/list-files.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

describe('the files behind paths', () => {
  it('are those of a folder, by name, with all below it and nothing hidden', () => {
    const folder = aTemporaryFolder();
    mkdirSync(join(folder, 'b', 'c'), { recursive: true });
    for (const name of ['z.txt', 'a.txt', '.hidden', join('b', 'c', 'd.txt')]) writeFileSync(join(folder, name), 'x');
    expect(listFiles([folder])).toEqual({
      files: ['a.txt', join('b', 'c', 'd.txt'), 'z.txt'].map((name) => join(folder, name)),
      missing: [],
    });
  });

  it('are found beside links in a circle, which are told in words', () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'a.txt'), 'x');
    symlinkSync('circle', join(folder, 'circle'));
    symlinkSync('..', join(folder, 'up'));
    const { files, missing } = listFiles([folder, join(folder, 'circle'), join(folder, 'nothing')]);
    expect(files).toEqual([join(folder, 'a.txt')]);
    expect(missing.map(({ reason }) => relative(folder, reason))).toEqual([
      'circle: cannot be looked at (ELOOP); check that you may read it, and that no link leads in a circle.',
      'up: is a link to a folder; name the folder itself.',
      'circle: cannot be looked at (ELOOP); check that you may read it, and that no link leads in a circle.',
      'nothing: there is no such file or folder; check the path.',
    ]);
  });

  it('are found in folders a thousand deep', () => {
    const root = aTemporaryFolder();
    const deep = join(root, ...Array.from({ length: 1000 }, () => 'a'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'x.txt'), 'x');
    expect(listFiles([root])).toEqual({ files: [join(deep, 'x.txt')], missing: [] });
  });
});
