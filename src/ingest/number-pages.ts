import type { BodyPage } from './remove-furniture.ts';

/**
 * The label of every page: what the file says, else what is printed, else counted on from the nearest printed
 * number, else the physical number. A page before the first numbered one has its physical number in brackets,
 * as a bibliography has it: that number is nowhere printed.
 */
export function numberPages(pages: BodyPage[]): string[] {
  const known = pages.flatMap(({ printed }, index) =>
    printed === undefined ? [] : [{ index, offset: printed - index }],
  );
  let passed = 0;
  return pages.map((page, index) => {
    while ((known[passed]?.index ?? Infinity) <= index) passed += 1;
    if (page.label !== undefined) return page.label;
    const nearest = known[passed - 1] ?? known[0];
    if (!nearest) return String(index + 1);
    const number = index + nearest.offset;
    return number >= 1 ? String(number) : `[${index + 1}]`;
  });
}
