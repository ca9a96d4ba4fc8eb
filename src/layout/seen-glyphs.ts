import type { Area, Glyph, PaintedPage } from './painted-page.ts';
import { isInk, isWithin, middleOf } from './painted-page.ts';

/** Colours that differ by no more in each part, of 255, are one to the eye. */
const SAME_COLOUR = 8;
const WHITE = 0xffffff;
/** The page is searched in so many strips each way. */
const CELLS = 24;
/** A scan: pictures cover this share of the page, and this share of its characters is drawn without paint. */
const SCAN = { covered: 0.6, unpainted: 0.9 };

/** The characters that people see on a page, and how many they do not. */
export interface SeenGlyphs {
  seen: Glyph[];
  hidden: number;
  /** True for a scan whose text was recognised by a program and laid under its picture, unseen. */
  isRecognised: boolean;
}

/**
 * Takes out what nobody sees: drawn without paint, transparent, outside of what is shown, in the colour of what is
 * under it, or under something drawn later. Blank characters stay: they show nothing either way.
 */
export function seenGlyphs(page: PaintedPage): SeenGlyphs {
  if (isScan(page)) {
    const seen = page.glyphs.filter(({ unseen }) => unseen === undefined || unseen === 'no_paint');
    return { seen, hidden: page.glyphs.length - seen.length, isRecognised: true };
  }
  const areasAt = areaIndex(page);
  const seen = page.glyphs.filter((glyph) => glyph.unseen === undefined && !isLost(glyph, areasAt));
  const hidden = page.glyphs.filter(isInk).length - seen.filter(isInk).length;
  return { seen, hidden, isRecognised: false };
}

function isScan({ width, height, glyphs, areas }: PaintedPage): boolean {
  const covered = areas
    .filter(({ isPicture }) => isPicture)
    .reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0);
  const ink = glyphs.filter(isInk);
  const unpainted = ink.filter(({ unseen }) => unseen === 'no_paint').length;
  return ink.length > 0 && covered >= SCAN.covered * width * height && unpainted >= SCAN.unpainted * ink.length;
}

function isLost(glyph: Glyph, areasAt: (point: { x: number; y: number }) => Area[]): boolean {
  if (!isInk(glyph)) return false;
  const middle = middleOf(glyph);
  let under: Area | undefined;
  for (const area of areasAt(middle)) {
    if (!isWithin(middle, area)) continue;
    if (area.order < glyph.order) under = area;
    else if (area.hides) return true;
  }
  const ground = under ? under.colour : WHITE;
  return glyph.colour !== undefined && ground !== undefined && isSameColour(glyph.colour, ground);
}

function isSameColour(a: number, b: number): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff)) <= SAME_COLOUR);
}

/** The areas that may lie over a point, in the order in which they are painted. */
function areaIndex({ width, height, areas }: PaintedPage): (point: { x: number; y: number }) => Area[] {
  const cells: Area[][] = Array.from({ length: CELLS * CELLS }, () => []);
  const columnOf = (x: number) => Math.min(CELLS - 1, Math.max(0, Math.floor((x / width) * CELLS)));
  const rowOf = (y: number) => Math.min(CELLS - 1, Math.max(0, Math.floor((y / height) * CELLS)));
  for (const area of areas) {
    for (let row = rowOf(area.top); row <= rowOf(area.bottom); row++) {
      for (let column = columnOf(area.left); column <= columnOf(area.right); column++)
        cells[row * CELLS + column]?.push(area);
    }
  }
  return ({ x, y }) => cells[rowOf(y) * CELLS + columnOf(x)] ?? [];
}
