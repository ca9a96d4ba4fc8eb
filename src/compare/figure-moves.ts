import type { Span } from '../domain/report.ts';
import type { Direction } from '../lexicon/directions.ts';

/** How a figure stands to a rise or fall: by how much, up or down to where, or neither. */
export type Move = ({ kind: 'by'; sign: 1 | -1 | undefined } | { kind: 'to'; sign: 1 | -1 } | { kind: 'level' }) & {
  /** The word that says so. */
  text?: string;
};

/** Between a direction and the figure by which, or to which, something moves. */
const BY =
  /^[\s了约近达超过逾的幅度]*(?:(?:by|of|about|around|nearly|almost|over|more than|some|an?|roughly|another)\s+)*$/iu;
const TO = /^[^，。；,;.]{0,12}?(?:[至到为]|\bto\b|达到?)[^，。；,;.]{0,8}$/iu;
/** A direction that says itself that a place is reached: 增至. */
const ENDS_THERE = /[至到]$/u;
const AFTER = /^\s?(?:的|a |an |year-on-year |yoy |annual )?\s?$/iu;
/** `$28,832 or 18%`: the same move told twice; `4% and 6%`: both move. */
const TWICE = /^\s*(?:or|and|,|或|即|和|与|及|、|[（(])\s*$/iu;
/** Between two figures of one clause, where the second leaves out what the first says: `A rose 4 % and B 6 %`. */
const LEFT_OUT =
  /^[^，。；;]{0,16}(?:\band(?:\s+(?!at|to|is|was|for|of|now|stands?)[\w'’-]+){1,3}|[和与及、][^，。；,;]{1,12})\s*$/iu;
const BY_HOW_MUCH = /\bby(?: (?:about|around|nearly|almost|over|more than|some|roughly))?\s*$/iu;
/** Names a rise, and is none itself: 增速为5%, `up 5%`. */
const RATE =
  /(?<sign>增速|增幅|涨幅|增长率|升幅|降幅|跌幅|下降率|growth(?: rate)?|(?<=(?:^|[,(]|\b(?:was|were|is|are)) ?)(?:up|down))(?:(?<=\p{Script=Han})[^，。；,;.\d]{0,8}| (?:(?:of|by|was|at|about) ?)?)$/iu;
/** The head of a column of changes, before its cell: `比上年增减(%) -3.1`, `% Change (4%)`. */
const CHANGE_CELL = /(?:增减|变动|变化|\bchange\b)[^，。；;\d]{0,24}? (?<minus>[-−–(]?)$/iu;
/** By how much one is more than another: `比乙厂多`, `高于全国`. */
const DIFFERS_BY = /[比较][^，。；\d]{1,16}[多高大少低小]出?[了约近]?$|[高低多少大小]于[^，。；\d]{1,10}$/u;
const UP_TO = /\bup to\s*$/iu;
const FALLS = /降幅|跌幅|下降率|down/iu;
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
  if (last !== undefined && gap !== undefined) {
    if (ENDS_THERE.test(last.text) && BY.test(gap)) return { kind: 'to', sign: last.sign, text: last.text };
    if (BY.test(gap)) return { kind: 'by', sign: last.sign, text: last.text };
    if (TO.test(gap)) return { kind: 'to', sign: last.sign, text: last.text };
  }
  const before = text.slice(Math.max(0, figure.start - RATE_BEFORE), figure.start);
  if (DIFFERS_BY.test(before)) return { kind: 'by', sign: undefined };
  const rate = UP_TO.test(before) ? undefined : RATE.exec(before)?.groups?.['sign'];
  if (rate !== undefined) return { kind: 'by', sign: FALLS.test(rate) ? -1 : 1, text: rate };
  const cell = CHANGE_CELL.exec(before)?.groups?.['minus'];
  if (cell !== undefined) return { kind: 'by', sign: cell === '' ? 1 : -1, text: cell };
  const next = changes.find(({ start }) => start >= figure.end);
  const isAnothers = figures.some(({ start }) => next && start >= next.end && BY.test(text.slice(next.end, start)));
  if (next !== undefined && !isAnothers && AFTER.test(text.slice(figure.end, next.start)))
    return { kind: 'by', sign: next.sign, text: next.text };
  if (BY_HOW_MUCH.test(before)) return { kind: 'by', sign: undefined };
  return fromBefore(figure, text, directions, figures);
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
  const isSaid = between !== undefined && (TWICE.test(between) || LEFT_OUT.test(between));
  if (!before || !isSaid || (before.kind !== figure.kind && !TWICE.test(between))) return { kind: 'level' };
  return moveAt(
    before,
    text,
    directions,
    figures.filter(({ start }) => start < before.start),
  );
}

/** True when one says by how much and the other where, or one up and the other down. */
export function movesApart(claimed: Move, held: Move): boolean {
  if (claimed.kind !== 'level' && claimed.kind === held.kind)
    return claimed.sign !== undefined && held.sign !== undefined && claimed.sign !== held.sign;
  return (claimed.kind === 'by') !== (held.kind === 'by');
}
