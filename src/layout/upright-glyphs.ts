import type { Glyph, PaintedPage, Rect } from './painted-page.ts';
import { isInk } from './painted-page.ts';

/** Base lines that are turned by no more, in degrees, are level. */
const LEVEL = 3;
/** A page is turned when more than this share of its characters is. */
const MOST = 0.6;
const QUARTERS = [90, 180, -90] as const;

/** The page with most of its text level, what is left out of it, and by how many degrees it was turned for that. */
export interface UprightPage {
  page: PaintedPage;
  /** Characters at other angles: watermarks, heads at the side. */
  turnedOut: number;
  turnedBy: 0 | 90 | 180 | -90;
}

/** Turns a page whose text runs upwards, downwards or upside down, and takes out what is not level then. */
export function uprightPage(page: PaintedPage): UprightPage {
  if (page.glyphs.every(({ angle }) => angle === 0)) return { page, turnedOut: 0, turnedBy: 0 };
  const ink = page.glyphs.filter(isInk);
  const isAt = (angle: number) => (glyph: Glyph) => {
    const away = Math.abs(glyph.angle - angle);
    return Math.min(away, 360 - away) <= LEVEL;
  };
  const turnedBy = QUARTERS.find((angle) => ink.filter(isAt(angle)).length > MOST * ink.length) ?? 0;
  const level = page.glyphs.filter(isAt(turnedBy));
  const kept = { ...page, glyphs: level };
  return {
    page: turnedBy === 0 ? kept : turn(kept, turnedBy),
    turnedOut: ink.length - level.filter(isInk).length,
    turnedBy,
  };
}

/** Turns a page back by an angle. */
function turn(page: PaintedPage, angle: 90 | 180 | -90): PaintedPage {
  const { width, height, glyphs, areas, rules } = page;
  const point = (x: number, y: number) => turnPoint(x, y, angle, page);
  const rect = <T extends Rect>(each: T): T => {
    const [a, b] = [point(each.left, each.top), point(each.right, each.bottom)];
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    return { ...each, left, right, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
  };
  const isSwapped = angle !== 180;
  return {
    width: isSwapped ? height : width,
    height: isSwapped ? width : height,
    glyphs: glyphs.map((glyph) => {
      const { x, y } = point(glyph.x, glyph.base);
      return { ...glyph, x, base: y, angle: 0 };
    }),
    areas: areas.map(rect),
    rules: rules.map((rule) => ({ ...rect(rule), isLevel: isSwapped ? !rule.isLevel : rule.isLevel })),
  };
}

function turnPoint(x: number, y: number, angle: number, { width, height }: { width: number; height: number }) {
  if (angle === 90) return { x: y, y: width - x };
  if (angle === -90) return { x: height - y, y: x };
  return { x: width - x, y: height - y };
}

/** Where a rectangle of the turned page stands on the page as it is shown. */
export function turnBack<T extends Rect>(rect: T, turnedBy: UprightPage['turnedBy'], turned: PaintedPage): T {
  if (turnedBy === 0) return rect;
  const back = turnedBy === 180 ? 180 : -turnedBy;
  const [a, b] = [turnPoint(rect.left, rect.top, back, turned), turnPoint(rect.right, rect.bottom, back, turned)];
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  return { ...rect, left, right, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
}
