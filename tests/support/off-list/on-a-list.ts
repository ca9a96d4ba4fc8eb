import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createNames } from '../../../src/lexicon/names.ts';
import { findDirections } from '../../../src/lexicon/directions.ts';
import { unmetMeasures } from '../../../src/lexicon/measures.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Where the program keeps words: its own code, and the tables beside it once there are some. */
const FOLDERS = [
  { folder: 'src', ending: '.ts' },
  { folder: 'lexicon', ending: '.tsv' },
];
/** Shorter ones are too common to be anybody's: `of`, `the`. */
const SHORTEST_LATIN = 4;
const COMMENT = /\/\*[^]*?\*\/|(?<=^|\s)\/\/[^\n]*/gu;

const names = createNames();
let listed: { text: string; han: readonly string[]; latin: ReadonlySet<string> } | undefined;

/**
 * True for a word that the program knows: one that stands anywhere in its code or tables, is made of one that does, or
 * is read by one of its finders (which know forms by pattern).
 */
export function isOnAList(word: string): boolean {
  listed ??= readLists();
  const { text, han, latin } = listed;
  if (names.find(word).length > 0 || findDirections(word).length > 0) return true;
  if (/\p{Script=Han}/u.test(word)) return text.includes(word) || han.some((form) => word.includes(form));
  const isMeasured = unmetMeasures(word, '', 'en').length > 0;
  return isMeasured || latinWords(word).some((part) => latin.has(part));
}

function readLists(): NonNullable<typeof listed> {
  const text = FOLDERS.flatMap(({ folder, ending }) => filesIn(join(ROOT, folder), ending))
    .map((path) => readFileSync(path, 'utf8').replaceAll(COMMENT, ' '))
    .join('\n')
    .toLowerCase();
  return {
    text,
    han: [...new Set(text.match(/\p{Script=Han}{2,}/gu) ?? [])],
    latin: new Set(latinWords(text)),
  };
}

function filesIn(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith(ending))
      .map((path) => join(folder, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function latinWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
    (part) => /^\p{Script=Latin}+$/u.test(part) && part.length >= SHORTEST_LATIN,
  );
}
