/** What a list lies within. */
const CLAUSE = /[，。；：！？\s]/u;
const SENTENCE = /[.;:!?]/u;
/** Behind the last mark, before the last item. */
const CHINESE_LAST = /以及|和|与|及/u;
const ENGLISH_LAST = ' and ';

/** How many items each list of a text has; a list whose last mark may be within an item counts both ways. */
export function listLengths(text: string): number[] {
  const chinese = text.split(CLAUSE).flatMap((clause) => {
    const items = clause.split('、');
    if (items.length < 2) return [];
    return CHINESE_LAST.test(items.at(-1) ?? '') ? [items.length + 1, items.length] : [items.length];
  });
  const english = text.split(SENTENCE).flatMap((sentence) => {
    const last = sentence.lastIndexOf(ENGLISH_LAST);
    if (last < 0) return [];
    const before = sentence.slice(0, last).replace(/,$/u, '');
    return [before.split(', ').length + 1];
  });
  return [...chinese, ...english];
}
