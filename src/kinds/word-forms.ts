import type { NameReader } from '../dictionary/read-names.ts';
import type { Names } from '../lexicon/names.ts';
import { remember } from '../text/remember.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** What a word may be written as: itself, another name of the same, what the dictionary translates it by. */
export type WordForms = (word: string) => readonly string[];

const WORDS = 2000;

/** Forms by the known names and the dictionary. */
export function wordForms(names: Names, reader: NameReader): WordForms {
  return remember((word) => {
    const known = names.formsOf(word);
    if (known.length > 1) return known;
    return [word, ...(holdsHan(word) ? reader.englishOf(word) : reader.chineseOf(word))];
  }, WORDS);
}
