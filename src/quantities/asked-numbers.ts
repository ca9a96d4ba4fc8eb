import type { Span } from '../domain/report.ts';
import { readNumeral } from '../text/numerals.ts';

const NUMERAL = '[\\d一二两三四五六七八九十百]{1,6}';
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** Pages in Chinese: `第3页到5页`, `第十二页`; and in English: `pages 3-5`, `p. 7`. */
const PAGES = [
  new RegExp(`(?:第\\s*)?(?<from>${NUMERAL})\\s*(?:页\\s*)?(?:到|至|[-–—~～])\\s*第?\\s*(?<to>${NUMERAL})\\s*页`, 'iu'),
  new RegExp(`第\\s*(?<from>${NUMERAL})\\s*页`, 'iu'),
  /\b(?:pages?|pp?\.)\s*(?<from>\d+)(?:\s*(?:[-–—]|to|through|and)\s*(?:pages?\s*|p\.\s*)?(?<to>\d+))?/iu,
];
/** A position among things of a kind: `第二部分`, `the third article`, `part 2`. */
const POSITIONS = [
  new RegExp(`(?:第(?<nth>${NUMERAL})|(?<end>最后一?))(?:个)?(?:部分|板块|章|篇|节|小节)(?:文章)?`, 'iu'),
  new RegExp(
    `\\b(?<word>${[...ORDINALS, 'last'].join('|')})\\s+(?:part|chapter|article|piece|section|subsection)\\b`,
    'iu',
  ),
  /\b(?:part|chapter)\s+(?<nth>\d+)\b/iu,
];
/** A number of points or sentences that are wanted. */
const POINTS = [
  new RegExp(`(?<count>${NUMERAL}|几)\\s*(?:个|条)?(?:个?(?:句话|句|要点|点|条|方面))(?!钟)`, 'iu'),
  new RegExp(
    `\\b(?<count>\\d+|${COUNTS.join('|')}|a few)\\s+(?:key |main |short )?` +
      '(?:points?|sentences?|bullets?|bullet points?|takeaways?)\\b',
    'iu',
  ),
];
const SENTENCES = /句|sentence/iu;

interface AskedNumber extends Span {
  text: string;
  groups: Partial<Record<string, string>>;
}

/** Printed page numbers that a text names, as figures; of several the first. */
export function findPages(text: string): (Span & { from: string; to: string }) | undefined {
  const found = firstOf(PAGES, text);
  const { from, to = from } = found?.groups ?? {};
  if (!found || from === undefined || to === undefined) return undefined;
  return { start: found.start, end: found.end, from: String(readNumeral(from)), to: String(readNumeral(to)) };
}

/** A position among its kind that a text names, from 1; -1 for the last. */
export function findPosition(text: string): (Span & { position: number }) | undefined {
  const found = firstOf(POSITIONS, text);
  if (!found) return undefined;
  const { nth = '', end, word = '' } = found.groups;
  const isLast = end !== undefined || word.toLowerCase() === 'last';
  const position = ORDINALS.indexOf(word.toLowerCase()) + 1 || readNumeral(nth);
  return { start: found.start, end: found.end, position: isLast ? -1 : position };
}

/** How many points or sentences a text wants; without a count where it says `a few`. */
export function findCountOfPoints(text: string): { count?: number; ofSentences: boolean } | undefined {
  const found = firstOf(POINTS, text);
  if (!found) return undefined;
  const said = (found.groups['count'] ?? '').toLowerCase();
  const ofSentences = SENTENCES.test(found.text);
  if (said === '几' || said === 'a few') return { ofSentences };
  const count = COUNTS.indexOf(said) + 1 || readNumeral(said);
  return Number.isInteger(count) && count > 0 ? { count, ofSentences } : undefined;
}

/** What any of some patterns finds first; of those that begin at one place, what the first of them finds. */
function firstOf(patterns: readonly RegExp[], text: string): AskedNumber | undefined {
  return patterns
    .flatMap((pattern): AskedNumber[] => {
      const found = pattern.exec(text);
      if (!found) return [];
      return [{ text: found[0], start: found.index, end: found.index + found[0].length, groups: found.groups ?? {} }];
    })
    .toSorted((a, b) => a.start - b.start)[0];
}
