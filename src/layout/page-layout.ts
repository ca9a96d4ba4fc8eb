import type { PageLayout } from '../domain/source.ts';
import { wordsOf } from './pieces.ts';
import type { ReadPage } from './read-page.ts';
import { turnBack } from './upright-glyphs.ts';

/** How far type reaches above and below its base line, as a share of its height. */
const ABOVE = 0.88;
const BELOW = 0.2;

/**
 * Where the words of a page that was read stand on it.
 * @param size of the page as it is shown, in points
 */
export function layoutOf(
  { lines, turnedBy, page }: ReadPage,
  { width, height }: Pick<PageLayout, 'width' | 'height'>,
): PageLayout {
  const words = lines.flatMap(({ pieces }) => pieces.flatMap(wordsOf));
  const runs = words.map(({ text, left, right, base, size }) => {
    const box = turnBack({ left, top: base - ABOVE * size, right, bottom: base + BELOW * size }, turnedBy, page);
    return { text, left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top };
  });
  return { width, height, runs };
}
