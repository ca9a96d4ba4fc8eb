import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Stretch } from '../text/clauses.ts';
import type { WordLikeness } from './align.ts';
import type { ContentWord } from './content-words.ts';
import { isSameTime } from './other-times.ts';
import type { ReadText } from './read-text.ts';
import { clausesOf } from './read-text.ts';

/** A whole sentence of a report, with the part that a quote holds of it. */
export interface ReadSentence {
  read: ReadText;
  from: number;
  to: number;
}

/** A clause of a claim with the clauses of its quotes that tell the same, best first. */
export interface ClausePair {
  clause: Stretch;
  /** The share of its words that the best of them says, 0 to 1. */
  share: number;
  /** They hold its figures. */
  isByFigure: boolean;
  places: { sentence: ReadText; clause: Stretch }[];
}

/** So much of a clause's words another one says at least, to tell the same; and what is as good as the best. */
const LEAST = 0.34;
const AS_GOOD = 0.05;

/**
 * Finds for each clause of a claim where its quotes tell it: where its figures stand, else where most of its words do.
 */
export function pairClauses(claim: ReadText, sentences: readonly ReadSentence[], likeness: WordLikeness): ClausePair[] {
  const quoted = sentences.flatMap(({ read, from, to }) =>
    clausesOf(read)
      .filter(({ start, end }) => start < to && end > from)
      .map((clause) => ({ sentence: read, clause })),
  );
  return clausesOf(claim).map((clause) => {
    const figures = inside(claim.figures, clause);
    const held = quoted.filter(({ sentence, clause: other }) => holdsAny(figures, inside(sentence.figures, other)));
    const words = inside(claim.words, clause);
    const shares = quoted.map(({ sentence, clause: other }) => shareOf(words, inside(sentence.words, other), likeness));
    // A time is told where it is named.
    const times = inside(claim.dates, clause);
    const isThen = quoted.map(({ sentence, clause: other }) =>
      inside(sentence.dates, other).some((date) => times.some((time) => isSameTime(time, date))),
    );
    const isAnyThen = isThen.some((isOne, at) => isOne && (shares[at] ?? 0) >= LEAST);
    const isPlace = (at: number) => !isAnyThen || isThen[at] === true;
    const most = Math.max(0, ...shares.filter((_, at) => isPlace(at)));
    if (held.length > 0) return { clause, share: most, isByFigure: true, places: held };
    return {
      clause,
      share: most,
      isByFigure: false,
      places: most < LEAST ? [] : quoted.filter((_, at) => isPlace(at) && (shares[at] ?? 0) >= most - AS_GOOD),
    };
  });
}

function inside<T extends { start: number; end: number }>(all: readonly T[], { start, end }: Stretch): T[] {
  return all.filter((one) => one.start >= start && one.end <= end);
}

function holdsAny(figures: readonly Quantity[], held: readonly Quantity[]): boolean {
  return figures.some((figure) =>
    held.some((other) => ['same', 'compatible'].includes(compareQuantities(figure, other))),
  );
}

function shareOf(words: readonly ContentWord[], held: readonly ContentWord[], likeness: WordLikeness): number {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const said = words.reduce(
    (sum, word) => sum + word.weight * Math.max(0, ...held.map((other) => likeness(word, other))),
    0,
  );
  return total === 0 ? 0 : said / total;
}
