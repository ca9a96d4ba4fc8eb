import type { Glyph } from './painted-page.ts';

/** The same character this near, in shares of its height, is the same one drawn again: bold made by drawing twice. */
const SAME_PLACE = 0.12;
const SAME_SIZE = 1.1;

/** Each character once, however often it is drawn at its place, and how many were drawn again. */
export function singleGlyphs(glyphs: Glyph[]): { single: Glyph[]; doubled: number } {
  const again = new Set<Glyph>();
  for (const [text, same] of Map.groupBy(glyphs, (glyph) => glyph.text)) {
    if (same.length > 1 && text.trim() !== '') for (const glyph of drawnAgain(same)) again.add(glyph);
  }
  return { single: again.size === 0 ? glyphs : glyphs.filter((glyph) => !again.has(glyph)), doubled: again.size };
}

/** Of equal characters, those that stand where one stands already. */
function drawnAgain(glyphs: Glyph[]): Glyph[] {
  const sorted = glyphs.toSorted((a, b) => a.x - b.x);
  const kept: Glyph[] = [];
  return sorted.filter((glyph) => {
    const near = SAME_PLACE * glyph.size;
    for (let at = kept.length - 1; at >= 0; at--) {
      const other = kept[at];
      if (!other || glyph.x - other.x >= near) break;
      if (Math.abs(glyph.base - other.base) < near && isSameSize(glyph, other)) return true;
    }
    kept.push(glyph);
    return false;
  });
}

function isSameSize(a: Glyph, b: Glyph): boolean {
  return Math.max(a.size, b.size) <= SAME_SIZE * Math.min(a.size, b.size);
}
