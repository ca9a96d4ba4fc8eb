import type { CellBox } from '../domain/table.ts';
import type { PaintedPage } from './painted-page.ts';

/** A picture says something from this share of the page on; what covers nearly all of it is its ground. */
const SAYING = { least: 0.01, most: 0.9 };
/** Or when it has the shape of a line of text: so high in points, so many times as wide. */
const LINE = { least: 7, most: 40, times: 4 };

/** Where pictures stand on a page that are large enough to say something, in points. */
export function picturesOf({ width, height, areas }: PaintedPage): CellBox[] {
  const boxes = areas
    .filter(({ isPicture }) => isPicture)
    .map(({ left, top, right, bottom }) => ({ left, top, width: right - left, height: bottom - top }));
  return boxes.filter((box) => {
    const share = (box.width * box.height) / (width * height);
    const isLine = box.height >= LINE.least && box.height <= LINE.most && box.width >= LINE.times * box.height;
    return share <= SAYING.most && (share >= SAYING.least || isLine);
  });
}
