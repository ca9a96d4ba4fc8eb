import type { SourcePage } from '../domain/source.ts';
import { isEverydayHan } from '../text/everyday-han.ts';
import { withoutSpace } from '../text/white-space.ts';
import { hanRuns } from '../text/holds-letters.ts';

/** English words that a dictionary knows, in lower case. */
export type KnownWords = () => ReadonlySet<string>;

/** Pages, by index, whose text is not to be had. */
export interface Unread {
  /** There is none: a picture, or an empty page. */
  noText: number[];
  /** Its font says other letters than it shows. */
  unreadable: number[];
}

/** Shortest word that is looked up, in letters; and how many a page must have to be judged. */
const WORD_LENGTH = 4;
const LEAST_WORDS = 60;
const LEAST_HAN = 80;
/**
 * Of the words of a readable page fewer are unknown, and of its Han characters more are everyday ones. On 14 reports
 * and the samples (690 pages) the worst readable pages have .41 (a table of drugs) and .38; pages on which F and E were
 * read as other letters have .50 and more.
 */
const MOST_UNKNOWN = 0.5;
const LEAST_EVERYDAY = 0.15;
/** Signs that no text has: private, unassigned, replaced. */
const NO_SIGN = /[\p{Co}\p{Cn}\ufffd]/gu;
const MOST_NO_SIGNS = 0.3;

/** Finds the pages of a report that hold no text, or text that is no language. */
export function findUnread(pages: readonly SourcePage[], known: KnownWords | undefined): Unread {
  const unread: Unread = { noText: [], unreadable: [] };
  pages.forEach(({ lines }, index) => {
    const text = lines.map((line) => line.text).join('\n');
    if (!/[\p{L}\p{N}\p{Co}\p{Cn}\ufffd]/u.test(text)) unread.noText.push(index);
    else if (isUnreadable(text, known)) unread.unreadable.push(index);
  });
  return unread;
}

/** Whether the text of a page is no language's. */
export function isUnreadablePage({ lines }: Pick<SourcePage, 'lines'>, known: KnownWords | undefined): boolean {
  return isUnreadable(lines.map((line) => line.text).join('\n'), known);
}

function isUnreadable(text: string, known: KnownWords | undefined): boolean {
  const signs = withoutSpace(text).length;
  if ((text.match(NO_SIGN)?.length ?? 0) > MOST_NO_SIGNS * signs) return true;
  const han = hanRuns(text).flatMap(({ run }) => [...run]);
  if (han.length >= LEAST_HAN && han.filter(isEverydayHan).length < LEAST_EVERYDAY * han.length) return true;
  const words = text.toLowerCase().match(/(?<![\p{L}\d])[a-z]+(?![\p{L}\d])/gu) ?? [];
  const long = words.filter((word) => word.length >= WORD_LENGTH);
  if (!known || long.length < LEAST_WORDS || han.length > long.length) return false;
  const dictionary = known();
  return long.filter((word) => !isKnown(word, dictionary)).length > MOST_UNKNOWN * long.length;
}

const ENDINGS = ['', 's', 'es', 'd', 'ed', 'ing', 'ly', 'er', 'al', 'ion', 'ions', "'s"];

function isKnown(word: string, dictionary: ReadonlySet<string>): boolean {
  return ENDINGS.some((ending) => word.endsWith(ending) && dictionary.has(word.slice(0, word.length - ending.length)));
}
