import type { SoundTable } from '../../dictionary/transliteration.ts';
import type { Glosses, GlossTables, Lookup, Translation } from '../../dictionary/glosses.ts';
import { readDictionaryFile, tableFile, writeWhole } from './dictionary-files.ts';

/**
 * The bilingual dictionary of a folder. It is built at the first call, and after that read in a blink: sorted lines,
 * searched where they lie.
 * @param say takes a line when it is built
 * @throws LibraryError when it cannot be built
 */
export function openGlosses(directory: string, say?: (line: string) => void): Glosses {
  let [toChinese, toEnglish]: (Lookup | undefined)[] = [];
  let sounds: SoundTable | undefined;
  const read = (name: keyof GlossTables): string =>
    readDictionaryFile(directory, tableFile(directory, name), say).toString();
  return {
    toChinese: (key) => (toChinese ??= lookupIn(read('toChinese')))(key),
    toEnglish: (key) => (toEnglish ??= lookupIn(read('toEnglish')))(key),
    sounds: () => (sounds ??= readSounds(read('sounds'))),
  };
}

/** Writes the tables into a folder: one line a key, sorted by code units. */
export function writeGlosses(directory: string, tables: GlossTables): void {
  for (const name of ['toChinese', 'toEnglish'] as const) {
    const lines = [...tables[name]].map(([key, translations]) =>
      [key, ...translations.flatMap(({ text, weight }) => [text, weight.toFixed(2)])].join('\t'),
    );
    writeTable(
      tableFile(directory, name),
      lines.toSorted((a, b) => (a < b ? -1 : 1)),
    );
  }
  const { syllableOf, spellings, readings } = tables.sounds;
  writeTable(tableFile(directory, 'sounds'), [
    [...syllableOf].flat().join('\t'),
    [...readings].flatMap(([character, syllables]) => [character, syllables.join(' ')]).join('\t'),
    ...[...spellings].map(([syllable, letters]) =>
      [syllable, ...[...letters].flatMap(([spelling, share]) => [spelling, share.toFixed(4)])].join('\t'),
    ),
  ]);
}

function writeTable(path: string, lines: string[]): void {
  writeWhole(path, `${lines.join('\n')}\n`);
}

/**
 * The first line: characters with their syllables in names; the second: all readings; each other line: a syllable with
 * its spellings and their chances.
 */
function readSounds(table: string): SoundTable {
  const [characters = [], readings = [], ...rows] = table
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return {
    syllableOf: new Map(pairs(characters)),
    readings: new Map(pairs(readings).map(([character, syllables]) => [character, syllables.split(' ')])),
    spellings: new Map(
      rows.map(([syllable = '', ...cells]) => [
        syllable,
        new Map(pairs(cells).map(([spelling, share]) => [spelling, Number(share)])),
      ]),
    ),
  };
}

function pairs(cells: string[]): [string, string][] {
  return cells.flatMap((cell, at) => (at % 2 === 0 ? [[cell, cells[at + 1] ?? ''] as [string, string]] : []));
}

function lookupIn(table: string): Lookup {
  const starts = lineStarts(table);
  return (key) => {
    let [low, high] = [0, starts.length - 1];
    const wanted = `${key}\t`;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = starts[middle] ?? 0;
      if (table.startsWith(wanted, start))
        return parseLine(table.slice(start + wanted.length, table.indexOf('\n', start)));
      if (table.slice(start, table.indexOf('\n', start)) < wanted) low = middle + 1;
      else high = middle - 1;
    }
    return [];
  };
}

function lineStarts(table: string): Uint32Array {
  const starts: number[] = [];
  for (let at = 0; at < table.length; at = table.indexOf('\n', at) + 1) starts.push(at);
  return Uint32Array.from(starts);
}

function parseLine(line: string): Translation[] {
  const cells = line.split('\t');
  return cells.flatMap((text, at) => (at % 2 === 0 ? [{ text, weight: Number(cells[at + 1]) }] : []));
}
