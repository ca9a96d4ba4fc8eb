import type { Term } from '../domain/statement.ts';
import { termOf } from '../dictionary/term-of.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { isHan } from '../text/holds-letters.ts';

/** Words that carry less say nothing of the matter. */
const CONTENT = 0.5;

/** Content words of a text in order: Chinese words of two characters and more, stems of Latin ones. */
export function findTerms(text: string): Term[] {
  return tagWords(text).flatMap((tagged) => {
    const isLatin = /^[\p{Script=Latin}]{2,}/u.test(tagged.text);
    if (!isLatin && (!(isHan(tagged.text) && tagged.text.length > 1) || contentOf(tagged) < CONTENT)) return [];
    const term = termOf(tagged.text);
    return term === '' ? [] : [{ span: { start: tagged.start, end: tagged.start + tagged.text.length }, term }];
  });
}
