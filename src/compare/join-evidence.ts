import type { Evidence } from './read-evidence.ts';

/** Headings down to the article's own. */
const ARTICLE_LEVEL = 2;

/**
 * Sentences of one article as one, in reading order: what a claim says of a thing may stand in several. Undefined when
 * they are of several articles, or none.
 */
export function joinEvidence(evidences: readonly Evidence[]): Evidence | undefined {
  const ordered = [...new Set(evidences)].toSorted((a, b) => startOf(a) - startOf(b));
  const [first] = ordered;
  if (!first || ordered.some((other) => articleOf(other) !== articleOf(first))) return undefined;
  return ordered.slice(1).reduce((joined, next) => join(joined, next), first);
}

function join(one: Evidence, other: Evidence): Evidence {
  const shift = one.sentence.text.length + 1;
  const text = `${one.sentence.text}\n${other.sentence.text}`;
  const most = (a: number[], b: number[]) => a.map((share, at) => Math.max(share, b[at] ?? 0));
  return {
    ...one,
    sentence: { span: one.sentence.span, text },
    after: other.after,
    clauses: [
      ...one.clauses,
      ...other.clauses.map((clause) => ({
        ...clause,
        span: { start: clause.span.start + shift, end: clause.span.end + shift },
      })),
    ],
    inSentence: most(one.inSentence, other.inSentence),
    beside: most(one.beside, other.beside),
    inArticle: most(one.inArticle, other.inArticle),
  };
}

function startOf({ passage, sentence }: Evidence): number {
  return passage.chunk.span.start + sentence.span.start;
}

function articleOf({ passage: { report, chunk } }: Evidence): string {
  return [report.id, ...chunk.path.slice(0, ARTICLE_LEVEL)].join('\n');
}
