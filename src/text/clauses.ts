import type { Span } from '../domain/report.ts';
import { endsInAbbreviation } from './sentences.ts';
import { holdsWord } from './holds-letters.ts';

/** A stretch of a text. */
export interface Stretch extends Span {
  text: string;
}

/** A clause with the mark that ends it. */
interface Cut extends Span {
  /** Where the mark begins; the end of the text for a last clause without one. */
  markAt: number;
}

/**
 * What ends a clause: commas, semicolons, colons, dashes and whatever ends a sentence; none inside a number, a time or
 * a range of years (`1,200`, `10:30`, `2019—2021`), and no point inside a name (`C3.ai`).
 */
const CLAUSE_END = /[，；：。！？;!?\n]|(?<!\d)(?:[,:]|—+)|(?:[,:]|—+)(?!\d)|\.(?![\p{L}\d])/gu;

/** The clauses of a text in order, without the marks that end them. */
export function splitClauses(text: string): Stretch[] {
  return cutsOf(text).flatMap(({ start, markAt }) => {
    const clause = text.slice(start, markAt);
    return holdsWord(clause) ? [{ text: clause, start, end: markAt }] : [];
  });
}

/**
 * The clauses of a text with their marks: together they are the text.
 * @param marks cut behind these only: a sentence is shortened at a comma, and not within a time or a title
 */
export function clausesWithMarks(text: string, marks?: string): Stretch[] {
  const clauses: Stretch[] = [];
  let from = 0;
  for (const { markAt, end } of cutsOf(text)) {
    const isCut = end === text.length || marks === undefined || marks.includes(text.charAt(markAt));
    if (!isCut || end === from) continue;
    clauses.push({ text: text.slice(from, end), start: from, end });
    from = end;
  }
  return clauses;
}

/** The clause around a stretch of a text, without the mark that ends it. */
export function clauseAround(text: string, { start, end }: Span): Span {
  const cuts = cutsOf(text);
  const from = cuts.findLast((cut) => cut.start <= start)?.start ?? 0;
  const to = cuts.find((cut) => cut.markAt >= end)?.markAt ?? text.length;
  return { start: from, end: to };
}

/** True when a clause ends somewhere in a text. */
export function holdsClauseEnd(text: string): boolean {
  return cutsOf(text).some(({ markAt, end }) => markAt < end);
}

function cutsOf(text: string): Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(CLAUSE_END)) {
    if (mark === '.' && endsInAbbreviation(text.slice(start, index))) continue;
    cuts.push({ start, markAt: index, end: index + mark.length });
    start = index + mark.length;
  }
  return start < text.length || cuts.length === 0 ? [...cuts, { start, markAt: text.length, end: text.length }] : cuts;
}

/** What joins two things of one clause. */
const JOINS = /\b(?:and|but|while|versus|against|to)\b|[和与及、而至到]|以及/giu;

/** Those of them that lead to a figure as well. */
const LEADS = /^(?:to|至|到)$/iu;

/**
 * Where the last word that joins two things of a clause begins; undefined without one.
 * @param isFollowed whether something stands behind a place: `to` with nothing behind it leads to a figure, and joins
 *   only where no other word does: `profit to 3 and costs to 5`
 */
export function lastJoin(text: string, isFollowed: (at: number) => boolean = () => true): number | undefined {
  const joins = [...text.matchAll(JOINS)];
  const parting = joins.findLast(({ 0: join, index }) => isFollowed(index) || !LEADS.test(join));
  return (parting ?? joins.at(-1))?.index;
}
