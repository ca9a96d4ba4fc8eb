import { words as wordsOfClass } from '../lexicon/lexicon.ts';
import type { Period } from '../quantities/periods.ts';
import { countPeriods, listsYear, periodsOf, unmetPeriods } from '../quantities/periods.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import type { Ask } from '../retrieve/split-question.ts';
import type { ReadSentence } from './read-sentences.ts';
import { nameOf } from '../retrieve/meant-reports.ts';

/** Where the years and the quarter that are asked for stand, as shares of them; all 0 when none is asked for. */
export interface PeriodFeatures {
  periodHere: number;
  /** In the head of a row's table. */
  periodInHead: number;
  /** In the sentence before, a heading or the title. */
  periodNear: number;
  periodNowhere: number;
  /** Another year stands in the sentence, or in the head, and none that is asked for. */
  otherYearHere: number;
  otherYearInHead: number;
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;
/** A part that is about a time of its own. */
const ASKS_FOR_A_TIME = wordsOfClass('asks for a time');
const NAMES_A_YEAR = /\b(?:19|20)\d{2}\b/u;

/** Where the time that a part of a question is about is said. */
export function periodFeatures(question: AnalysedQuestion, ask: Ask, sentence: ReadSentence): PeriodFeatures {
  const { passage, text, head, previous } = sentence;
  const period = periodAsked(question, ask);
  const count = countPeriods(period);
  if (count === 0)
    return {
      periodHere: 0,
      periodInHead: 0,
      periodNear: 0,
      periodNowhere: 0,
      otherYearHere: 0,
      otherYearInHead: 0,
    };
  const places = [text, head.text, [previous?.text ?? '', ...passage.chunk.path, nameOf(passage.report)].join('\n')];
  const [here = 0, withHead = 0, withAll = 0] = places.map(
    (_, at) => 1 - unmetIn(period, places.slice(0, at + 1).join('\n'), sentence).length / count,
  );
  return {
    periodHere: here,
    periodInHead: withHead - here,
    periodNear: withAll - withHead,
    periodNowhere: 1 - withAll,
    otherYearHere: Number(speaksOfOtherYear(period, text)),
    otherYearInHead: Number(speaksOfOtherYear(period, head.text)),
  };
}

/** The time that a part of a question is about: its own, or the whole question's. */
export function periodAsked(question: AnalysedQuestion, ask: Ask): Period {
  return periodsOf(ASKS_FOR_A_TIME.isIn(ask.text) || NAMES_A_YEAR.test(ask.text) ? ask.text : question.text);
}

/** What of a period a text near a sentence does not say. */
export function unmetIn(period: Period, text: string, { passage }: ReadSentence): string[] {
  const { publishedOn } = passage.report;
  return unmetPeriods(period, text, publishedOn === undefined ? undefined : Number(publishedOn.slice(0, 4)));
}

function speaksOfOtherYear({ years }: Period, text: string): boolean {
  const said = text.match(YEAR) ?? [];
  const isSaid = said.some((year) => years.includes(Number(year))) || years.some((year) => listsYear(text, year));
  return years.length > 0 && said.length > 0 && !isSaid;
}
