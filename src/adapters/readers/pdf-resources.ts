import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { PaintedFont } from './pdf-graphics-state.ts';

/** What pdf.js knows besides the operators. */
export interface Resources {
  fontOf(name: string): PaintedFont | undefined;
  /** Whether a picture has no transparent parts. */
  isSolid(name: string): boolean;
  isLayerShown(properties: unknown): boolean;
}

/** Layers that a file may switch off. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

const Font = z.object({
  name: z.string().catch(''),
  bold: z.boolean().catch(false),
  black: z.boolean().catch(false),
  vertical: z.boolean().catch(false),
  isType3Font: z.boolean().catch(false),
  fontMatrix: z.array(z.number()).catch([]),
  bbox: z.array(z.number()).catch([]),
});

/** The fonts, pictures and layers of a page whose operators are there. */
export function resourcesOf({ commonObjs, objs }: PDFPageProxy, layers: Layers): Resources {
  const fonts = new Map<string, PaintedFont | undefined>();
  return {
    fontOf(id) {
      if (!fonts.has(id)) fonts.set(id, commonObjs.has(id) ? fontFrom(commonObjs.get(id)) : undefined);
      return fonts.get(id);
    },
    isSolid(id) {
      const store = id.startsWith('g_') ? commonObjs : objs;
      return store.has(id) && isSolidImage(store.get(id));
    },
    isLayerShown: (properties) => layers.isVisible(properties),
  };
}

/** Units of a glyph in an em, unless the font says otherwise. */
const UNIT = 0.001;

function fontFrom(value: unknown): PaintedFont | undefined {
  const font = Font.safeParse(value).data;
  if (!font) return undefined;
  const [unit = UNIT, , , rise = UNIT] = font.fontMatrix;
  const [, bottom = 0, , top = 0] = font.bbox;
  // A font of drawings has units of its own: its height is that of its box.
  const isOwn = font.isType3Font && Math.abs(rise) !== UNIT && top > bottom;
  return {
    name: font.name,
    isBold: font.bold || font.black || /bold|black|heavy/iu.test(font.name),
    unit: unit === 0 ? UNIT : unit,
    height: isOwn ? Math.abs(rise) * (top - bottom) : 1,
    isVertical: font.vertical,
  };
}

/** pdf.js's kind of picture that has transparent parts. */
const WITH_ALPHA = 3;
const Image = z.object({ kind: z.number() });

/** Whether a picture has no transparent parts. */
export function isSolidImage(value: unknown): boolean {
  const image = Image.safeParse(value).data;
  return image !== undefined && image.kind !== WITH_ALPHA;
}
