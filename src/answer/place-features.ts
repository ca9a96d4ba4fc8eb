import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import type { Ask } from '../retrieve/split-question.ts';
import { isListAsked, isListing } from './answer-shape.ts';
import type { ReadSentence } from './read-sentences.ts';

/** What kind of sentence it is, and where it was found. */
export interface PlaceFeatures {
  /** A row of a table; one without a figure. */
  row: number;
  rowWithoutFigure: number;
  /** It is no sentence: a row, a line. */
  fragment: number;
  /** A line of a table of contents; a short line without figure or end, as headings are. */
  contents: number;
  heading: number;
  /** It asks itself, as a form does: the answer stands behind it. */
  asking: number;
  /** What a table or picture is called, or its source. */
  caption: number;
  /** It names several things, where several are asked for. */
  list: number;
  /** ln(1 + position) of its passage, and how far that lies behind the best one's score. */
  rank: number;
  lag: number;
  /** Nearness of its vector, and of it together with the sentence before, to the question's; of a row with its head. */
  nearness: number;
  nearnessWithPrevious: number;
  rowNearness: number;
  /** The report is in another language than the question. */
  otherLanguage: number;
}

const SENTENCE_END = /[。！？!?；;.”"’）)]$/u;
/** Dots that lead to a page number. */
const CONTENTS = /(?:(?<!\.)\.{3,}|(?<!…)…{2,}|(?<!·)·{3,})\s{0,40}\d{0,6}\s{0,40}$|(?:\.\s){3}/u;
/** Longest line, in characters, that may be a heading. */
const HEADING_LENGTH = 40;

/** What kind of sentence it is, and where it was found. */
export function placeFeatures({ language }: AnalysedQuestion, ask: Ask, sentence: ReadSentence): PlaceFeatures {
  const { text, passage } = sentence;
  const isRow = sentence.kind === 'row';
  const isFragment = isRow || !SENTENCE_END.test(text);
  const hasFigure = sentence.figures.length > 0;
  return {
    row: Number(isRow),
    rowWithoutFigure: Number(isRow && !hasFigure),
    fragment: Number(isFragment),
    contents: Number(CONTENTS.test(text)),
    heading: Number(isFragment && !isRow && !hasFigure && text.length <= HEADING_LENGTH),
    asking: Number(/[?？]["”’)）]?$/u.test(text)),
    caption: Number(sentence.kind === 'caption'),
    list: Number(ask.member === undefined && isListAsked(ask.text) && isListing(text)),
    rank: Math.log(1 + sentence.rank),
    lag: sentence.lag,
    nearness: sentence.nearness,
    nearnessWithPrevious: sentence.nearnessWithPrevious,
    rowNearness: isRow ? sentence.nearnessWithPrevious : 0,
    otherLanguage: Number(passage.report.language !== language),
  };
}
