import type { Glyph } from './painted-page.ts';
import { isInk } from './painted-page.ts';
import { holdsLetter, isWithoutSpaces } from '../text/holds-letters.ts';
import { startsWithDigit } from '../text/starts-with.ts';

/** Text on one base line without a wide gap. Lengths in points, y downwards. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  base: number;
  size: number;
  isBold: boolean;
  glyphs: Glyph[];
}

/** Base lines this near are one, in shares of the smaller type's height and in points. */
const SAME_BASE = { share: 0.16, points: 0.3 };
/** Types that differ by more do not stand in one row of characters. */
const SAME_SIZE = 1.45;

/**
 * Characters put together to pieces of lines, cut where a gap is wider than a share of the type's height.
 * @param cut the share
 */
export function piecesOf(glyphs: Glyph[], cut = 1): Piece[] {
  return rowsOf(glyphs).flatMap((row) => cutRow(row, cut));
}

/** Characters of about one size on one base line, each row from left to right. */
function rowsOf(glyphs: Glyph[]): Glyph[][] {
  const rows: { glyphs: Glyph[]; base: number; size: number }[] = [];
  let first = 0;
  for (const glyph of glyphs.toSorted((a, b) => a.base - b.base)) {
    if (!isInk(glyph)) continue;
    while (first < rows.length && (rows[first]?.base ?? 0) < glyph.base - glyph.size - SAME_BASE.points) first += 1;
    let row = rows.length - 1;
    while (row >= first && !isSameRow(rows[row], glyph)) row -= 1;
    const found = row >= first ? rows[row] : undefined;
    if (found) found.glyphs.push(glyph);
    else rows.push({ glyphs: [glyph], base: glyph.base, size: glyph.size });
  }
  return withBlanks(
    rows.map((row) => ({ ...row, glyphs: row.glyphs.toSorted((a, b) => a.x - b.x) })),
    glyphs,
  );
}

/** Blank characters go where they stand between others. */
function withBlanks(rows: { glyphs: Glyph[]; base: number; size: number }[], glyphs: Glyph[]): Glyph[][] {
  const byBase = Map.groupBy(
    glyphs.filter((glyph) => !isInk(glyph)),
    ({ base }) => Math.round(base),
  );
  if (byBase.size === 0) return rows.map((row) => row.glyphs);
  return rows.map(({ glyphs: row, base, size }) => {
    const blanks = [-1, 0, 1].flatMap((away) => byBase.get(Math.round(base) + away) ?? []);
    const own = blanks.filter((blank) => isSameRow({ base, size }, blank));
    return own.length === 0 ? row : [...row, ...own].toSorted((a, b) => a.x - b.x);
  });
}

function isSameRow(row: { base: number; size: number } | undefined, { base, size }: Glyph): boolean {
  if (!row) return false;
  const [smaller, larger] = [Math.min(row.size, size), Math.max(row.size, size)];
  return larger <= SAME_SIZE * smaller && Math.abs(row.base - base) <= SAME_BASE.share * smaller + SAME_BASE.points;
}

function cutRow(row: Glyph[], cut: number): Piece[] {
  const pieces: Glyph[][] = [];
  let end = -Infinity;
  for (const glyph of row) {
    if (!isInk(glyph)) {
      pieces.at(-1)?.push(glyph);
      continue;
    }
    if (glyph.x - end > cut * glyph.size) pieces.push([glyph]);
    else pieces.at(-1)?.push(glyph);
    end = Math.max(end, glyph.x + glyph.width);
  }
  return pieces.map(pieceFrom);
}

/** A piece from its characters, from left to right. */
export function pieceFrom(glyphs: Glyph[]): Piece {
  const ink = glyphs.filter(isInk);
  const [first] = ink;
  const size = typical(ink.map((glyph) => Math.round(glyph.size * 10) / 10));
  return {
    text: textOf(glyphs),
    left: first?.x ?? 0,
    right: ink.reduce((right, { x, width }) => Math.max(right, x + width), -Infinity),
    base: first?.base ?? 0,
    size,
    isBold: ink.filter(({ isBold }) => isBold).length * 2 > ink.length,
    glyphs: ink,
  };
}

/** A piece cut where its words part, so that each stands in a box of its own. */
export function wordsOf({ glyphs }: Piece): Piece[] {
  return cutRow(glyphs, SPACE_GAP);
}

/** A gap wider than this share of the type's height is a space. */
const SPACE_GAP = 0.18;
/** Between characters that are written without spaces a gap must be this wide. */
const WIDE_GAP = 0.6;
/** Characters are set apart when most of the gaps between them are wider than this. */
const SET_APART = 0.12;
const LEAST_LETTERS = 4;

/** What decides where spaces stand beside a character. */
interface Script {
  isWithoutSpaces: boolean;
  isLetter: boolean;
  isDigit: boolean;
}

const scripts = new Map<string, Script>();
/** A report has some thousand different characters. */
const MOST_SCRIPTS = 50_000;

function scriptOf(text: string): Script {
  const known = scripts.get(text);
  if (known) return known;
  const script = {
    isWithoutSpaces: isWithoutSpaces(text),
    isLetter: holdsLetter(text),
    isDigit: startsWithDigit(text),
  };
  if (scripts.size < MOST_SCRIPTS) scripts.set(text, script);
  return script;
}

/** A character with the gap before it, in heights of type. */
interface Gap {
  gap: number;
  isBlank: boolean;
  /** Between two characters that are written without spaces. */
  isWide: boolean;
  text: string;
  script: Script;
}

/**
 * The text of a row. Letters that are set apart for looks close up; what is a space is told by the gaps, and by blank
 * characters where the letters are not set apart.
 */
function textOf(row: Glyph[]): string {
  const gaps = gapsOf(row);
  const apart = gapOfLetters(gaps);
  const isDigit = (at: number) => gaps[at]?.script.isDigit === true;
  const isNumberFrom = (at: number, inThrees: boolean) =>
    isDigit(at) && (!inThrees || (isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + 3)));
  let text = '';
  /** Its last two characters. */
  let end = '';
  gaps.forEach(({ gap, isBlank, isWide, text: character }, at) => {
    // A point within a number is narrow in many fonts; so is a comma before three digits.
    const isInNumber = !isBlank && isDigit(at) && /^\d[.,]$/u.test(end) && isNumberFrom(at, end.endsWith(','));
    const least = apart + (isWide || isInNumber ? WIDE_GAP : SPACE_GAP);
    const isSpace = apart > 0 ? gap > least : gap > least || (isBlank && gap > -SPACE_GAP);
    const added = at > 0 && isSpace ? ` ${character}` : character;
    text += added;
    end = (end + added).slice(-2);
  });
  return text;
}

function gapsOf(row: Glyph[]): Gap[] {
  const gaps: Gap[] = [];
  let last: { size: number; script: Script } | undefined;
  let end = 0;
  let isBlank = false;
  for (const glyph of row) {
    if (!isInk(glyph)) {
      isBlank = true;
      continue;
    }
    const { text, x, width, size } = glyph;
    const script = scriptOf(text);
    const isWide = last !== undefined && last.script.isWithoutSpaces && script.isWithoutSpaces;
    gaps.push({ gap: last ? (x - end) / Math.max(size, last.size) : 0, isBlank, isWide, text, script });
    end = last ? Math.max(end, x + width) : x + width;
    last = { size, script };
    isBlank = false;
  }
  return gaps;
}

/** The usual gap of letters that are set apart for looks; 0 where they are not. */
function gapOfLetters(gaps: Gap[]): number {
  // Not figures: those that stand side by side are several.
  const letters = gaps.filter(({ script }) => script.isLetter).length;
  if (gaps.length <= LEAST_LETTERS || letters * 2 <= gaps.length) return 0;
  const between = gaps.slice(1).map(({ gap }) => gap);
  // Half of them are narrower in nearly every row: no need to put them in order.
  if (between.filter((gap) => gap <= SET_APART).length > between.length / 2) return 0;
  const usual = median(between);
  return usual > SET_APART ? usual : 0;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * The most frequent value; 0 when there is none.
 * @param weights how often each counts; absent: once
 */
export function typical(values: readonly number[], weights?: readonly number[]): number {
  const [first = 0] = values;
  if (!weights && values.every((value) => value === first)) return first;
  const counts = new Map<number, number>();
  values.forEach((value, at) => {
    const weight = weights ? (weights[at] ?? 0) : 1;
    if (weight > 0) counts.set(value, (counts.get(value) ?? 0) + weight);
  });
  let best = 0;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) [best, most] = [value, count];
  }
  return best;
}
