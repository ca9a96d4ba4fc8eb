import { given } from '../domain/given.ts';
import { words } from '../lexicon/lexicon.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { phrasesBeside } from './operand-phrases.ts';

/** What is reckoned from the operands, or which of them is more. */
export type Operation = 'difference' | 'sum' | 'ratio' | 'change' | 'which' | 'each';

/** One of the things that a question compares. */
export interface Operand {
  /** As the question names it. */
  label: string;
  /** The words of it that the other does not have, as they stand. */
  own: readonly string[];
  /** When it is of, where times are compared; `before`: the year before the other's. */
  time?: { year: number; months?: readonly [number, number] } | 'before';
  /** The question for this one alone. */
  ask: string;
}

/** A question that compares two things, or one thing at two times. */
export interface ReadComparison {
  operation: Operation;
  operands: readonly [Operand, Operand];
}

/** What is asked first counts: `how many times more` is a ratio. */
const OPERATIONS = (['ratio', 'sum', 'difference', 'change', 'which'] as const).map(
  (operation) => [operation, words(`compare/${operation}`)] as const,
);
/** With what is compared between the words that ask. */
const DIFFERENCE = words('comparison shape/difference');
const BETWEEN = words('compare/between');
const GROWTH = words('figure asked/growth');
const EARLIER = words('compare/earlier');
const ASKING = words('compare');
const CHINESE = /\p{Script=Han}/u;
const SENTENCE_END = /[?？!！。;；]+/u;

/** Reads what a question compares; undefined when it compares nothing, or not two. */
export function readComparison(question: string): ReadComparison | undefined {
  const [text = '', ...others] = question
    .normalize('NFKC')
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  // `…？各有多少？` asks on of the same; anything else is another question.
  if (others.some(saysMore)) return undefined;
  const operation = operationOf(text);
  const ofTime = ofTimes(text, operation);
  if (ofTime) return { operation: operation ?? (GROWTH.isIn(text) ? 'change' : 'each'), operands: ofTime };
  const operands = ofThings(text, operation);
  return operands && { operation: operation ?? 'which', operands };
}

function operationOf(text: string): Operation | undefined {
  const found = OPERATIONS.find(([, forms]) => forms.isIn(text))?.[0];
  return (found === undefined || found === 'which' || found === 'change') && DIFFERENCE.isIn(text)
    ? 'difference'
    : found;
}

function saysMore(sentence: string): boolean {
  return tagWords(ASKING.blank(sentence)).some((word) => contentOf(word) >= 1 && !isQuestionWord(word.text));
}

/** `2021 against 2020`, `this quarter versus a year ago`: one thing at two times. */
function ofTimes(text: string, operation: Operation | undefined): readonly [Operand, Operand] | undefined {
  const dates = findDates(text).filter(({ year }) => year !== undefined);
  const [first, second] = dates.filter(
    (date, at) => dates.findIndex((other) => textOf(other, text) === textOf(date, text)) === at,
  );
  // `2019和2022`: nothing is reckoned, each is wanted.
  if (first && second && (operation !== undefined || isSideBySide(text.slice(first.end, second.start)))) {
    const rest = (other: DateFound) => askFor(text, [other]);
    return [
      { ...operandOf(first, text), ask: rest(second) },
      { ...operandOf(second, text), ask: rest(first) },
    ];
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
  const isOfChange = operation === 'change' || operation === 'difference' || GROWTH.isIn(text);
  if (!year || year.low === year.high || !isOfChange) return undefined;
  const ofYear = (value: number) => ({
    label: CHINESE.test(text.slice(start, end)) ? `${value}年` : String(value),
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

/** `A or B`, `A比B`: two things, each with the words that are its alone. Where nothing else compares `and` does not. */
function ofThings(text: string, operation: Operation | undefined): readonly [Operand, Operand] | undefined {
  const phrases = phrasesBeside(text, operation === undefined);
  if (!phrases) return undefined;
  const [one, other] = phrases.things;
  const { connective } = phrases;
  return [
    { label: one.text, own: one.own, ask: askFor(text, [other, connective]) },
    { label: other.text, own: other.own, ask: askFor(text, [one, connective]) },
  ];
}

/** The question without some stretches, and without the words that compare. */
function askFor(text: string, without: readonly { start: number; end: number }[]): string {
  const rest = without.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  return ASKING.blank(rest).replaceAll(/\s+/gu, ' ').trim();
}
