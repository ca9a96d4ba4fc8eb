import type { SourcePage } from '../domain/source.ts';
import type { CellBox } from '../domain/table.ts';

/** A picture at one place of so many pages is an ornament of theirs: a logo, a band of colour. */
const ORNAMENT_PAGES = 3;

/**
 * Indexes of the pages with text that hold pictures besides: what these say is not in the index.
 * @param noText pages of which nothing was read: these are named as such
 */
export function findPictured(pages: readonly SourcePage[], noText: readonly number[]): number[] {
  const places = pages.map(({ pictures = [] }) => new Set(pictures.map(placeOf)));
  const count = new Map<string, number>();
  for (const place of places.flatMap((own) => [...own])) count.set(place, (count.get(place) ?? 0) + 1);
  const isOwn = (place: string) => (count.get(place) ?? 0) < ORNAMENT_PAGES;
  return places.flatMap((own, index) => (!noText.includes(index) && [...own].some(isOwn) ? [index] : []));
}

function placeOf({ left, top, width, height }: CellBox): string {
  return [left, top, width, height].map((length) => Math.round(length)).join(' ');
}
