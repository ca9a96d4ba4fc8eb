import { given } from '../domain/given.ts';
import { words } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import type { Names } from '../lexicon/names.ts';
import { createNames } from '../lexicon/names.ts';
import { findDates } from '../quantities/dates.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import type { Span } from '../domain/report.ts';
import type { Phrase, Phrases } from './operand-phrases.ts';
import { phrasesBeside } from './operand-phrases.ts';
import { partAndWhole } from './part-and-whole.ts';
import { holdsHan } from '../text/holds-letters.ts';
import { oneLine } from '../text/white-space.ts';

/** What is reckoned from the operands, or which of them is more. */
export type Operation = 'difference' | 'sum' | 'ratio' | 'share' | 'growth' | 'change' | 'which' | 'each';

/** One of the things that a question compares. */
export interface Operand {
  /** As the question names it. */
  label: string;
  /** The words of it that none of the others has, as they stand. */
  own: readonly string[];
  /** Others are parts of it: it may be called the total, and nothing else. */
  isWhole?: boolean;
  /** When it is of, where times are compared; `before`: the year before the other's. */
  time?: { year: number; months?: readonly [number, number] } | 'before';
  /** The question for this one alone. */
  ask: string;
}

/** In the order of the question; of a share the part stands first. */
export type Operands = readonly [Operand, Operand, ...Operand[]];

/** A question that compares several things, or one thing at several times. */
export interface ReadComparison {
  operation: Operation;
  operands: Operands;
}

/** What is asked first counts: `how many times more` is a ratio. */
const OPERATIONS = (['ratio', 'sum', 'difference', 'change', 'which'] as const).map(
  (operation) => [operation, words(`compare/${operation}`)] as const,
);
/** With what is compared between the words that ask. */
const DIFFERENCE = words('comparison shape/difference');
const BETWEEN = words('compare/between');
const GROWTH = words('figure asked/growth');
/** `涨了百分之几`. */
const IN_PERCENT = words('compare/growth');
const EARLIER = words('compare/earlier');
const ASKING = words('compare');
const SENTENCE_END = /[?？!！。;；]+/u;

/** Reads what a question compares; undefined when it compares nothing, or not two. */
export function readComparison(question: string, names: Names = createNames()): ReadComparison | undefined {
  const [text = '', ...others] = withNamesApart(question.normalize('NFKC'), names)
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  // `…？各有多少？` asks on of the same; anything else is another question.
  if (others.some(saysMore)) return undefined;
  const ofShare = partAndWhole(text);
  if (ofShare) return { operation: 'share', operands: operandsOfShare(ofShare.things, ofShare.asks, text) };
  const operation = operationOf(text);
  const ofTime = ofTimes(text, operation);
  if (ofTime) return { operation: operationOfTimes(text, operation), operands: ofTime };
  const phrases = phrasesBeside(text, operation === undefined);
  return phrases && { operation: operation ?? 'which', operands: operandsOf(phrases.things, phrases.connective, text) };
}

/** Words are cut around names, never through them. */
function withNamesApart(text: string, names: Names): string {
  return names
    .find(text)
    .filter(({ kind }) => kind !== 'term')
    .toReversed()
    .reduce((left, { start, text: name }) => {
      const [before, behind] = [left.slice(0, start), left.slice(start + name.length)];
      const gap = (side: string) => (holdsHan(side) ? ' ' : '');
      return before + gap(before.at(-1) ?? '') + name + gap(behind.charAt(0)) + behind;
    }, text);
}

function operationOf(text: string): Operation | undefined {
  const found = OPERATIONS.find(([, forms]) => forms.isIn(text))?.[0];
  return (found === undefined || found === 'which' || found === 'change') && DIFFERENCE.isIn(text)
    ? 'difference'
    : found;
}

/** By what part of itself something rose from one time to another. */
function operationOfTimes(text: string, operation: Operation | undefined): Operation {
  if (operation !== 'sum' && operation !== 'ratio' && IN_PERCENT.isIn(text)) return 'growth';
  return operation ?? (GROWTH.isIn(text) ? 'change' : 'each');
}

function saysMore(sentence: string): boolean {
  return tagWords(ASKING.blank(sentence)).some((word) => contentOf(word) >= 1 && !isQuestionWord(word.text));
}

/** `2021 against 2020`, `this quarter versus a year ago`: one thing at two times, or more. */
function ofTimes(text: string, operation: Operation | undefined): Operands | undefined {
  const dates = findDates(text).filter(({ year }) => year !== undefined);
  const distinct = dates.filter(
    (date, at) => dates.findIndex((other) => textOf(other, text) === textOf(date, text)) === at,
  );
  const [first, second, ...others] = distinct;
  // `2019和2022`: nothing is reckoned, each is wanted.
  if (first && second && (operation !== undefined || isSideBySide(text.slice(first.end, second.start)))) {
    const ofTime = (date: DateFound): Operand => ({
      ...operandOf(date, text),
      ask: askFor(
        text,
        distinct.filter((other) => other !== date),
      ),
    });
    return [ofTime(first), ofTime(second), ...others.map(ofTime)];
  }
  if (first && !second) {
    const range = ofRange(first, text, operation);
    if (range) return range;
  }
  const earlier = operation === undefined ? undefined : EARLIER.first(text);
  if (!earlier) return undefined;
  const now = first ? operandOf(first, text) : { label: '', own: [] };
  return [
    { ...now, ask: askFor(text, [earlier]) },
    { label: earlier.text.trim(), own: [], time: 'before', ask: askFor(text, [earlier]) },
  ];
}

/** `From 2019 to 2021`, where what grew or fell is asked: the first and the last of the years. */
function ofRange(
  { start, end, year }: DateFound,
  text: string,
  operation: Operation | undefined,
): readonly [Operand, Operand] | undefined {
  const isOfChange = operation === 'change' || operation === 'difference' || GROWTH.isIn(text) || IN_PERCENT.isIn(text);
  if (!year || year.low === year.high || !isOfChange) return undefined;
  const ofYear = (value: number) => ({
    label: holdsHan(text.slice(start, end)) ? `${value}年` : String(value),
    own: [],
    time: { year: value },
    ask: askFor(`${text.slice(0, start)} ${value} ${text.slice(end)}`, []),
  });
  return [ofYear(year.low), ofYear(year.high)];
}

function isSideBySide(between: string): boolean {
  return between.trim() !== '' && BETWEEN.blank(between).replaceAll(/[、,，\s]/gu, '') === '';
}

function operandOf(date: DateFound, text: string): Pick<Operand, 'label' | 'own' | 'time'> {
  return { label: textOf(date, text), own: [], ...given({ time: timeOfDate(date) }) };
}

/** When a date is. */
export function timeOfDate({ year, months }: DateFound): Operand['time'] {
  return { year: year?.low ?? 0, ...(months ? { months: [months.low, months.high] as const } : {}) };
}

function textOf({ start, end }: DateFound, text: string): string {
  return text.slice(start, end).trim();
}

/** `A or B`, `A比B`, `A、B和C`: things, each with the words that are its alone. */
function operandsOf(things: Phrases, between: Span, text: string): Operands {
  const ofThing = (thing: Phrase): Operand => ({
    label: thing.text,
    own: thing.own,
    ask: askFor(text, [...things.filter((other) => other !== thing), between]),
  });
  const [first, second, ...others] = things;
  return [ofThing(first), ofThing(second), ...others.map(ofThing)];
}

/** The part is one of the whole: what it measures is what the whole does. */
function operandsOfShare([part, whole]: Phrases, asks: readonly Span[], text: string): Operands {
  return [
    { label: part.text, own: part.own, ask: askFor(text, asks) },
    { label: whole.text, own: whole.own, ask: askFor(text, [...asks, part]), isWhole: true },
  ];
}

/** The question without some stretches, and without the words that compare. */
function askFor(text: string, without: readonly { start: number; end: number }[]): string {
  const rest = without.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  return oneLine(ASKING.blank(rest).replaceAll(/(?:[、,，+]\s*){2,9}/gu, '，')).trim();
}
