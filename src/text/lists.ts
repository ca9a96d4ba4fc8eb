/** `甲、乙、丙和丁`: three marks, and the last item behind a word. */
const CHINESE = /[^，。；：、！？\s]{1,24}(?:、[^，。；：、！？\s]{1,24})+/gu;
const CHINESE_LAST = /(?:以及|和|与|及)/u;
/** `A, B and C`. */
const ENGLISH = /[^,.;:!?]{1,60}(?:, [^,.;:!?]{1,60})*,? and [^,.;:!?]{1,60}/gu;

/** How many items each list of a text has; a list whose last mark may be within an item counts both ways. */
export function listLengths(text: string): number[] {
  const chinese = [...text.matchAll(CHINESE)].flatMap(([list]) => {
    const items = list.split('、');
    return CHINESE_LAST.test(items.at(-1) ?? '') ? [items.length + 1, items.length] : [items.length];
  });
  const english = [...text.matchAll(ENGLISH)].map(
    ([list]) => list.split(', ').filter((item) => !item.startsWith('and ')).length + 1,
  );
  return [...chinese, ...english];
}
