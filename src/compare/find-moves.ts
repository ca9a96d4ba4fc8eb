import type { NameReader } from '../dictionary/read-names.ts';
import type { Direction } from '../lexicon/directions.ts';
import { stemOf } from '../dictionary/likeness.ts';
import { formsByClass } from '../lexicon/lexicon.ts';
import { findDirections } from '../lexicon/directions.ts';
import { remember } from '../text/remember.ts';
import { tagWords } from '../text/tag-words.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** English words that may say a rise or fall. */
const WORD = /[a-z]{4,}/gu;

/**
 * What rises and falls in a text: the words that say so, and those of which the dictionary knows that the other
 * language's word for them does.
 */
export function findMoves(text: string, names: NameReader): Direction[] {
  const known = findDirections(text);
  const isFree = (start: number, end: number) => !known.some((other) => start < other.end && other.start < end);
  const found = candidatesIn(text).flatMap(({ word, start }): Direction[] => {
    const end = start + word.length;
    const sign = isFree(start, end) ? signOf(word, names) : undefined;
    return sign === undefined ? [] : [{ axis: 'change', sign, text: word, start, end }];
  });
  return [...known, ...found].toSorted((a, b) => a.start - b.start);
}

function candidatesIn(text: string): { word: string; start: number }[] {
  if (!holdsHan(text)) return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index }));
  return tagWords(text).flatMap(({ text: word, start, tag }) =>
    tag.startsWith('v') && word.length > 1 ? [{ word, start }] : [],
  );
}

/** The one end that its translations say, or theirs, when none says the other. */
function signOf(word: string, names: NameReader): 1 | -1 | undefined {
  const isChinese = holdsHan(word);
  const signs = isChinese
    ? endsOf(word, names)
    : names.chineseOf(word).flatMap((each) => [...changesIn(each), ...endsOf(each, names)]);
  const [first] = signs;
  return first !== undefined && signs.every((sign) => sign === first) ? first : undefined;
}

function changesIn(text: string): (1 | -1)[] {
  return findDirections(text).flatMap(({ axis, sign }) => (axis === 'change' ? [sign] : []));
}

function endsOf(word: string, names: NameReader): (1 | -1)[] {
  const ends = englishEnds('');
  return names.englishOf(word).flatMap((stem) => ends.get(stem) ?? []);
}

/** The English words of both ends, by their stems; read when they are first asked for. */
const englishEnds = remember(
  () =>
    new Map<string, 1 | -1>(
      (
        [
          ['direction/change/first', 1],
          ['direction/change/other', -1],
        ] as const
      ).flatMap(([kind, sign]) =>
        formsByClass(kind)
          .flat()
          .filter((form) => /^[a-z]+$/u.test(form))
          .map((form) => [stemOf(form), sign] as const),
      ),
    ),
  1,
);
