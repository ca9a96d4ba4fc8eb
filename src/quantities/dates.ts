import { findQuantities } from './find-quantities.ts';
import type { Quantity } from './quantity.ts';

/** A time that a text names, as exactly as it does; the year may be that of the time before it. */
export interface DateFound {
  start: number;
  end: number;
  year?: Quantity;
  months?: Quantity;
  day?: Quantity;
}

/** Between the parts of one date. */
const JOINT = /^(?:\s*|,\s*|\s*of\s+(?:the\s+year\s+)?|\s*的\s*|\s*in\s+|\s*\/\s*|\s*财?年\s*)$/u;

/** The times of a text in order: year, months and day that stand together are one. */
export function findDates(text: string, quantities: readonly Quantity[] = findQuantities(text)): DateFound[] {
  const dates: DateFound[] = [];
  for (const quantity of quantities) {
    const { kind, start, end } = quantity;
    if (kind !== 'year' && kind !== 'months' && kind !== 'day') continue;
    const last = dates.at(-1);
    if (last && last[kind] === undefined && JOINT.test(text.slice(last.end, start)))
      dates[dates.length - 1] = { ...last, [kind]: quantity, end };
    else dates.push({ start, end, [kind]: quantity });
  }
  return withYears(dates);
}

/** `2020年7月…，9月…`: September of the same year. One whose year follows nowhere before has none. */
function withYears(dates: readonly DateFound[]): DateFound[] {
  const years = new Set(dates.flatMap(({ year }) => (year ? [year.low] : [])));
  const only = years.size === 1 ? dates.find(({ year }) => year)?.year : undefined;
  let last: Quantity | undefined;
  return dates.map((date) => {
    last = date.year ?? last;
    const year = last ?? only;
    return year ? { ...date, year } : date;
  });
}

const TIME_AGO = /^(?:之?前|以前)的?$|^ (?:ago|earlier),? (?:in )?$/u;

/** `三年前的2016年`: counted from the day of writing, and told by the year that follows. */
export function isTimeAgo({ kind, end }: Quantity, quantities: readonly Quantity[], text: string): boolean {
  const next = quantities.find(({ start }) => start >= end);
  return kind === 'duration' && next?.kind === 'year' && TIME_AGO.test(text.slice(end, next.start));
}
