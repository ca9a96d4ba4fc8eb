import type { SourcePage } from '../domain/source.ts';
import { words } from '../lexicon/lexicon.ts';
import { periodsOf } from '../quantities/periods.ts';
import { closeSpacing } from '../text/close-spacing.ts';
import type { Read } from './find-title.ts';
import { readDates } from '../quantities/printed-dates.ts';
import { startsHan, startsUpper } from '../text/starts-with.ts';

const KIND = words('report kind');
const SUFFIX = words('company suffix');
const BODY = words('publisher suffix');
const OF_PERIOD = words('report period');
/** Kinds of reports that are about one company, which gives them out. */
const OF_COMPANY: ReadonlySet<string> = new Set([
  'annual report',
  'half-year report',
  'quarterly report',
  'earnings release',
  'prospectus',
  'governance report',
]);
/** Kinds that cover the month that they are published in. */
const PERIODICAL = 'periodical';

/** A cover and what stands after it, in lines. */
const COVER_LINES = 40;
/** A page of more lines than this is no cover on which a publisher has a line for itself. */
const MOST_COVER_LINES = 15;
/** Longest name of a company or publisher, in characters. */
const NAME_LENGTH = 60;
const LATIN_NAME = /(?:\p{Lu}[\p{L}\d&'’.-]{0,30},? (?:(?:of|and|the|&) )?){1,6}$/u;

/** What is read of a report besides its title and date, each with how sure it is. */
export interface Facts {
  kind?: Read<string>;
  company?: Read<string>;
  publisher?: Read<string>;
  period?: Read<string>;
}

/** What kind of report it is, whom it is about, who published it, what time it covers: from its title and cover. */
export function findFacts(title: string, publishedOn: string | undefined, pages: readonly SourcePage[]): Facts {
  const cover = (pages[0]?.lines ?? [])
    .map(({ text }) => closeSpacing(text))
    .filter((text) => text !== '')
    .slice(0, COVER_LINES);
  const kind = kindOf(title, cover);
  const isOfCompany = kind !== undefined && OF_COMPANY.has(kind.value);
  const facts: Facts = {};
  const company = isOfCompany ? companyOf([title, ...cover]) : undefined;
  const publisher = company === undefined && cover.length <= MOST_COVER_LINES ? publisherOf(cover, title) : undefined;
  const period = periodOf(title, cover, kind?.value, publishedOn);
  if (kind) facts.kind = kind;
  if (company) facts.company = company;
  if (publisher) facts.publisher = publisher;
  if (period) facts.period = period;
  return facts;
}

function kindOf(title: string, cover: string[]): Read<string> | undefined {
  const inTitle = kindIn(title);
  if (inTitle !== undefined) return { value: inTitle, confidence: 0.9 };
  // A kind that is named in passing is another report's: one that has a line for itself is this one's.
  const alone = cover.find((line) => line.length <= NAME_LENGTH && kindIn(line) !== undefined);
  return alone === undefined ? undefined : { value: kindIn(alone) ?? '', confidence: 0.6 };
}

/** The kind that is named last: a title ends with what it is. */
function kindIn(text: string): string | undefined {
  return KIND.find(text).at(-1)?.class.split('/').at(-1);
}

/** The first name on the cover that ends as companies' names do. */
function companyOf(lines: string[]): Read<string> | undefined {
  for (const [at, line] of lines.entries()) {
    const suffix = SUFFIX.find(line)[0];
    if (!suffix) continue;
    const before = line.slice(0, suffix.start);
    const latin = LATIN_NAME.exec(before)?.[0];
    const han = /[\p{Lo}（）()]{2,20}$/u.exec(before)?.[0];
    const name = latin ?? han;
    if (name !== undefined) return { value: (name + suffix.text).trim(), confidence: at === 0 ? 0.9 : 0.7 };
  }
  return undefined;
}

/** A line of the cover that is an organisation's name and nothing else. */
function publisherOf(cover: string[], title: string): Read<string> | undefined {
  const name = cover.find(
    (line) =>
      line.length <= NAME_LENGTH &&
      (startsUpper(line) || startsHan(line)) &&
      !SUFFIX.is(line) &&
      line !== title &&
      !title.includes(line) &&
      (BODY.isAtEnd(line) || SUFFIX.isAtEnd(line)),
  );
  return name === undefined ? undefined : { value: name, confidence: 0.6 };
}

function periodOf(
  title: string,
  cover: string[],
  kind: string | undefined,
  publishedOn: string | undefined,
): Read<string> | undefined {
  const inTitle = periodIn(title);
  if (inTitle !== undefined) return { value: inTitle, confidence: 0.9 };
  const line = cover.find((text) => OF_PERIOD.isIn(text) && readDates(text).length > 0);
  const [ended] = line === undefined ? [] : readDates(line);
  if (ended) return { value: ended.date.slice(0, 4), confidence: 0.8 };
  if (kind === PERIODICAL && publishedOn !== undefined) return { value: publishedOn.slice(0, 7), confidence: 0.6 };
  return undefined;
}

/** `2020`, `2023-Q2`, `2023-H1`: the only year that a title names, and the part of it. */
function periodIn(title: string): string | undefined {
  const { years, quarter } = periodsOf(title.replaceAll('-', ' '));
  const [year, another] = years;
  if (year === undefined || another !== undefined) return undefined;
  if (quarter !== undefined) return `${year}-Q${quarter}`;
  const isHalf = kindIn(title) === 'half-year report';
  return isHalf ? `${year}-H1` : String(year);
}
