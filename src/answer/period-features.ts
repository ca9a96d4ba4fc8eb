import { words as wordsOfClass } from '../lexicon/lexicon.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Period } from '../quantities/periods.ts';
import { countPeriods, listsYear, periodsOf, unmetPeriods } from '../quantities/periods.ts';
import type { AnalysedQuestion } from '../retrieve/analyse-question.ts';
import type { Ask } from '../retrieve/split-question.ts';
import type { ReadSentence } from './read-sentences.ts';
import { nameOf } from '../retrieve/meant-reports.ts';
import { remember } from '../text/remember.ts';

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
  /** The month that is asked for is said in the sentence; another one is, and not that one. */
  monthHere: number;
  otherMonthHere: number;
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
  const month = monthFeatures(ask, sentence);
  if (count === 0)
    return {
      ...month,
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
    ...month,
    periodHere: here,
    periodInHead: withHead - here,
    periodNear: withAll - withHead,
    periodNowhere: 1 - withAll,
    otherYearHere: Number(speaksOfOtherYear(period, text)),
    otherYearInHead: Number(speaksOfOtherYear(period, head.text)),
  };
}

/** The months of a year that a text names, each alone: no quarter. */
const monthsIn = remember(
  (text: string) => findQuantities(text).filter(({ kind, low, high }) => kind === 'months' && low === high),
  10_000,
);

/** Only what the part itself names: a month of another part is of what that part is about. */
function monthFeatures(ask: Ask, { quantities }: ReadSentence): Pick<PeriodFeatures, 'monthHere' | 'otherMonthHere'> {
  const asked = monthsIn(ask.text).map(({ low }) => low);
  const said = quantities.filter(({ kind }) => kind === 'months');
  const isSaid = (month: number) => said.some(({ low, high }) => low === month && high === month);
  const isWithin = (month: number) => said.some(({ low, high }) => low <= month && month <= high);
  return {
    monthHere: Number(asked.some(isSaid)),
    otherMonthHere: Number(asked.length > 0 && said.length > 0 && !asked.some(isWithin)),
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
