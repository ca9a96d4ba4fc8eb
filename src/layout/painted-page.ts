/** A rectangle in points from the page's top left corner, as the page is shown. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A character as it is painted. */
export interface Glyph {
  text: string;
  /** Where it begins on its base line, and how far it reaches along it. */
  x: number;
  base: number;
  width: number;
  /** Height of the type. */
  size: number;
  /** Degrees by which its base line is turned, clockwise: 0 for what reads on, 90 for what runs downwards. */
  angle: number;
  font: string;
  isBold: boolean;
  /** 0xRRGGBB; undefined for a pattern. */
  colour: number | undefined;
  /**
   * Why nobody sees it, as far as it says itself: drawn in no colour, next to transparent, or outside of what is shown.
   */
  unseen?: 'no_paint' | 'transparent' | 'outside';
  /** Position among all that is painted. */
  order: number;
}

/** A filled rectangle or a picture. */
export interface Area extends Rect {
  order: number;
  /** 0xRRGGBB; undefined when it is a picture, a pattern, or of another shape than its rectangle. */
  colour: number | undefined;
  /** Whether nothing under it is seen. */
  hides: boolean;
  isPicture: boolean;
}

/** A thin straight line, level or upright. */
export interface Rule extends Rect {
  isLevel: boolean;
}

/** What is painted on a page, the way it is shown. Lengths in points, y downwards. */
export interface PaintedPage {
  width: number;
  height: number;
  glyphs: Glyph[];
  areas: Area[];
  rules: Rule[];
}

/** Whether a character shows anything. */
export function isInk({ text }: Glyph): boolean {
  const code = text.charCodeAt(0);
  // Nearly all of a page's characters, told without a copy.
  if ((code > SPACE && code < DELETE) || (code > LAST_BLANK && code < NO_BREAK)) return true;
  return text.trim() !== '';
}

const [SPACE, DELETE] = [0x20, 0x7f];
/** No character between these two is blank: the ideographic space, and the one that is no break. */
const [LAST_BLANK, NO_BREAK] = [0x3000, 0xfeff];

/** Middle of a character: half of its width on, a third of its height above the base line. */
export function middleOf({ x, base, width, size, angle }: Glyph): { x: number; y: number } {
  if (angle === 0) return { x: x + width / 2, y: base - size * 0.35 };
  const turn = (angle * Math.PI) / 180;
  const [along, above] = [width / 2, size * 0.35];
  return {
    x: x + along * Math.cos(turn) + above * Math.sin(turn),
    y: base + along * Math.sin(turn) - above * Math.cos(turn),
  };
}

/** Whether a point lies in a rectangle. */
export function isWithin({ x, y }: { x: number; y: number }, { left, top, right, bottom }: Rect): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** What two rectangles share; of two that share nothing, an empty one. */
export function sharedPart(a: Rect, b: Rect): Rect {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  return {
    left,
    top,
    right: Math.max(left, Math.min(a.right, b.right)),
    bottom: Math.max(top, Math.min(a.bottom, b.bottom)),
  };
}
