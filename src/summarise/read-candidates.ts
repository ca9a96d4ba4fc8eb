import type { Span } from '../domain/report.ts';
import { shortenings } from './shorten.ts';
import { connectiveLength, standsAlone } from './stands-alone.ts';
import type { Item, WeighedSentence } from './weigh-information.ts';

/**
 * One thing that could be said: a sentence, shortened or whole, with those before it that it cannot be understood
 * without.
 */
export interface Candidate {
  /** The sentences that it takes, one after the other in one paragraph. */
  sentences: WeighedSentence[];
  /** Offsets in the block's text. */
  span: Span;
  text: string;
  items: Item[];
  favour: number;
}

/** Longest run of sentences that is said for the sake of its last one. */
const RUN = 3;
/** A shorter one is a heading in the text, or says next to nothing, in characters. */
const SHORTEST = 12;
/** A run that would be longer than this is not said, in characters. */
const LONGEST = 260;

/** Everything that could be said of a section. */
export function readCandidates(sentences: readonly WeighedSentence[]): Candidate[] {
  return sentences.flatMap((_, at) => {
    const run = runUpTo(sentences, at);
    return run === undefined
      ? []
      : candidatesOf(run).filter(
          ({ text }) => text.length >= SHORTEST && (run.length === 1 || (text.length <= LONGEST && isBalanced(text))),
        );
  });
}

/** A sentence that stands alone, or with those before it back to one that does; undefined when there is none near. */
function runUpTo(sentences: readonly WeighedSentence[], at: number): WeighedSentence[] | undefined {
  for (let from = at; from >= Math.max(0, at - RUN + 1); from--) {
    const sentence = sentences[from];
    const last = sentences[at];
    if (
      !sentence ||
      sentence.block !== last?.block ||
      sentence.paragraph !== last.paragraph ||
      last.position - sentence.position !== at - from
    )
      return undefined;
    if (standsAlone(sentence.text)) return sentences.slice(from, at + 1);
  }
  return undefined;
}

function candidatesOf(run: WeighedSentence[]): Candidate[] {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return [];
  const lead = connectiveLength(first.text);
  const ways = shortenings(last.text).filter((way, _, [whole]) => run.length === 1 || way.start === whole?.start);
  return distinct(
    ways.map(({ start, end }) =>
      candidate(run, { start: first.span.start + (run.length === 1 ? start : lead), end: last.span.start + end }),
    ),
  );
}

function candidate(sentences: WeighedSentence[], { start, end }: Span): Candidate {
  const raw = sentences[0]?.block.passage.chunk.text.slice(start, end) ?? '';
  const inner = withoutLoneMarks(raw);
  const span = { start: start + inner.start, end: start + inner.end };
  return {
    sentences,
    span,
    text: raw.slice(inner.start, inner.end),
    items: sentences.flatMap((sentence) =>
      sentence.items.filter(
        (item) => sentence.span.start + item.start >= span.start && sentence.span.start + item.end <= span.end,
      ),
    ),
    favour: sentences.at(-1)?.favour ?? 1,
  };
}

/**
 * Without a quotation mark at either end whose other half stands in another sentence, and without a semicolon at the
 * end.
 */
function withoutLoneMarks(text: string): Span {
  const surplus = text.split('“').length - text.split('”').length;
  const start = surplus > 0 && text.startsWith('“') ? 1 : 0;
  const tail = surplus < 0 && text.endsWith('”') ? 1 : 0;
  const bare = text.slice(start, text.length - tail).replace(/[；;，,]$/u, '');
  return { start, end: start + bare.length };
}

function isBalanced(text: string): boolean {
  return text.split('“').length === text.split('”').length;
}

function distinct(candidates: Candidate[]): Candidate[] {
  return candidates.filter(({ text }, at) => candidates.findIndex((other) => other.text === text) === at);
}
