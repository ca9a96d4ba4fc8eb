import type { Span } from '../domain/report.ts';
import type { Direction } from '../lexicon/directions.ts';
import type { Words } from '../lexicon/lexicon.ts';
import { isComparing } from './comparing-words.ts';
import { words } from '../lexicon/lexicon.ts';

/** How a figure stands to a rise or fall: by how much, up or down to where, or neither. */
export type Move = ({ kind: 'by'; sign: 1 | -1 | undefined } | { kind: 'to'; sign: 1 | -1 } | { kind: 'level' }) & {
  /** The word that says so. */
  text?: string;
};

/** Between a direction and the figure by which, or to which, something moves. */
const BY = words('move/by');
const TO = words('move/to');
/** The most characters before and behind the word that says to where. */
const BEFORE_TO = 12;
const BEHIND_TO = 8;
/** A direction that says itself that a place is reached: 增至. */
const ENDS_THERE = words('move/to/there');
const NAMED_BEHIND = words('move/named behind');
/** `$28,832 or 18%`: the same move told twice; `4% and 6%`: both move. */
const TWICE = words('move/twice');
const TWICE_MARK = /^[,、（(]$/u;
/** Between two figures of one clause, where the second leaves out what the first says: `A rose 4 % and B 6 %`. */
const LEFT_OUT = /^[^，。；;]{0,16}\band(?:\s+(?!at|to|is|was|for|of|now|stands?)[\w'’-]+){1,3}\s*$/iu;
const LISTED = words('move/left out');
const BEFORE_LISTED = 16;
const LISTED_NAME = /^[^，。；,;]{1,12}\s*$/u;
const BY_HOW_MUCH = /\bby(?: (?:about|around|nearly|almost|over|more than|some|roughly))?\s*$/iu;
/** `Is named by 13 %`: those who do so, and no change. */
const DONE_BY = /\b(?:is|are|was|were|been|being) \w+(?:ed|en) by(?: \w+)?\s*$/iu;
/** Names a rise, and is none itself: 增速为5%, `up 5%`. */
const RATE = words('change named');
const SAME_PART = /^[^，。；,;\d]{0,16}$/u;
const COLLECTS = words('move/of money');
const TO_ITS_RATE = /^[^，。；,;.\d]{0,8}$/u;
const ENGLISH_RATE =
  /(?<sign>growth(?: rate)?|(?<=(?:^|[,(]|\b(?:was|were|is|are)) ?)(?:up|down)) (?:(?:of|by|was|at|about) ?)?$/iu;
/** The head of a column of changes, before its cell: `比上年增减(%) -3.1`, `% Change (4%)`. */
const COLUMN = words('move/column');
const TO_ITS_CELL = /^[^，。；;\d]* (?<minus>[-−–(]?)$/u;
/** By how much one is more than another: `比乙厂多`, `高于全国`. */
const THAN = words('differs/than');
const MORE = words('differs/by');
const MORE_THAN = words('differs/from');
const OTHER = /^[^，。；\d]{1,16}$/u;
const LEVEL_OF_OTHER = /^[^，。；\d]{1,10}$/u;
const UP_TO = /\bup to\s*$/iu;
/** So far before a figure its rate is named, in characters. */
const RATE_BEFORE = 24;

/** A figure with what it is of. */
export interface MovingFigure extends Span {
  kind: string;
}

/** How a figure moves in its text. */
export function moveAt(
  figure: MovingFigure,
  text: string,
  directions: readonly Direction[],
  figures: readonly MovingFigure[],
): Move {
  const changes = directions.filter(({ axis }) => axis === 'change');
  const last = changes.findLast(({ end }) => end <= figure.start);
  const gap = last === undefined ? undefined : text.slice(last.end, figure.start);
  const before = text.slice(Math.max(0, figure.start - RATE_BEFORE), figure.start);
  const isApart = isDifference(before);
  const named = RATE.find(text.slice(0, figure.start)).findLast(({ end }) =>
    SAME_PART.test(text.slice(end, figure.start)),
  );
  // `增速回落到5%`: what it is when it has moved is a rate of change.
  if (
    !isApart &&
    named &&
    (last === undefined || last.end <= named.start || isComparing(last.text) || saysWhereTo(gap ?? ''))
  )
    return { kind: 'by', sign: signOf(named), text: named.text };
  if (last !== undefined && COLLECTS.is(last.text) && figure.kind === 'money' && gap?.trim() === '')
    return { kind: 'level' };
  if (last !== undefined && gap !== undefined) {
    const isReached = isOnly(BY, gap) ? ENDS_THERE.isAtEnd(last.text) : saysWhereTo(gap);
    if (isOnly(BY, gap) && !isReached) return { kind: 'by', sign: last.sign, text: last.text };
    if (isReached) return { kind: 'to', sign: last.sign, text: last.text };
  }
  if (isApart) return { kind: 'by', sign: undefined };
  const rate = UP_TO.test(before) ? undefined : rateAtEnd(before);
  if (rate !== undefined) return { kind: 'by', ...rate };
  const cell = columnAtEnd(before);
  if (cell !== undefined) return { kind: 'by', sign: cell === '' ? 1 : -1, text: cell };
  const next = changes.find(({ start }) => start >= figure.end);
  const isAnothers = figures.some(({ start }) => next && start >= next.end && isOnly(BY, text.slice(next.end, start)));
  if (next !== undefined && !isAnothers && isOnly(NAMED_BEHIND, text.slice(figure.end, next.start)))
    return { kind: 'by', sign: next.sign, text: next.text };
  if (BY_HOW_MUCH.test(before) && !DONE_BY.test(before)) return { kind: 'by', sign: undefined };
  return fromBefore(figure, text, directions, figures);
}

/** True for a stretch that holds nothing else. */
function isOnly(these: Words, stretch: string): boolean {
  return these.blank(stretch).trim() === '';
}

function saysWhereTo(gap: string): boolean {
  return (
    !/[，。；,;.]/u.test(gap) &&
    TO.find(gap).some(({ start, end }) => start <= BEFORE_TO && gap.length - end <= BEHIND_TO)
  );
}

function isDifference(before: string): boolean {
  const more = MORE.find(before).at(-1);
  const other = more?.end === before.length ? before.slice(0, more.start) : undefined;
  return (
    (other !== undefined && THAN.find(other).some(({ end }) => OTHER.test(other.slice(end)))) ||
    MORE_THAN.find(before).some(({ end }) => LEVEL_OF_OTHER.test(before.slice(end)) && !NAMED_BEHIND.isAtEnd(before))
  );
}

/** A rate that is named right before its figure, and whether it is one of rises. */
function rateAtEnd(before: string): { sign: 1 | -1; text: string } | undefined {
  const named = RATE.find(before).find(({ end }) => TO_ITS_RATE.test(before.slice(end)));
  if (named) return { sign: signOf(named), text: named.text };
  const text = ENGLISH_RATE.exec(before)?.groups?.['sign'];
  return text === undefined ? undefined : { sign: text.toLowerCase() === 'down' ? -1 : 1, text };
}

function signOf({ class: kind }: { class: string }): 1 | -1 {
  return kind.endsWith('/down') ? -1 : 1;
}

/** What stands before the cell of a column of changes: a minus or nothing; undefined where none is named. */
function columnAtEnd(before: string): string | undefined {
  return COLUMN.find(before)
    .map(({ end }) => TO_ITS_CELL.exec(before.slice(end))?.groups?.['minus'])
    .find((minus) => minus !== undefined);
}

/** What the figure before it says for both. */
function fromBefore(
  figure: MovingFigure,
  text: string,
  directions: readonly Direction[],
  figures: readonly MovingFigure[],
): Move {
  const before = figures.findLast(({ end }) => end <= figure.start);
  const between = before && text.slice(before.end, figure.start);
  const isSaid = between !== undefined && (isToldTwice(between) || leavesOut(between));
  if (!before || !isSaid || (before.kind !== figure.kind && !isToldTwice(between))) return { kind: 'level' };
  return moveAt(
    before,
    text,
    directions,
    figures.filter(({ start }) => start < before.start),
  );
}

function isToldTwice(between: string): boolean {
  return TWICE.is(between.trim()) || TWICE_MARK.test(between.trim());
}

function leavesOut(between: string): boolean {
  const isListed = ({ start, end }: Span) =>
    start <= BEFORE_LISTED && !/[，。；;]/u.test(between.slice(0, start)) && LISTED_NAME.test(between.slice(end));
  return LEFT_OUT.test(between) || LISTED.find(between).some(isListed);
}

/** True when one says by how much and the other where, or one up and the other down. */
export function movesApart(claimed: Move, held: Move): boolean {
  if (claimed.kind !== 'level' && claimed.kind === held.kind)
    return claimed.sign !== undefined && held.sign !== undefined && claimed.sign !== held.sign;
  return (claimed.kind === 'by') !== (held.kind === 'by');
}
