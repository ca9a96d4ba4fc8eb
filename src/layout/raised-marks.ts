import type { Glyph } from './painted-page.ts';
import { isInk } from './painted-page.ts';

/** Against its neighbour on the left: a mark is at most so high, stands this much above its base line, this near. */
const SMALLER = 0.75;
const RAISED = { least: 0.2, most: 0.6 };
const GAP = { least: -0.2, most: 0.45 };
/** Marks of one note stand this near to each other, in heights of the mark, on one base line. */
const NEXT_GAP = 0.6;
const SAME_BASE = 0.15;
/** Characters are looked up in rows of so many points. */
const ROW = 8;

/** Squares and cubes are part of their unit, and these letters of the word before them. */
const POWER: Record<string, string> = { '2': '²', '3': '³' };
const LENGTHS = new Set(['m', 'km', 'cm', 'mm', 'dm', '米']);
const ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'tm', 'sm', 'e', 'o', 'er', 're']);

/**
 * Takes out the raised numbers and letters that point to notes: a figure with a note's mark behind it is not a longer
 * figure. Powers of lengths become their own characters; raised endings of words come down to their line.
 */
export function withoutMarks(glyphs: Glyph[]): { glyphs: Glyph[]; marks: number } {
  const lookup = openLookup(glyphs);
  const ownerOf = new Map<Glyph, Glyph>();
  for (const glyph of glyphs.toSorted((a, b) => a.x - b.x)) {
    if (!isInk(glyph)) continue;
    const owner =
      lookup.owner(glyph) ??
      // Without a mark there is none that another goes on from.
      (ownerOf.size > 0 ? ownerOf.get(lookup.before(glyph, NEXT_GAP, SAME_BASE, ownerOf) ?? glyph) : undefined);
    if (owner) ownerOf.set(glyph, owner);
  }
  if (ownerOf.size === 0) return { glyphs, marks: 0 };
  const changed = new Map<Glyph, Glyph | undefined>();
  for (const mark of runsOf([...ownerOf.keys()])) {
    const [first] = mark;
    const owner = first && ownerOf.get(first);
    if (!owner) continue;
    const text = mark.map((glyph) => glyph.text).join('');
    const power = LENGTHS.has(lookup.wordAt(owner)) ? POWER[text] : undefined;
    const isEnding = ENDINGS.has(text.toLowerCase()) && /[\d\p{L}]/u.test(owner.text);
    for (const glyph of mark) {
      if (power !== undefined) changed.set(glyph, { ...glyph, text: power, base: owner.base, size: owner.size });
      else changed.set(glyph, isEnding ? { ...glyph, base: owner.base, size: owner.size } : undefined);
    }
  }
  const kept = glyphs.flatMap((glyph) => (changed.has(glyph) ? (changed.get(glyph) ?? []) : [glyph]));
  return { glyphs: kept, marks: glyphs.length - kept.length };
}

/** Marks that stand beside each other are one. */
function runsOf(marks: Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const mark of marks.toSorted((a, b) => Math.round(a.base - b.base) || a.x - b.x)) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last && Math.abs(last.base - mark.base) < SAME_BASE * mark.size && isNear(last, mark);
    if (isNext) runs.at(-1)?.push(mark);
    else runs.push([mark]);
  }
  return runs;
}

function isNear(left: Glyph, right: Glyph): boolean {
  const gap = right.x - (left.x + left.width);
  return gap > -NEXT_GAP * right.size && gap < NEXT_GAP * right.size;
}

type Stretch = readonly [number, number];
/** What is left out for its size must not be left out for a rounding. */
const NEARLY = 0.999;

interface Lookup {
  /** The larger character that a raised one stands behind. */
  owner(glyph: Glyph): Glyph | undefined;
  /** The marked character right before another on its base line. */
  before(glyph: Glyph, gap: number, base: number, among: ReadonlyMap<Glyph, Glyph>): Glyph | undefined;
  /** The word that ends with a character. */
  wordAt(glyph: Glyph): string;
}

function openLookup(glyphs: Glyph[]): Lookup {
  const ink = glyphs.filter(isInk);
  const rows = new Map(
    [...Map.groupBy(ink, ({ base }) => Math.floor(base / ROW))].map(([row, those]) => [
      row,
      those.toSorted((a, b) => a.x - b.x),
    ]),
  );
  const largest = ink.reduce((most, { size }) => Math.max(most, size), 0);
  const widest = ink.reduce((most, { width }) => Math.max(most, width), 0);
  const largestIn = new Map(
    [...rows].map(([row, those]) => [row, those.reduce((most, { size }) => Math.max(most, size), 0)]),
  );

  /** Characters of the rows from a height to another that begin within a stretch, of rows that hold one so high. */
  function near([from, to]: Stretch, [left, right]: Stretch, leastSize = 0): Glyph[] {
    const found: Glyph[] = [];
    for (let row = Math.floor(from / ROW); row <= Math.floor(to / ROW); row++) {
      if ((largestIn.get(row) ?? 0) < leastSize) continue;
      const those = rows.get(row) ?? [];
      for (let at = firstFrom(those, left); at < those.length; at++) {
        const glyph = those[at];
        if (!glyph || glyph.x > right) break;
        found.push(glyph);
      }
    }
    return found;
  }

  function leftOf(glyph: Glyph, gap: number, base: number): Glyph | undefined {
    const around = near([glyph.base - base, glyph.base + base], [glyph.x - widest - gap, glyph.x + gap]);
    return around.find((other) => {
      const between = glyph.x - (other.x + other.width);
      return other !== glyph && Math.abs(other.base - glyph.base) <= base && Math.abs(between) <= gap;
    });
  }

  return {
    owner(glyph) {
      if (glyph.size > SMALLER * largest) return undefined;
      let best: Glyph | undefined;
      const [below, back] = [RAISED.most * largest, widest + GAP.most * largest];
      const leastSize = (glyph.size / SMALLER) * NEARLY;
      for (const other of near([glyph.base, glyph.base + below], [glyph.x - back, glyph.x], leastSize)) {
        if (glyph.size > SMALLER * other.size) continue;
        const raised = (other.base - glyph.base) / other.size;
        const gap = (glyph.x - (other.x + other.width)) / other.size;
        const isOwner = raised >= RAISED.least && raised <= RAISED.most && gap >= GAP.least && gap <= GAP.most;
        if (isOwner && (!best || Math.abs(other.base - glyph.base) < Math.abs(best.base - glyph.base))) best = other;
      }
      return best;
    },
    before(glyph, gap, base, among) {
      const found = leftOf(glyph, gap * glyph.size, base * glyph.size);
      return found && among.has(found) ? found : undefined;
    },
    wordAt(glyph) {
      let word = glyph.text;
      let at: Glyph | undefined = glyph;
      while (at && word.length < 4) {
        at = leftOf(at, 0.12 * at.size, 0.1 * at.size);
        if (at) word = at.text + word;
      }
      return word;
    },
  };
}

/** Index of the first character that begins at or after a place. */
function firstFrom(glyphs: Glyph[], left: number): number {
  let [from, to] = [0, glyphs.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((glyphs[middle]?.x ?? 0) < left) from = middle + 1;
    else to = middle;
  }
  return from;
}
