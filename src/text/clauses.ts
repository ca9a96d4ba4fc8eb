/** A stretch of a text. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
}

const CLAUSE_END = /[，。；;：:！？!?\n]|,(?!\d)|\.(?!\d|[a-z])/gu;

/** The clauses of a text in order, without the marks that end them. */
export function splitClauses(text: string): Stretch[] {
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index }) => index);
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.flatMap((start, at) => {
    const end = ends[at] ?? text.length;
    return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? [{ text: text.slice(start, end), start, end }] : [];
  });
}
