import type { RankedSentence } from '../answer/rank-sentences.ts';
import type { CitedAnswer } from '../domain/answer.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { findDirections } from '../lexicon/directions.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { isFigure } from '../quantities/quantity.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import type { Beside } from './figures-beside.ts';
import { besidesOf, isOfTable } from './figures-beside.ts';
import type { KindSteps } from './kind-steps.ts';
import type { WordForms } from './word-forms.ts';
import { shareOf } from './word-share.ts';

/** Whether a figure of a row is over or under what a sentence says, with the cell as its claim. */
export interface HeldThreshold {
  verdict: 'yes' | 'no';
  claim: CitedAnswer['claims'][number];
}

/**
 * Holds what a sentence says to be over or under a figure against the one cell that all its words name: by its row, its
 * head with the time, what table and sections are called. Undefined for any other sentence, and where two cells fit.
 */
export function holdThreshold(
  claim: string,
  ranked: readonly RankedSentence[],
  names: KindSteps['names'],
  formsOf: WordForms,
): HeldThreshold | undefined {
  const [limit, ...others] = findQuantities(claim).filter(isFigure);
  if (!limit || others.length > 0 || limit.low !== limit.high || isOver(limit, limit.low) === undefined)
    return undefined;
  const { start, end } = withQualifier(claim, limit);
  const bare = claim.slice(0, start) + ' '.repeat(end - start) + claim.slice(end);
  const asked = askedIn(bare);
  const year = findDates(bare).find((date) => date.year)?.year?.low;
  const cells = ranked
    .filter(({ sentence }) => isOfTable(sentence))
    .flatMap((one) => besidesOf(one.sentence, names).map((beside) => ({ beside, sentence: one.sentence })))
    .filter(({ beside, sentence: { passage } }) => {
      const { path } = passage.chunk;
      const around = [beside.text, beside.cell?.notes, ...path, passage.report.title, passage.report.company].join(
        '\n',
      );
      const isNamed = shareOf([beside.named ?? ''], bare, formsOf) === 1;
      return beside.cell !== undefined && isNamed && isOfYear(beside, year) && shareOf(asked, around, formsOf) === 1;
    });
  const [only, ...more] = cells;
  const cell = only?.beside.cell;
  if (!only || !cell || more.length > 0 || !isAlike(only.beside.quantity, limit)) return undefined;
  const isSo = isOver(limit, only.beside.quantity.low);
  const { passage, span } = only.sentence;
  const quote = passage.chunk.text.slice(span.start, span.end);
  const text = cell.label + cell.marks.label + cell.said;
  return { verdict: isSo ? 'yes' : 'no', claim: { text, citations: [{ passage: passage.ref, quote }] } };
}

/** What it is of, and what is measured; that it is over or under says the qualifier. */
function askedIn(text: string): string[] {
  const times = findDates(text);
  const moves = findDirections(text);
  return tagWords(text)
    .filter(({ start }) => ![...times, ...moves].some((other) => other.start <= start && start < other.end))
    .filter((word) => contentOf(word) > 0 && !isQuestionWord(word.text))
    .map((word) => word.text);
}

/** Without a year that is asked for, only a cell without one is meant. */
function isOfYear({ head }: Beside, year: number | undefined): boolean {
  return findDates(head).find((date) => date.year)?.year?.low === year;
}

function isAlike(one: Quantity, limit: Quantity): boolean {
  return one.qualifier === 'exact' && one.low === one.high && one.kind === limit.kind && one.unit === limit.unit;
}

/** Whether a value is over, under, at least or at most a figure; undefined where the figure is qualified otherwise. */
function isOver({ qualifier, low }: Quantity, value: number): boolean | undefined {
  switch (qualifier) {
    case 'over':
      return value > low;
    case 'at_least':
      return value >= low;
    case 'under':
      return value < low;
    case 'at_most':
      return value <= low;
    case 'exact':
    case 'about':
    case 'nearly':
  }
  return undefined;
}
