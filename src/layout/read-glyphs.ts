import type { LeftOut } from '../domain/source.ts';
import type { PaintedPage } from './painted-page.ts';
import { withoutMarks } from './raised-marks.ts';
import { seenGlyphs } from './seen-glyphs.ts';
import { singleGlyphs } from './single-glyphs.ts';
import type { UprightPage } from './upright-glyphs.ts';
import { uprightPage } from './upright-glyphs.ts';

/** A page as people read it: upright, each character once, none that nobody sees, no marks of notes in the text. */
export interface ReadableGlyphs {
  page: PaintedPage;
  turnedBy: UprightPage['turnedBy'];
  left: LeftOut;
}

/** Reads the characters of a page. */
export function readGlyphs(painted: PaintedPage): ReadableGlyphs {
  const { seen, hidden, isRecognised } = seenGlyphs(painted);
  const { page, turnedOut, turnedBy } = uprightPage({ ...painted, glyphs: seen });
  const { single, doubled } = singleGlyphs(page.glyphs);
  const { glyphs, marks } = withoutMarks(single);
  return {
    page: { ...page, glyphs },
    turnedBy,
    left: { hidden, turned: turnedOut, doubled, marks, isRecognised },
  };
}
