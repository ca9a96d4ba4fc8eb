import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import type { Fault } from './fault.ts';
import { replacedBy } from './find-replaced.ts';
import type { ClausePair } from './pair-clauses.ts';
import type { ReadText } from './read-text.ts';

const UNLIKE = 0.6;
const SAME = 0.95;

/**
 * Words of a claim's clause that the quotes say elsewhere, and another one in their place where they tell the clause:
 * `A began in 2012` of what names A and tells that B began in 2012.
 */
export function displacedWords(
  claim: ReadText,
  pairs: readonly ClausePair[],
  quotes: readonly ReadText[],
  alike: WordLikeness,
): Fault[] {
  const isAmong = (word: ContentWord, all: readonly ContentWord[], least: number) =>
    all.some((other) => alike(word, other) >= least);
  const anywhere = quotes.flatMap(({ words }) => words);
  return pairs.flatMap(({ clause, places, isByFigure }) => {
    // Beside a figure both neighbours tell the place, and of a reckoned one nothing does.
    const sides = isByFigure ? 2 : 1;
    if (!isByFigure && claim.figures.some(({ start }) => start >= clause.start && start < clause.end)) return [];
    const own = claim.words.filter(({ start, end }) => start >= clause.start && end <= clause.end);
    const told = places.map(({ sentence, clause: place }) => ({
      ...sentence,
      words: sentence.words.filter(({ start, end }) => start >= place.start && end <= place.end),
    }));
    return own.flatMap((word): Fault[] => {
      const isHere = told.some(({ words }) => isAmong(word, words, UNLIKE));
      if (told.length === 0 || isHere || !isAmong(word, anywhere, SAME)) return [];
      const instead = told.map((place) => replacedBy(word, claim, [place], alike));
      return instead.every((one) => one !== undefined && one.sides >= sides)
        ? [{ fact: 'role', claimed: word.text, found: instead[0]?.text ?? '', how: 'of whom' }]
        : [];
    });
  });
}
