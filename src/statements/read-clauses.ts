import type { Quantity } from '../domain/quantity.ts';
import type { Span } from '../domain/report.ts';
import type { Clause, Time } from '../domain/statement.ts';
import { findSpeaker } from '../lexicon/attribution.ts';
import type { Names } from '../lexicon/names.ts';
import { findNegations } from '../lexicon/negations.ts';
import { findStances } from '../lexicon/stances.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import { splitClauses } from '../text/clauses.ts';
import { findMentions } from './find-mentions.ts';
import { findTerms } from './find-terms.ts';

/** What sentences are read with. */
export interface Resources {
  names: Names;
  /** The year that 今年 and `this year` mean; absent: they are passed over. */
  reportYear?: number | undefined;
}

/** The clauses of a statement with what each says; everything is looked for once in the whole of it. */
export function readClauses(text: string, { names, reportYear }: Resources): Clause[] {
  const quantities = findQuantities(text, reportYear);
  const dates = findDates(text, quantities);
  const mentions = findMentions(text, names);
  const terms = findTerms(text);
  const stances = findStances(text);
  let [time, attribution]: [Time | undefined, Span | undefined] = [undefined, undefined];
  return splitClauses(text).map(({ text: clause, start, end }): Clause => {
    const isHere = (place: Span) => place.start >= start && place.start < end;
    const own = dates.findLast(isHere);
    time = own ? timeOf(own) : time;
    const speaker = findSpeaker(clause);
    attribution = speaker ? { start: start + speaker.start, end: start + speaker.end } : attribution;
    const kinds = stances.filter(({ from, to }) => from < end && to > start).map(({ kind }) => kind);
    return {
      span: { start, end },
      quantities: quantities.filter(isHere),
      names: mentions.filter(({ span }) => isHere(span)),
      terms: terms.filter(({ span }) => isHere(span)),
      ...(time ? { time } : {}),
      stances: [...new Set(kinds)],
      ...(attribution ? { attribution } : {}),
      negated: findNegations(clause).length > 0,
    };
  });
}

/** A time that was found, as it is stored. */
export function timeOf({ year, months, day }: DateFound): Time {
  return {
    ...(year ? yearsOf(year) : {}),
    // `15月` and `40日` are none.
    ...(months && months.low <= months.high ? { months: [months.low, months.high] } : {}),
    ...(day && isDay(day.low) ? { day: day.low } : {}),
  };
}

function isDay(day: number): boolean {
  return day >= 1 && day <= 31;
}

function yearsOf({ low, high }: Quantity): Time {
  return high > low ? { year: low, toYear: high } : { year: low };
}
