import { basename, extname } from 'node:path';
import type { Report, ReportFact } from '../domain/report.ts';
import type { SourceReport } from '../domain/source.ts';
import { detectLanguage } from '../text/language.ts';
import { findDate } from './find-date.ts';
import { findFacts } from './find-facts.ts';
import type { Read } from './find-title.ts';
import { findTitle } from './find-title.ts';
import { countHan } from '../text/holds-letters.ts';

/** What is said of a report as a whole. */
export type ReportFacts = Pick<
  Report,
  'title' | 'language' | 'publisher' | 'publishedOn' | 'company' | 'period' | 'kind'
> & { confidence: Partial<Record<ReportFact, number>> };

/** How sure one is of the language of a text in Chinese or English, and of another. */
const KNOWN_LANGUAGE = 0.95;
const OTHER_LANGUAGE = 0.2;
/** A title stands so far from the beginning of the text, in characters. */
const BEGINNING = 4000;
/** From this share of letters of another script on, a text is in another language. */
const OTHER_SHARE = 0.2;

/**
 * Reads title, date, publisher, company, period, kind and language of a report, each with how sure that is.
 * @param furniture lines that stand at the edges of many pages, most frequent first
 * @param text all of its text
 */
export function readFacts(source: SourceReport, furniture: readonly string[], text: string): ReportFacts {
  const { pages, file } = source;
  const title = findTitle({
    stated: source.title,
    pages,
    furniture,
    firstLine: text.slice(0, BEGINNING).split('\n').find(mayBeTitle) ?? '',
    fileName: basename(file, extname(file)),
  });
  const publishedOn = findDate({ stated: source.publishedOn, writtenOn: source.writtenOn, pages, furniture, file });
  const found: Partial<Record<ReportFact, Read<string>>> = {
    title,
    ...(publishedOn ? { publishedOn } : {}),
    ...findFacts(title.value, publishedOn?.value, pages),
    ...(source.publisher === undefined ? {} : { publisher: { value: source.publisher, confidence: KNOWN_LANGUAGE } }),
  };
  const read = Object.entries(found);
  return {
    ...Object.fromEntries(read.map(([fact, { value }]) => [fact, value])),
    title: title.value,
    language: detectLanguage(text),
    confidence: {
      ...Object.fromEntries(read.map(([fact, { confidence }]) => [fact, confidence])),
      language: isOther(text) ? OTHER_LANGUAGE : KNOWN_LANGUAGE,
    },
  };
}

/** No row of a table, and nothing that was not recognised with certainty. */
function mayBeTitle(line: string): boolean {
  return !line.includes('\t') && !line.includes('\ufffd');
}

/** True when the text is mostly in a script of neither language. */
function isOther(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const ours = countHan(text) + (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
  return letters - ours > OTHER_SHARE * letters;
}
