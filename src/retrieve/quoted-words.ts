const QUOTED = /[“「『《"](?<words>[^“”「」『』《》"]{2,30})[”」』》"]/gu;

/** What a text puts in quotation marks or title marks, with where it begins: it is meant word for word. */
export function quotedWords(text: string): { words: string; start: number }[] {
  return [...text.matchAll(QUOTED)].map(({ groups, index }) => ({ words: groups?.['words'] ?? '', start: index + 1 }));
}
