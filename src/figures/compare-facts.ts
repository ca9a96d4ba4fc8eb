import type { ComparedFigures, FigureFact, ReportSeries } from '../domain/figure-fact.ts';
import type { Time } from '../domain/statement.ts';
import { given } from '../domain/given.ts';
import { fold } from '../text/fold-text.ts';

/** Comparisons that are given at most. */
const GIVEN = 6;
/** Fewer values of several things at one time are read, not drawn. */
const LEAST_ACROSS = 3;
/** More bars than these are not told apart. */
const MOST_POINTS = 24;

/**
 * What of some facts can be compared: one measure of one subject over time, over the issues of a series too; one
 * measure of several subjects at one time. Those that the first facts belong to come first.
 */
export function compareFacts(facts: readonly FigureFact[], series: readonly ReportSeries[]): ComparedFigures[] {
  const rank = new Map(facts.map((fact, at) => [fact, at]));
  const first = ({ points }: ComparedFigures) => Math.min(...points.map(({ fact }) => rank.get(fact) ?? facts.length));
  return [...overTime(facts, series), ...across(facts)]
    .toSorted((a, b) => first(a) - first(b) || b.points.length - a.points.length)
    .slice(0, GIVEN);
}

/**
 * The same subject and measure in one unit at different times; of one time that several issues tell, the last one
 * counts.
 */
export function overTime(facts: readonly FigureFact[], series: readonly ReportSeries[]): ComparedFigures[] {
  const seriesOf = (fact: FigureFact) => series.find(({ issues }) => issues.some(({ id }) => id === fact.report.id));
  const placed = facts.filter((fact) => timeOf(fact) !== undefined);
  const groups = Map.groupBy(placed, (fact) =>
    [fold(fact.subject ?? ''), fold(fact.measure), unitKey(fact), seriesOf(fact)?.title ?? fact.report.id].join('\n'),
  );
  return [...groups.values()].flatMap((group): ComparedFigures[] => {
    const latest = new Map<string, FigureFact>();
    for (const fact of group.toSorted((a, b) => (a.report.publishedOn ?? '').localeCompare(b.report.publishedOn ?? '')))
      latest.set(timeOf(fact) ?? '', fact);
    const [fact] = group;
    const spans = new Set([...latest.values()].map(lengthOf));
    // A quarter and a year are no two points of one line.
    if (!fact || latest.size < 2 || latest.size > MOST_POINTS || spans.size > 1) return [];
    const points = [...latest]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([label, each]) => ({ label, value: middle(each), fact: each }));
    const whole = seriesOf(fact)?.title;
    return [
      {
        kind: 'over_time',
        title: titleOf(fact),
        unit: unitOf(points),
        ...given({ series: whole }),
        points,
      },
    ];
  });
}

/** One measure of several subjects in one report at one time. */
function across(facts: readonly FigureFact[]): ComparedFigures[] {
  const groups = Map.groupBy(
    facts.filter(({ subject }) => subject !== undefined),
    (fact) => [fact.report.id, fold(fact.measure), unitKey(fact), timeOf(fact) ?? ''].join('\n'),
  );
  return [...groups.values()].flatMap((group): ComparedFigures[] => {
    const bySubject = new Map(group.map((fact) => [fact.subject ?? '', fact]));
    const [fact] = group;
    // Two values of one subject: it is not known what else tells them apart.
    if (!fact || bySubject.size < LEAST_ACROSS || bySubject.size > MOST_POINTS || bySubject.size < group.length)
      return [];
    const points = [...bySubject].map(([label, each]) => ({ label, value: middle(each), fact: each }));
    const period = fact.period?.text;
    return [
      { kind: 'across', title: [fact.measure, period].filter(Boolean).join(' · '), unit: unitOf(points), points },
    ];
  });
}

function unitKey({ kind, unit }: FigureFact): string {
  return `${kind} ${unit}`;
}

function titleOf({ subject, measure }: FigureFact): string {
  return [subject, measure].filter(Boolean).join(' · ');
}

/**
 * When a fact was, so that it sorts: `2020`, `2020-07`, `2020-Q3`; undefined where the report does not say the year.
 */
export function timeOf({ period }: Pick<FigureFact, 'period'>): string | undefined {
  const time = period?.time;
  if (time?.year === undefined || (time.toYear !== undefined && time.toYear !== time.year)) return undefined;
  const [from, to] = time.months ?? [];
  if (from === undefined || to === undefined) return String(time.year);
  const day = time.day === undefined ? '' : `-${two(time.day)}`;
  if (from === to) return `${time.year}-${two(from)}${day}`;
  return to - from === 2 && from % 3 === 1 ? `${time.year}-Q${(from + 2) / 3}` : `${time.year}-${two(from)}–${two(to)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function lengthOf({ period }: FigureFact): string {
  const time: Time = period?.time ?? {};
  return time.months ? String(time.months[1] - time.months[0]) : 'year';
}

function middle({ value }: FigureFact): number {
  return (value.low + value.high) / 2;
}

/** In the unit of the first one, as it counts: scales are multiplied in. */
function unitOf([first]: ComparedFigures['points']): string {
  return first?.fact.unit ?? '';
}
