import { words } from '../lexicon/lexicon.ts';
import { onlyAsks } from '../lexicon/question-words.ts';
import { findDates } from '../quantities/dates.ts';
import { contentOf, tagWords } from '../text/tag-words.ts';
import { holdsHan } from '../text/holds-letters.ts';

/** A question for how something went over time. */
export interface ReadTrend {
  /** The words of what is asked of. */
  asked: readonly string[];
  /** The first year and the last, where they are named. */
  from?: number;
  to?: number;
}

const ASKS = words('trend/asks');
/** What only says that time goes by. */
const SAYS = words('trend/says');
/** What stands first of 2018 to 2020. */
const BOTH = 2;

/** Reads what a question asks the course of; undefined of any other. */
export function readTrend(question: string): ReadTrend | undefined {
  const text = question.normalize('NFKC');
  if (!ASKS.isIn(text)) return undefined;
  const dates = findDates(text);
  const bare = dates.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  );
  const named = bare.replaceAll(/['’]s(?![\p{L}\d])/gu, ' ');
  const rest = SAYS.blank(holdsHan(text) ? ASKS.blank(named) : named);
  const asked = tagWords(rest)
    .filter((word) => contentOf(word) > 0 && !onlyAsks(word.text))
    .map((word) => word.text);
  const years = dates.flatMap(({ year }) => (year ? [year.low, year.high] : [])).toSorted((a, b) => a - b);
  const [from] = years;
  const to = new Set(years).size >= BOTH ? years.at(-1) : undefined;
  return asked.length === 0
    ? undefined
    : { asked, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
