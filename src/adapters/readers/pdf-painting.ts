import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { refuseTooMuch } from '../../domain/refuse-too-much.ts';
import type { PaintedPage } from '../../layout/painted-page.ts';
import { printedText } from '../../layout/printed-text.ts';
import type { Matrix } from './pdf-graphics-state.ts';
import { IDENTITY, multiply, placeRect } from './pdf-graphics-state.ts';
import type { PaintedCharacter, Painter } from './pdf-painter.ts';
import { openPainter } from './pdf-painter.ts';
import type { Layers, Resources } from './pdf-resources.ts';
import { isSolidImage, resourcesOf } from './pdf-resources.ts';

/**
 * What a page paints, from its operators alone: form fields with their values are in there, too.
 * @param place file and page, for messages
 * @throws UnreadableReportError when there is more than anybody prints
 */
export async function readPainting(page: PDFPageProxy, place: string, layers: Layers): Promise<PaintedPage> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  // A page that cannot be worked out has no operators, and no error either: its text has one.
  if (fnArray.length === 0) await page.getTextContent();
  refuseTooMuch(place, { operatorsPerPage: fnArray.length });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const painter = openPainter(matrixOf(transform) ?? IDENTITY, { width, height });
  const steps = stepsOf(painter, resourcesOf(page, layers));
  const stepOf = new Map<number, Step>();
  for (const [name, code] of Object.entries(OPS)) {
    const step = steps[name];
    if (step) stepOf.set(code, step);
  }
  const drawn = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
  for (const code of [OPS.closeFillStroke, OPS.closeEOFillStroke, OPS.rawFillPath]) drawn.add(code);
  const stroked = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
  for (const code of [OPS.closeFillStroke, OPS.closeEOFillStroke]) stroked.add(code);
  stepOf.set(OPS.constructPath, ([code, data]) => {
    const path = Array.isArray(data) ? numbersOf(data[0]) : undefined;
    if (!path) return painter.clipAll();
    const how = Number(code);
    painter.draw(path, { isFilled: drawn.has(how), isStroked: stroked.has(how) });
  });
  for (let at = 0; at < fnArray.length; at++) {
    const args: unknown = argsArray[at];
    stepOf.get(fnArray[at] ?? 0)?.(Array.isArray(args) ? args : []);
  }
  const painted = painter.done();
  const charactersPerPage = painted.glyphs.reduce((sum, { text }) => sum + text.length, 0);
  refuseTooMuch(place, { charactersPerPage });
  return painted;
}

type Step = (args: readonly unknown[]) => void;

function stepsOf(painter: Painter, resources: Resources): Record<string, Step> {
  const layers: boolean[] = [];
  const groups: boolean[] = [];
  const showLayers = () => (painter.isShown = layers.every(Boolean) && groups.every(Boolean));
  const begin: Step = ([matrix, box]) => {
    painter.save();
    painter.transform(matrixOf(matrix) ?? IDENTITY);
    clipToBox(painter, box);
  };
  const moveText = (x: number, y: number) => {
    const { state } = painter;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  };
  const fillColour: Step = ([colour]) => (painter.state.fill = colourOf(colour));
  const strokeColour: Step = ([colour]) => (painter.state.stroke = colourOf(colour));
  const stencil: Step = () => painter.picture(false);
  const setFont: Step = ([name, size]) => {
    painter.state.font = resources.fontOf(String(name));
    painter.state.size = numberOf(size);
  };
  return {
    save: painter.save,
    restore: painter.restore,
    transform: (args) => painter.transform(matrixOf(args) ?? IDENTITY),
    setLineWidth: ([width]) => (painter.state.lineWidth = numberOf(width)),
    setGState: ([pairs]) => {
      for (const [key, value] of Pairs.safeParse(pairs).data ?? []) {
        if (key === 'ca') painter.state.fillAlpha = numberOf(value);
        if (key === 'CA') painter.state.strokeAlpha = numberOf(value);
        if (key === 'LW') painter.state.lineWidth = numberOf(value);
        if (key === 'BM') painter.state.isBlended = value !== 'source-over';
        if (key === 'SMask') painter.state.isMasked = Boolean(value);
        if (key === 'Font' && Array.isArray(value)) setFont(value);
      }
    },
    setFillRGBColor: fillColour,
    setFillColorN: fillColour,
    setFillTransparent: () => (painter.state.fillAlpha = 0),
    setStrokeRGBColor: strokeColour,
    setStrokeColorN: strokeColour,
    setStrokeTransparent: () => (painter.state.strokeAlpha = 0),
    clip: painter.clipNext,
    eoClip: painter.clipNext,
    beginText: () => setTextMatrix(painter, IDENTITY),
    setCharSpacing: ([spacing]) => (painter.state.characterSpacing = numberOf(spacing)),
    setWordSpacing: ([spacing]) => (painter.state.wordSpacing = numberOf(spacing)),
    setHScale: ([scale]) => (painter.state.scale = numberOf(scale) / 100),
    setLeading: ([leading]) => (painter.state.leading = -numberOf(leading)),
    setFont,
    setTextRenderingMode: ([mode]) => (painter.state.mode = numberOf(mode)),
    setTextRise: ([rise]) => (painter.state.rise = numberOf(rise)),
    moveText: ([x, y]) => moveText(numberOf(x), numberOf(y)),
    setLeadingMoveText: ([x, y]) => {
      painter.state.leading = numberOf(y);
      moveText(numberOf(x), numberOf(y));
    },
    setTextMatrix: ([matrix]) => setTextMatrix(painter, matrixOf(matrix) ?? IDENTITY),
    nextLine: () => moveText(0, painter.state.leading),
    showText: ([pieces]) => painter.show(charactersOf(pieces)),
    showSpacedText: ([pieces]) => painter.show(charactersOf(pieces)),
    shadingFill: painter.shade,
    paintImageXObject: ([name]) => painter.picture(resources.isSolid(String(name))),
    paintInlineImageXObject: ([image]) => painter.picture(isSolidImage(image)),
    paintImageMaskXObject: stencil,
    paintSolidColorImageMask: stencil,
    paintFormXObjectBegin: begin,
    paintFormXObjectEnd: painter.restore,
    beginGroup: ([value]) => {
      painter.save();
      const group = Group.safeParse(value).data;
      clipToBox(painter, group?.bbox, matrixOf(group?.matrix));
      // What makes a mask is not painted itself.
      groups.push(!group?.smask && painter.isSeen());
      showLayers();
      if (!painter.isSolid()) painter.state.isMasked = true;
      Object.assign(painter.state, { fillAlpha: 1, strokeAlpha: 1, isBlended: false });
    },
    endGroup: () => {
      painter.restore();
      groups.pop();
      showLayers();
    },
    beginAnnotation: ([, , transform, matrix]) => {
      painter.save();
      painter.transform(matrixOf(transform) ?? IDENTITY);
      painter.transform(matrixOf(matrix) ?? IDENTITY);
    },
    endAnnotation: painter.restore,
    beginMarkedContent: () => layers.push(true),
    beginMarkedContentProps: ([tag, properties]) => {
      layers.push(tag !== 'OC' || resources.isLayerShown(properties));
      showLayers();
    },
    endMarkedContent: () => {
      layers.pop();
      showLayers();
    },
  };
}

const Pairs = z.array(z.tuple([z.string(), z.unknown()]));
const Group = z.object({ matrix: z.unknown(), bbox: z.unknown(), smask: z.unknown() });

function setTextMatrix({ state }: Painter, matrix: Matrix): void {
  state.textMatrix = matrix;
  Object.assign(state, { x: 0, y: 0, lineX: 0, lineY: 0 });
}

function clipToBox(painter: Painter, box: unknown, matrix = IDENTITY): void {
  const [x1, y1, x2, y2] = numbersOf(box) ?? [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return;
  painter.clipTo(placeRect(multiply(painter.state.matrix, matrix), x1, y1, x2, y2));
}

function colourOf(value: unknown): number | undefined {
  return typeof value === 'string' && value.startsWith('#') ? Number.parseInt(value.slice(1), 16) : undefined;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function numbersOf(value: unknown): (ArrayLike<number> & Iterable<number>) | undefined {
  if (value instanceof Float32Array || value instanceof Float64Array) return value;
  return Array.isArray(value) ? value.map(numberOf) : undefined;
}

function matrixOf(value: unknown): Matrix | undefined {
  const [a, b, c, d, e, f] = numbersOf(value) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return e === undefined || f === undefined ? undefined : [a, b, c, d, e, f];
}

function charactersOf(value: unknown): (PaintedCharacter | number)[] {
  if (!Array.isArray(value)) return [];
  const pieces: (PaintedCharacter | number)[] = [];
  for (const piece of value) {
    if (typeof piece === 'number') pieces.push(piece);
    else if (isCharacter(piece))
      pieces.push({ text: printedText(piece.unicode), width: piece.width, isSpace: piece.isSpace });
  }
  return pieces;
}

/** By hand: there are thousands on a page. */
function isCharacter(value: unknown): value is { unicode: string; width: number; isSpace: boolean } {
  if (typeof value !== 'object' || value === null) return false;
  if (!('unicode' in value) || !('width' in value) || !('isSpace' in value)) return false;
  return typeof value.unicode === 'string' && typeof value.width === 'number';
}
