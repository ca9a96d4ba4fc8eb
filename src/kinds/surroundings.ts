import type { ReadSentence } from '../answer/read-sentences.ts';
import { words } from '../lexicon/lexicon.ts';
import { findDirections } from '../lexicon/directions.ts';
import { blankAsking, onlyAsks } from '../lexicon/question-words.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { isOfTable } from './figures-beside.ts';
import type { Operand } from './read-comparison.ts';
import type { WordForms } from './word-forms.ts';
import { placeOf, shareOf } from './word-share.ts';

/** Lines above a table that say what it is of. */
const LINES_ABOVE = 2;
/** `Earn`, `make`: what is done with a measure names none. */
const LEADS = words('comparison shape/leads');
/** `Rises faster`. */
const SPEED = words('comparison shape/speed');
/** 亏得多. */
const OF_MANNER = words('comparison shape/manner');
/** What is left of `Hull's`. */
const LETTER = /^[a-z]$/iu;
/** `R&D`: initials that are cut at their mark. */
const INITIALS = /(?<![A-Za-z])[A-Z]{1,3}&[A-Z]{1,3}(?![A-Za-z])/gu;
/** `Fiscal 2021`: what only says how a year is counted. */
const OF_TIME = words('compares times');

/** A word of what is asked of an operand. */
export interface Measured {
  text: string;
  weight: number;
}

/** What is asked of the operand, besides itself and its time. */
export function measuredIn({ ask, own }: Operand): Measured[] {
  // What rises and how fast is no thing that is measured, but a kind of figure.
  const moves = [...findDirections(ask).filter(({ axis }) => axis === 'change'), ...SPEED.find(ask)];
  const initials = [...ask.matchAll(INITIALS)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
  const cut = [...moves, ...initials];
  const found = tagWords(blankDates(holdsHan(ask) ? ask : blankAsking(ask)))
    .filter(({ start, text }) => !cut.some((move) => start < move.end && move.start < start + text.length))
    .map((word) => ({ text: OF_MANNER.blank(word.text).trim(), weight: contentOf(word) }))
    .filter(({ text, weight }) => weight > 0 && !onlyAsks(text) && !LEADS.is(text) && !own.includes(text))
    .filter(({ text }) => !LETTER.test(text) && !OF_TIME.is(text));
  return [...found, ...initials.filter(({ text }) => !own.includes(text)).map(({ text }) => ({ text, weight: 1 }))];
}

/** What a report is called says nothing of what one of its figures measures. */
export function isCalled(word: string, { passage: { report } }: ReadSentence): boolean {
  return placeOf(word, [report.title, report.file, report.company ?? '', report.publisher ?? ''].join('\n')) >= 0;
}

/** The share of what is asked that a text says. */
export function weighedShare(asked: readonly Measured[], text: string, formsOf: WordForms): number {
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  const said = asked.filter(({ text: word }) => shareOf([word], text, formsOf) > 0);
  return total === 0 ? 0 : said.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Without when it is of, and how long that is. */
function blankDates(text: string): string {
  const times = [...findDates(text), ...findQuantities(text).filter(({ kind }) => kind === 'duration')];
  return times.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** What a figure's statement is read with: its headings, and what stands before it or above its table. */
export function aroundOf(sentence: ReadSentence): string {
  const { passage, previous, head, text } = sentence;
  const path = passage.chunk.path.slice(passage.chunk.path[0] === passage.report.title ? 1 : 0);
  return [...path, head.text, isOfTable(sentence) ? tableOf(sentence) : (previous?.text ?? ''), text].join('\n');
}

/** The lines of the table that a row stands in, and those right above it: its total may name what is counted. */
function tableOf({ passage: { chunk, statements }, span }: ReadSentence): string {
  const lines = statements.map(({ kind, quotes }) => ({
    isRow: kind === 'row',
    text: chunk.text.slice(quotes[0]?.start ?? 0, quotes.at(-1)?.end ?? 0),
  }));
  const at = statements.findIndex(({ quotes }) => quotes[0]?.start === span.start);
  const above = lines.slice(0, Math.max(0, at)).findLastIndex(({ isRow }) => !isRow) + 1;
  const below = lines.findIndex(({ isRow }, index) => index > at && !isRow);
  const rows = lines.slice(Math.max(0, above - LINES_ABOVE), below < 0 ? undefined : below);
  return rows.map(({ text }) => text).join('\n');
}
