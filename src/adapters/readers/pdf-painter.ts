import type { Area, Glyph, PaintedPage, Rect, Rule } from '../../layout/painted-page.ts';
import { isWithin, middleOf, sharedPart } from '../../layout/painted-page.ts';
import type { GraphicsState, Matrix } from './pdf-graphics-state.ts';
import { firstState, multiply, place, placeRect } from './pdf-graphics-state.ts';
import type { SubPath } from './pdf-path.ts';
import { isRectangle, sidesOf, subPathsOf } from './pdf-path.ts';

/** What is not higher, or not wider, is a rule, in points. */
const RULE_WIDTH = 2.6;
/** Less than this share of opacity is nothing that people see. */
const LEAST_ALPHA = 0.02;
/** More areas and rules than this on a page are a drawing, and no table: the rest is not kept. */
const MOST_SHAPES = 20_000;
/** White, and what nobody tells from it. */
const NEARLY_WHITE = 0xf7;

/** A character that a font draws. */
export interface PaintedCharacter {
  text: string;
  /** In the font's units. */
  width: number;
  isSpace: boolean;
}

/** What the characters of one run have in common. */
interface RunStyle extends Pick<Glyph, 'size' | 'angle' | 'font' | 'isBold' | 'colour'> {
  /** How much longer than its advance says a character is on the page. */
  stretch: number;
  unseen: Glyph['unseen'];
}

/** Takes down what is painted on a page, with the state that it is painted in. */
export interface Painter {
  state: GraphicsState;
  save(): void;
  restore(): void;
  transform(matrix: Matrix): void;
  /** Text: characters, and numbers that set the next one back, in thousandths of the type's height. */
  show(pieces: readonly (PaintedCharacter | number)[]): void;
  /** A path that is filled or stroked, or neither; it clips when `clipNext` was called before. */
  draw(path: ArrayLike<number>, how: { isFilled: boolean; isStroked: boolean }): void;
  clipNext(): void;
  /** No path at all, as a clip: nothing is shown. */
  clipAll(): void;
  clipTo(rect: Rect): void;
  /** A picture in the unit square. */
  picture(hides: boolean): void;
  /** Something over all that the clip leaves. */
  shade(): void;
  /** False while nothing is painted: in a layer that is switched off. */
  isShown: boolean;
  /** Whether what is filled now is seen at all, and whether nothing is seen through it. */
  isSeen(): boolean;
  isSolid(): boolean;
  done(): PaintedPage;
}

/** Begins a page of this size. */
export function openPainter(frame: Matrix, shown: { width: number; height: number }): Painter {
  const page = { left: 0, top: 0, right: shown.width, bottom: shown.height };
  const [glyphs, areas, rules]: [Glyph[], Area[], Rule[]] = [[], [], []];
  const saved: GraphicsState[] = [];
  let order = 0;
  let clips = false;

  function addArea(box: Rect, colour: number | undefined, kind: { hides: boolean; isPicture: boolean }): void {
    const shared = sharedPart(box, painter.state.clip);
    const isEmpty = shared.right - shared.left <= 0 || shared.bottom - shared.top <= 0;
    if (isEmpty || areas.length >= MOST_SHAPES) return;
    areas.push({ ...shared, order, colour, ...kind });
  }

  function addRule(box: Rect): void {
    const { clip } = painter.state;
    const isShown =
      box.left <= clip.right && box.right >= clip.left && box.top <= clip.bottom && box.bottom >= clip.top;
    if (!isShown || rules.length >= MOST_SHAPES) return;
    const shared = sharedPart(box, clip);
    rules.push({ ...shared, isLevel: box.right - box.left >= box.bottom - box.top });
  }

  function fill(path: SubPath): void {
    const { fill: colour, isClipExact } = painter.state;
    if (!painter.isSeen()) return;
    const isExact = isRectangle(path) && isClipExact;
    const { left, right, top, bottom } = path.box;
    if (Math.min(right - left, bottom - top) <= RULE_WIDTH) {
      if (!isWhite(colour)) addRule(path.box);
      return;
    }
    const isSolid = isExact && painter.isSolid() && colour !== undefined;
    addArea(path.box, isSolid ? colour : undefined, { hides: isSolid, isPicture: false });
  }

  function stroke(path: SubPath): void {
    const { stroke: colour, strokeAlpha, lineWidth, matrix, isBlended, isMasked } = painter.state;
    if (strokeAlpha < LEAST_ALPHA || path.isCurved) return;
    const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    for (const side of sidesOf(path)) {
      if (!side.isStraight) continue;
      if (width <= RULE_WIDTH) {
        if (!isWhite(colour)) addRule(side);
        continue;
      }
      const half = width / 2;
      const box = side.isLevel
        ? { ...side, top: side.top - half, bottom: side.bottom + half }
        : { ...side, left: side.left - half, right: side.right + half };
      const isSolid = strokeAlpha >= 1 - LEAST_ALPHA && !isBlended && !isMasked && colour !== undefined;
      addArea(box, isSolid ? colour : undefined, { hides: isSolid, isPicture: false });
    }
  }

  /** What the characters of one run have in common; undefined where none of them is shown. */
  function styleOf([a, b, c, d]: Matrix): RunStyle | undefined {
    const { state } = painter;
    // Fonts of drawings may be sized by their own units instead.
    const height = state.size <= 1 ? (state.font?.height ?? 1) : 1;
    const size = Math.hypot(c, d) * state.size * height;
    const stretch = Math.hypot(a, b);
    if (size === 0 || stretch === 0 || !painter.isShown) return undefined;
    const isVertical = state.font?.isVertical === true;
    const turned = (Math.atan2(b, a) * 180) / Math.PI + (isVertical ? 90 : 0);
    const isStroked = (state.mode & 3) === 1;
    const alpha = isStroked ? state.strokeAlpha : state.fillAlpha;
    const isTransparent = alpha < LEAST_ALPHA ? 'transparent' : undefined;
    return {
      size,
      stretch: isVertical ? Math.hypot(c, d) : stretch,
      angle: Math.round(((turned + 540) % 360) - 180),
      font: state.font?.name ?? '',
      isBold: state.font?.isBold === true,
      colour: isStroked ? state.stroke : state.fill,
      unseen: state.mode === 3 || state.mode === 7 ? 'no_paint' : isTransparent,
    };
  }

  function addGlyph(text: string, { x, y }: { x: number; y: number }, width: number, style: RunStyle): void {
    const { size, stretch, angle, font, isBold, colour, unseen } = style;
    const glyph: Glyph = {
      text,
      x,
      base: y,
      width: Math.abs(width) * stretch,
      size,
      angle,
      font,
      isBold,
      colour,
      order,
    };
    if (unseen) glyph.unseen = unseen;
    else if (!isWithin(middleOf(glyph), painter.state.clip)) glyph.unseen = 'outside';
    glyphs.push(glyph);
  }

  const painter: Painter = {
    state: firstState(frame, page),
    isShown: true,
    isSeen: () => painter.state.fillAlpha >= LEAST_ALPHA,
    isSolid: () => painter.state.fillAlpha >= 1 - LEAST_ALPHA && !painter.state.isBlended && !painter.state.isMasked,
    save: () => saved.push({ ...painter.state }),
    restore() {
      painter.state = saved.pop() ?? painter.state;
    },
    transform(matrix) {
      painter.state.matrix = multiply(painter.state.matrix, matrix);
    },
    show(pieces) {
      order += 1;
      const { state } = painter;
      const { font, size, scale, rise, characterSpacing, wordSpacing } = state;
      if (!font || size === 0) return;
      const text = multiply(state.matrix, state.textMatrix);
      const style = styleOf(multiply(text, [scale, 0, 0, 1, 0, 0]));
      let along = 0;
      for (const piece of pieces) {
        if (typeof piece === 'number') {
          along += ((font.isVertical ? 1 : -1) * piece * size) / 1000;
          continue;
        }
        const advance = piece.width * font.unit * size;
        // A column of characters hangs on its middle line; the base line of what is turned lies a third left of it.
        const at = font.isVertical
          ? place(text, state.x - 0.35 * size, state.y + rise - along)
          : place(text, state.x + along * scale, state.y + rise);
        if (style) addGlyph(piece.text, at, advance, style);
        along += advance + (characterSpacing + (piece.isSpace ? wordSpacing : 0)) * (font.isVertical ? -1 : 1);
      }
      if (font.isVertical) state.y -= along;
      else state.x += along * scale;
    },
    draw(data, { isFilled, isStroked }) {
      order += 1;
      const paths = subPathsOf(data, painter.state.matrix);
      if (painter.isShown) {
        if (isFilled) for (const path of paths) fill(path);
        if (isStroked) for (const path of paths) stroke(path);
      }
      if (!clips) return;
      clips = false;
      const around = boxAround(paths);
      painter.clipTo(around);
      if (!(paths.length === 1 && paths[0] && isRectangle(paths[0]))) painter.state.isClipExact = false;
    },
    clipNext() {
      clips = true;
    },
    clipAll() {
      if (clips) painter.clipTo({ left: 0, top: 0, right: 0, bottom: 0 });
      clips = false;
    },
    clipTo(rect) {
      painter.state.clip = sharedPart(painter.state.clip, rect);
    },
    picture(hides) {
      order += 1;
      const box = placeRect(painter.state.matrix, 0, 0, 1, 1);
      const isWhole = hides && painter.state.isClipExact && painter.isSolid();
      if (painter.isShown) addArea(box, undefined, { hides: isWhole, isPicture: true });
    },
    shade() {
      order += 1;
      if (painter.isShown) addArea(painter.state.clip, undefined, { hides: false, isPicture: false });
    },
    done: () => ({ ...shown, glyphs, areas, rules }),
  };
  return painter;
}

function isWhite(colour: number | undefined): boolean {
  return colour !== undefined && [16, 8, 0].every((shift) => ((colour >> shift) & 0xff) >= NEARLY_WHITE);
}

function boxAround(paths: SubPath[]): Rect {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { box: each } of paths) {
    box.left = Math.min(box.left, each.left);
    box.top = Math.min(box.top, each.top);
    box.right = Math.max(box.right, each.right);
    box.bottom = Math.max(box.bottom, each.bottom);
  }
  return box.left <= box.right ? box : { left: 0, top: 0, right: 0, bottom: 0 };
}
