import type { SummaryLength } from '../domain/summary.ts';
import { given } from '../domain/given.ts';
import type { Span } from '../domain/report.ts';
import { words } from '../lexicon/lexicon.ts';
import { findCountOfPoints, findPages, findPosition } from '../quantities/asked-numbers.ts';
import { oneLine } from '../text/white-space.ts';
import { startsWithLetter } from '../text/starts-with.ts';

/** What a request calls the thing it wants: a part of a report, an article in it, a subsection, the report. */
export type Scope = 'report' | 'part' | 'article' | 'subsection' | 'section';

/** A request taken apart. */
export interface ReadRequest {
  /** What is left when the words are gone that only ask for a summary: the words that name the section. */
  content: string;
  length: SummaryLength;
  /** A number of points or sentences that was asked for. */
  mostPoints?: number;
  scope?: Scope;
  /** Printed page numbers, first and last. */
  pages?: { from: string; to: string };
  /** `第二部分`: its position among its kind, from 1; negative counts from the end. */
  ordinal?: number;
}

const LENGTHS = (['detailed', 'brief'] as const).map((length) => [length, words(`summary/${length}`)] as const);
/** Each piece in a sentence is no summary of a sentence. */
const EACH = words('summary/sentence of each');
/** `几句话`, `a few`: so many. */
const FEW = 6;
/** The one that is named first here is meant. */
const SCOPES = [
  ['report', words('summary/of a report')],
  ['subsection', words('summary/of a subsection')],
  ['part', words('summary/of a part')],
  ['article', words('summary/of an article')],
  ['section', words('summary/of a section')],
] as const;
/** Words of a request that say nothing of the section, longest first. */
const ASKING = words('summary/asks');
/** They say nothing at the end of a word, or before a longer one. */
const ASKING_AT_END = words('summary/asks at the end');
const ASKING_BEFORE = words('summary/asks before');
/** `概括成三句话`: what it is to become. */
const BECOMES = words('summary/becomes');
const WHAT_IT_BECOMES = /^[^，。]{0,6}/u;

/** Takes a request apart. */
export function readRequest(text: string): ReadRequest {
  const plain = text.normalize('NFKC');
  const whole = EACH.blank(plain);
  const pages = findPages(whole);
  const unpaged = without(whole, pages);
  const position = findPosition(unpaged);
  return {
    content: contentOf(without(unpaged, position)),
    length: LENGTHS.find(([, says]) => says.isIn(whole))?.[0] ?? 'standard',
    ...given({
      mostPoints: countIn(unpaged),
      scope: scopeOf(plain),
      pages: pages && { from: pages.from, to: pages.to },
      ordinal: position?.position,
    }),
  };
}

function without(text: string, found: Span | undefined): string {
  return found ? `${text.slice(0, found.start)} ${text.slice(found.end)}` : text;
}

/** What stands in quotation marks is a name and stays whole. */
function contentOf(text: string): string {
  const pieces = text.split(/([“"「『《][^“”"「」『』《》]{2,40}[”"」』》])/u);
  return oneLine(pieces.map((piece, at) => (at % 2 === 1 ? piece : withoutAsking(piece))).join(' '))
    .replaceAll(/(?<=^|\s)[\p{P}\s]+(?=\s|$)/gu, '')
    .trim();
}

function withoutAsking(piece: string): string {
  const asking = [
    ...BECOMES.find(piece).map(({ start, end }) => ({
      start,
      end: end + (WHAT_IT_BECOMES.exec(piece.slice(end))?.[0].length ?? 0),
    })),
    ...ASKING.find(piece),
    ...ASKING_AT_END.find(piece).filter(({ end }) => !startsWithLetter(piece.slice(end))),
    ...ASKING_BEFORE.find(piece).filter(({ end }) => piece.length - end > 1),
  ];
  return [...piece]
    .map((character, at) => (asking.some(({ start, end }) => at >= start && at < end) ? ' ' : character))
    .join('')
    .replaceAll(/['’]s\b/gu, ' ');
}

/** `the section of that article`: the smaller of the two is meant. */
function scopeOf(text: string): Scope | undefined {
  const named = SCOPES.filter(([, names]) => names.isIn(text)).map(([scope]) => scope);
  return named.includes('article') && named.includes('section') ? 'subsection' : named[0];
}

function countIn(text: string): number | undefined {
  const found = findCountOfPoints(text);
  if (found === undefined || found.count !== undefined) return found?.count;
  return found.ofSentences ? FEW : undefined;
}
