import type { Glyph } from '../../src/layout/painted-page.ts';

/** A line of text, each character as wide as it is high unless told otherwise. */
export function aLineOfGlyphs(
  text: string,
  { x, base, size, width = size, ...more }: Pick<Glyph, 'x' | 'base' | 'size'> & Partial<Glyph>,
): Glyph[] {
  return [...text].map((character, at) => ({
    text: character,
    x: x + at * width,
    base,
    width,
    size,
    angle: 0,
    font: 'Serif',
    isBold: false,
    colour: 0,
    order: 0,
    ...more,
  }));
}
