import type { Likeness } from '../dictionary/likeness.ts';
import type { Span } from '../domain/report.ts';
import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Stretch } from '../text/clauses.ts';
import { splitClauses } from '../text/clauses.ts';
import type { ContentWord } from './content-words.ts';

/** A text taken apart. */
export interface ReadText {
  text: string;
  /** Figures, no dates. */
  figures: readonly Quantity[];
  words: readonly ContentWord[];
}

/**
 * A word that stands in the clause before says a little less of a figure; one that is alike by less than this is looked
 * for there.
 */
const BEFORE = 0.7;
const LIKE = 0.6;
/** Words after a figure, up to the next one, that may be of it. */
const AFTER = 3;

/**
 * How much better the words beside a claim's figure fit another figure of its quotes than the one that has its value: 0
 * and less when they fit their own best. The words of a figure are those between it and the figure before it in its
 * clause.
 */
export function rivalMargin(
  claimed: Quantity,
  claim: ReadText,
  quotes: readonly ReadText[],
  likeness: Likeness,
): number {
  const words = wordsBeside(claimed, claim).own;
  const sought = words.length > 0 ? words : claim.words;
  const places = quotes.flatMap((quote) =>
    quote.figures
      .filter(({ kind }) => kind === claimed.kind)
      .map((figure) => ({ figure, fit: fitOf(sought, wordsBeside(figure, quote), likeness) })),
  );
  const isOwn = ({ figure }: { figure: Quantity }) =>
    ['same', 'compatible'].includes(compareQuantities(claimed, figure));
  const most = (fits: readonly { fit: number }[]) => Math.max(0, ...fits.map(({ fit }) => fit));
  return most(places.filter((place) => !isOwn(place))) - most(places.filter(isOwn));
}

interface Beside {
  own: ContentWord[];
  /** Of the clause before. */
  before: ContentWord[];
}

function wordsBeside(figure: Span, { text, figures, words }: ReadText): Beside {
  const clauses = splitClauses(text);
  const at = clauses.findIndex((clause) => figure.start >= clause.start && figure.start <= clause.end);
  const clause = clauses[at] ?? { start: 0, end: text.length };
  const inClause = figures.filter(({ start }) => start >= clause.start && start <= clause.end);
  const index = inClause.findIndex(({ start }) => start === figure.start);
  const from = inClause[index - 1]?.end ?? clause.start;
  const to = inClause[index + 1]?.start ?? clause.end;
  return {
    own: [
      ...within(words, { start: from, end: figure.start }),
      ...within(words, { start: figure.end, end: to }).slice(0, AFTER),
    ],
    before: at > 0 ? within(words, clauses[at - 1] ?? clause) : [],
  };
}

function within(words: readonly ContentWord[], { start, end }: Pick<Stretch, 'start' | 'end'>): ContentWord[] {
  return words.filter((word) => word.start >= start && word.end <= end);
}

/** The share of the words' weight that stands beside a figure. */
function fitOf(sought: readonly ContentWord[], { own, before }: Beside, likeness: Likeness): number {
  const total = sought.reduce((sum, { weight }) => sum + weight, 0);
  const said = sought.reduce((sum, word) => {
    const here = Math.max(0, ...own.map((other) => likeness(word, other)));
    const there = here >= LIKE ? 0 : BEFORE * Math.max(0, ...before.map((other) => likeness(word, other)));
    return sum + word.weight * Math.max(here, there);
  }, 0);
  return total === 0 ? 0 : said / total;
}
