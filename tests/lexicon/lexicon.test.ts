import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { LEXICON_FOLDER, loadLexicon, rowsOfClass, words } from '../../src/lexicon/lexicon.ts';
import { createNames } from '../../src/lexicon/names.ts';
import { readLexicon } from '../../src/lexicon/read-lexicon.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const SRC = resolve(import.meta.dirname, '../../src');

describe('the files of the lexicon', () => {
  it('are rows of form, language, class and source, with comments between', () => {
    expect(readLexicon('# a comment\n\n涨\tzh\tdirection/change/first\tFootnote\n', 'a.tsv')).toEqual([
      { form: '涨', language: 'zh', class: 'direction/change/first', source: 'Footnote' },
    ]);
  });

  it('say which line is wrong, and what is', () => {
    const text = ['a\ten\tturn', 'b\tfr\tturn\tFootnote', 'c\tzh\tturn\tFootnote', '\ten\t/turn\t'].join('\n');
    expect(() => readLexicon(text, 'mine.tsv')).toThrow(
      `The lexicon needs a correction:
  - mine.tsv, line 1: has 3 columns, not form, language, class and source
  - mine.tsv, line 2: the language must be zh or en
  - mine.tsv, line 3: the form has no Chinese character, but says zh
  - mine.tsv, line 4: the form is empty, the class must be words with slashes between, ` +
        'like direction/trade, the source is missing: say where the form is from',
    );
  });

  it('hold a form of a class once', () => {
    const rows = readdirSync(LEXICON_FOLDER)
      .filter((file) => file.endsWith('.tsv'))
      .flatMap((file) => readLexicon(readFileSync(join(LEXICON_FOLDER, file), 'utf8'), file))
      .map((row) => `${row.form} in ${row.class}`);
    expect(rows.filter((row, at) => rows.indexOf(row) !== at)).toEqual([]);
  });

  it('hold every class that the program looks for', () => {
    const named = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [...readFileSync(join(SRC, path), 'utf8').matchAll(/\bwords(?:OfClass)?\(\s*'([^']+)'/gu)])
      .map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((kind) => rowsOfClass(kind).length === 0)).toEqual([]);
  });
});

describe('a folder of further words', () => {
  afterEach(() => loadLexicon());

  it('is added to ours', () => {
    const folder = aTemporaryFolder();
    writeFileSync(join(folder, 'mine.tsv'), '威杰\tzh\tcompany/Widget\tours\nWidget AG\ten\tcompany/Widget\tours\n');
    const before = rowsOfClass('company').length;
    expect(loadLexicon(folder).added).toBe(2);
    expect(rowsOfClass('company')).toHaveLength(before + 2);
    expect(createNames().find('威杰的收入')).toEqual([
      { text: '威杰', start: 0, forms: ['威杰', 'Widget AG'], kind: 'company' },
    ]);
  });

  it('that is not there is named', () => {
    expect(() => loadLexicon('/nowhere')).toThrow(
      'The lexicon cannot be read: /nowhere is no folder that can be opened',
    );
  });

  it('cannot lack a class that is looked for', () => {
    expect(() => words('no such class').isIn('a text')).toThrow('The lexicon has no class no such class');
  });
});
