import { compareQuantities } from '../quantities/compare-quantities.ts';
import type { DateFound } from '../quantities/dates.ts';
import { findDates } from '../quantities/dates.ts';
import { findQuantities } from '../quantities/find-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { splitSentences } from '../text/sentences.ts';
import { isFigure } from './placed-quantity.ts';

const PARTS = ['year', 'months', 'day'] as const;

/**
 * Times of a claim that its quotes name only in pieces, and figures that the quotes give for another time: `2019: 21`
 * of `2018: 21, 2019: 38`.
 * @returns what is not proved, as it stands in the claim
 */
export function unprovedDates(claim: string, quotes: readonly string[]): string[] {
  const held = quotes.flatMap((quote) => findDates(quote));
  const apart = findDates(claim)
    .filter((date) => !held.some((other) => PARTS.every((part) => agree(date, other, part))))
    .map(({ start, end }) => claim.slice(start, end));
  const figures = findQuantities(claim).filter(isFigure);
  const elsewhere = figures.filter((figure) => {
    const own = dateOf(claim, figure);
    const places = quotes.flatMap((quote) =>
      findQuantities(quote)
        .filter((found) => compareQuantities(figure, found) === 'same')
        .map((found) => dateOf(quote, found)),
    );
    return (
      places.length > 0 &&
      own !== undefined &&
      places.every((date) => date !== undefined && PARTS.some((part) => excludes(own, date, part)))
    );
  });
  return [...apart, ...elsewhere.map(({ text }) => `${text} (when)`)];
}

/** The claim's part is named, or the claim does not name it. */
function agree(claimed: DateFound, found: DateFound, part: (typeof PARTS)[number]): boolean {
  const [one, other] = [claimed[part], found[part]];
  return one === undefined || (other !== undefined && compareQuantities(one, other) === 'same');
}

function excludes(claimed: DateFound, found: DateFound, part: (typeof PARTS)[number]): boolean {
  const [one, other] = [claimed[part], found[part]];
  return one !== undefined && other !== undefined && compareQuantities(one, other) === 'different';
}

/**
 * The time of a figure: where the sentence begins with a time, the last one before it; else the first one after it and
 * before the next figure.
 */
function dateOf(text: string, figure: Quantity): DateFound | undefined {
  const { span } = splitSentences(text).find(
    (sentence) => sentence.span.start <= figure.start && figure.start < sentence.span.end,
  ) ?? { span: { start: 0, end: text.length } };
  const dates = findDates(text);
  const figures = findQuantities(text)
    .filter(isFigure)
    .filter(({ start }) => start >= span.start);
  const isFirst = dates.some(({ start, end }) => start >= span.start && end <= (figures[0]?.start ?? 0));
  const before = dates.findLast(({ end }) => end <= figure.start);
  if (isFirst) return before;
  const next = figures.find(({ start }) => start > figure.start)?.start ?? span.end;
  return dates.find(({ start }) => start >= figure.end && start < next) ?? before;
}
