import { moveAt } from '../compare/figure-moves.ts';
import type { Zone } from '../compare/figure-zones.ts';
import type { ReadText } from '../compare/read-text.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Span } from '../domain/report.ts';
import type { Clause, Mention } from '../domain/statement.ts';
import { words } from '../lexicon/lexicon.ts';
import { isQuestionWord } from '../lexicon/question-words.ts';
import { withQualifier } from '../quantities/qualifiers.ts';
import { clauseAround } from '../text/clauses.ts';
import { holdsHan } from '../text/holds-letters.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { COMPARED, nounPhrases, partAtOf } from './noun-phrases.ts';
import type { ReadFact } from './read-fact.ts';
import { atSpaces, closeHan } from '../text/white-space.ts';

/** Right behind a figure, what it counts: `175 家公司`, `30 countries`. */
const NEAR = 3;
/** `$347 million of other income`: what it is an amount of, whatever stands before it. */
const OF = /^\s*of\s+/iu;
/** `30%的目标`, `$700 million in royalties`: the same where nothing stands before it. */
const IN = /^\s*in\s+/iu;
/** `Israel at 15%`: of what, nobody knows; only `the margin was 15%` says so. */
const IS = /\b(?:was|were|is|are|be|of|to)\b/iu;
const OF_CHINESE = '的';
/** What stands before a figure and only leads up to it. */
const LEADS = words('figure label/leads');
const SPEAKS = words('speaks first');

/** What the last figure of a statement was of: the next one may go on with it. */
export interface Carried {
  subject: string | undefined;
  measure: string;
}

/** What a figure is of. */
export interface Bound {
  subject: string | undefined;
  measure: string;
  /** The measure without what is said of its change: what the next figure goes on with. */
  base: string;
  unsure: ReadFact['unsure'];
}

/** Tells a word of the dictionary. */
export type IsWord = (word: string) => boolean;

/** What stands around a figure. */
export interface Around {
  isWord: IsWord;
  at: number;
  clause: Clause;
  read: ReadText;
  zone: Zone;
  besides: readonly Span[];
  carried: Carried | undefined;
}

/**
 * What a figure measures, by the words before and behind it in its part of the clause.
 * @returns undefined when nothing says it
 */
export function bindMeasure(text: string, figure: Quantity, around: Around): Bound | undefined {
  const { at, read, zone, besides, carried, isWord } = around;
  const speaker = around.clause.attribution ? [around.clause.attribution] : [];
  const { start, end } = withQualifier(text, figure);
  const { clause } = zone;
  const before = Math.max(
    clause.start,
    read.figures.findLast((other, index) => index < at && other.end > clause.start)?.end ?? 0,
  );
  const next = read.figures.find((other, index) => index > at && other.start < clause.end)?.start ?? clause.end;
  const phrases = nounPhrases(
    text,
    { start: before, end: start },
    [...besides, ...bracketsIn(text), ...speaker],
    isWord,
  ).filter((phrase) => LEADS.first(phrase.text)?.start !== 0 && !isMove(phrase, read.moves));
  const behind = nounPhrases(text, { start: end, end: next }, besides, isWord);
  const subjects = { zone, carried, besides, clause: around.clause };
  const counted = countedIn(text, figure, behind);
  if (counted !== undefined) return { ...subjectBefore(phrases, subjects), measure: counted, base: counted };
  if (figure.kind === 'percent' && !holdsHan(text)) {
    const share = shareOf(text, figure, clause);
    if (share !== 'none') return share;
  }
  const moved = moveOf(figure, read);
  const last = phrases.at(-1);
  const [first] = behind;
  // 形成10亿元产值: what is done, and behind the figure to what.
  if (last && first && first.start === end && last.tail > last.end && last.tail === start)
    return { ...subjectBefore(phrases, subjects), measure: first.text, base: first.text };
  if (first && OF.test(text.slice(end)) && !/\bof\s*$/iu.test(text.slice(0, start)))
    return { ...subjectBefore(phrases, subjects), measure: first.text, base: first.text };
  const isShare = figure.kind === 'percent' && moved === undefined && !holdsHan(text);
  if (last && isShare && !IS.test(text.slice(last.end, start))) return undefined;
  if (last) return fromPhrases(last, phrases.slice(0, -1), { figure, moved, text, start, subjects });
  const amountOf = IN.test(text.slice(end)) || text.startsWith(OF_CHINESE, end) ? first?.text : undefined;
  if (amountOf !== undefined) return { ...subjectBefore([], subjects), measure: amountOf, base: amountOf };
  if (carried === undefined) return undefined;
  const { subject, measure } = carried;
  return { subject, measure: joined(measure, moved), base: measure, unsure: [] };
}

/** Says that something rises or falls, and not what. */
function isMove({ start, end, text }: NounPhrase, moves: ReadText['moves']): boolean {
  return moves.some(
    (move) => move.axis === 'change' && move.start < end && move.end >= end && isBare(text, move, start),
  );
}

/** Nothing stands before the move but what it is compared with. */
function isBare(phrase: string, move: Span, start: number): boolean {
  const before = phrase.slice(0, Math.max(0, move.start - start));
  return before === '' || COMPARED.has(before);
}

function bracketsIn(text: string): Span[] {
  return [...text.matchAll(/[(（][^()（）]{0,80}[)）]/gu)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }));
}

/** Words of a clause that say what share a percentage is. */
const MOST_WORDS = 14;

/**
 * `58% of Americans say that …`: the words behind it say what it is a share of.
 * @returns undefined for a share in brackets, of which it is not certain what of the sentence it is
 */
function shareOf(text: string, { start, end }: Quantity, clause: Span): Bound | 'none' | undefined {
  if (/\(\s*$/u.test(text.slice(0, start))) return undefined;
  if (!OF.test(text.slice(end)) || /\bof\s*$/iu.test(text.slice(0, start))) return 'none';
  const rest = atSpaces(text.slice(end, clause.end).trim()).slice(0, MOST_WORDS).join(' ');
  const [, whole = rest, says = ''] = /^of\s+(\S+(?:\s+\S+)?)\s+(.+)$/iu.exec(rest) ?? [];
  return says === '' ? 'none' : { subject: undefined, measure: `share of ${whole} ${says}`, base: whole, unsure: [] };
}

interface Subjects {
  besides: readonly Span[];
  zone: Zone;
  carried: Carried | undefined;
  clause: Clause;
}

function fromPhrases(
  last: NounPhrase,
  before: readonly NounPhrase[],
  {
    figure,
    moved,
    text,
    start,
    subjects,
  }: {
    figure: Quantity;
    moved: (Move & { isBy: boolean }) | undefined;
    text: string;
    start: number;
    subjects: Subjects;
  },
): Bound {
  // 占全球总量31%: a share is of what the verb before the phrase says.
  if (figure.kind === 'percent' && last.verb?.length === 1 && moved === undefined) {
    const whole = withoutLeads(text.slice(last.start, tailOf(last, text, start)));
    const measure = closeHan(`${last.verb}${whole}`);
    return { ...subjectBefore(before, subjects), measure, base: measure };
  }
  const tail = moved !== undefined && moved.start < last.tail ? moved.start : tailOf(last, text, start);
  const whole = closeHan(withoutLeads(text.slice(last.start, Math.max(last.end, tail))));
  const parted = partAtOf({ text: whole });
  const base = parted?.what ?? whole;
  const own = parted ? { subject: parted.whose, unsure: [] } : subjectBefore(before, subjects);
  const isInside = own.subject !== undefined && base.includes(own.subject) && !base.startsWith(own.subject);
  return { ...own, ...(isInside ? { subject: subjects.carried?.subject } : {}), measure: joined(base, moved), base };
}

/** Verbs behind a phrase belong to it when they lead straight to the figure: 资本开支预算为. */
function tailOf({ end, tail }: NounPhrase, text: string, figure: number): number {
  return tail <= figure && withoutLeads(`-${text.slice(tail, figure)}`) === '-' ? tail : end;
}

/** Without the words at its end that only lead up to the figure. */
function withoutLeads(text: string): string {
  const whole = text.trimEnd();
  const lead = LEADS.first(whole) ?? (SPEAKS.isAtEnd(whole) ? SPEAKS.find(whole).at(-1) : undefined);
  return lead === undefined || lead.start === 0 ? whole : withoutLeads(whole.slice(0, lead.start));
}

/** The phrase before the measure, else whom the clause names, else whose the figure before was. */
function subjectBefore(
  phrases: readonly NounPhrase[],
  { zone, carried, clause, besides }: Subjects,
): Pick<Bound, 'subject' | 'unsure'> {
  const before = phrases.at(-1)?.text;
  if (before !== undefined) return { subject: before, unsure: [] };
  const isWhose = ({ kind }: Mention) => kind === 'company' || kind === 'person' || kind === 'other';
  const named = clause.names.find(isWhose)?.name;
  if (named !== undefined) return { subject: named, unsure: [] };
  if (carried?.subject !== undefined) return { subject: carried.subject, unsure: [] };
  // Whom another clause names may have nothing to do with it.
  const guess = zone.names.findLast(
    ({ start, end, text }) =>
      start >= zone.clause.start &&
      !isQuestionWord(text.toLowerCase()) &&
      !besides.some((other) => start < other.end && other.start < end),
  )?.text;
  return guess === undefined ? { subject: undefined, unsure: [] } : { subject: guess, unsure: ['subject'] };
}

interface Move extends Span {
  text: string;
}

/** The rise or fall that the figure is the size of; where something has risen to it, nothing moves. */
function moveOf(figure: Quantity, { text, moves, figures }: ReadText): (Move & { isBy: boolean }) | undefined {
  const { kind } = moveAt(figure, text, moves, figures);
  if (kind === 'level') return undefined;
  const { start: from } = clauseAround(text, figure);
  const near = moves.findLast(({ axis, start, end }) => axis === 'change' && start >= from && end <= figure.start);
  const behind = moves.find(({ axis, start }) => axis === 'change' && start >= figure.end);
  const move = near ?? behind;
  return move && { start: move.start, end: move.end, text: move.text, isBy: kind === 'by' };
}

/** What stands right behind a count, or its unit where that says what is counted. */
function countedIn(text: string, { kind, end }: Quantity, behind: readonly NounPhrase[]): string | undefined {
  if (kind !== 'count') return undefined;
  const [first] = behind;
  const gap = first ? text.slice(end, first.start).replaceAll(/[\s“”"《]/gu, '') : '';
  // 20多家其他企业: a word between them may say which, none may say what is done.
  if (!first || gap.length > NEAR || /\P{L}/u.test(gap) || (gap !== '' && first.verb !== undefined)) return undefined;
  return partAtOf(first)?.whose ?? first.text;
}

function joined(measure: string, move: (Move & { isBy: boolean }) | undefined): string {
  if (move === undefined || !move.isBy || measure.endsWith(move.text)) return measure;
  return holdsHan(measure) ? `${measure}${move.text}` : `${measure} ${move.text}`;
}
