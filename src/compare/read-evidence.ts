import type { Passage } from '../domain/answer.ts';
import type { Span } from '../domain/report.ts';
import type { UnitFinder } from '../dictionary/find-units.ts';
import type { QueryUnit } from '../dictionary/query-unit.ts';
import type { Sentence } from '../text/sentences.ts';
import { splitSentences } from '../text/sentences.ts';

/** A stretch of a sentence between commas, with how much of each concept stands in it. */
export interface Clause {
  span: Span;
  text: string;
  presence: number[];
}

/** A sentence of a passage with what stands around it. */
export interface Evidence {
  passage: Passage;
  sentence: Sentence;
  /** The sentences before and after it in the chunk, empty when there are none. */
  before: string;
  after: string;
  /** All sentences of the chunk before it. */
  earlier: string;
  /** Title and headings above it. */
  heading: string;
  /** What was retrieved of its article. */
  article: string;
  clauses: Clause[];
  /** For each concept how much of it stands in the sentence, next to it, and anywhere in its article, 0 to 1. */
  inSentence: number[];
  beside: number[];
  inArticle: number[];
}

/** Headings down to the article's own; what stands below are its parts. */
const ARTICLE_LEVEL = 2;
const BROKEN = /，[^\n]*[^。！？；.!?;:：”’）)\n]$/u;
/** The country in the name of a company says nothing of the country: 中国移动. */
const COUNTRY = '中国';
const IN_COMPANY = /^中国(?:移动|联通|电信|广电|铁塔)/u;
/** Characters of a joined sentence. */
const LONGEST = 400;
const CLAUSE_END = /(?<!\d),|,(?!\d)|[;:，；：。！？—]/gu;

/** All sentences of some passages of one language. */
export function readEvidence(
  passages: readonly Passage[],
  find: UnitFinder,
  concepts: readonly QueryUnit[],
): Evidence[] {
  const keyOf = ({ chunk, report }: Passage) => [report.id, ...chunk.path.slice(0, ARTICLE_LEVEL)].join('\n');
  const articles = Map.groupBy(passages, keyOf);
  const isCountry = concepts.map(({ alternatives }) => alternatives.some(({ form }) => form === COUNTRY));
  const presence = (text: string) => presenceIn(find, text, isCountry);
  return passages.flatMap((passage) => {
    const { chunk, report } = passage;
    const article = [
      report.title,
      ...chunk.path,
      ...(articles.get(keyOf(passage)) ?? []).map((other) => other.chunk.text),
    ].join('\n');
    const inArticle = presence(article);
    const heading = [report.title, ...chunk.path].join('\n');
    const sentences = joinBroken(splitSentences(chunk.text), chunk.text);
    return sentences.map((sentence, at): Evidence => {
      const before = sentences[at - 1]?.text ?? '';
      const after = sentences[at + 1]?.text ?? '';
      const clauses = clausesOf(sentence.text).map((span) => ({
        span,
        text: sentence.text.slice(span.start, span.end),
        presence: presence(sentence.text.slice(span.start, span.end)),
      }));
      return {
        passage,
        sentence,
        before,
        after,
        heading,
        article,
        clauses,
        inArticle,
        earlier: chunk.text.slice(0, sentence.span.start),
        inSentence: presence(sentence.text),
        beside: presence([heading, before, after].join('\n')),
      };
    });
  });
}

/** The clauses of a sentence. */
export function clausesOf(text: string): Span[] {
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index, 0: mark }) => index + mark.length);
  const bounds = [0, ...ends, text.length];
  return bounds
    .slice(1)
    .map((end, at) => ({ start: bounds[at] ?? 0, end }))
    .filter(({ start, end }) => end > start);
}

function presenceIn(find: UnitFinder, text: string, isCountry: readonly boolean[]): number[] {
  const presence = isCountry.map(() => 0);
  const { canonical, occurrences } = find(text);
  for (const { unit, start, share } of occurrences) {
    if (isCountry[unit] && IN_COMPANY.test(canonical.slice(start))) continue;
    presence[unit] = Math.max(presence[unit] ?? 0, share);
  }
  return presence;
}

/** A sentence that a page end or a column has broken in two, together again: it has a comma and no end. */
function joinBroken(sentences: readonly Sentence[], text: string): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last && BROKEN.test(last.text) && last.text.length + sentence.text.length <= LONGEST) {
      const span = { start: last.span.start, end: sentence.span.end };
      joined[joined.length - 1] = { span, text: text.slice(span.start, span.end) };
    } else joined.push(sentence);
  }
  return joined;
}
