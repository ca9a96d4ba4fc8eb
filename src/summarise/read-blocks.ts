import type { Passage } from '../domain/answer.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Chunk, PlaceMark, Span } from '../domain/report.ts';
import { joinSpeakers } from '../lexicon/join-speakers.ts';
import { splitSentences } from '../text/sentences.ts';

/** A sentence of a block; offsets in the block's text. */
export interface BlockSentence {
  span: Span;
  text: string;
  /** Position of its paragraph in the block, and of the sentence in that, from 0. */
  paragraph: number;
  position: number;
}

/** The text directly under one heading, so far as it lies in what is summarised. */
export interface Block {
  path: string[];
  /** What its points are cited from and checked against. */
  passage: Passage;
  sentences: BlockSentence[];
  /** Paragraphs that can be summarised, and tables, which cannot. */
  paragraphCount: number;
  tableCount: number;
}

/** Reads what stands in a span of a report, heading by heading; a sentence counts where it begins. */
export function readBlocks(stored: StoredReport, chunks: readonly Chunk[], span: Span): Block[] {
  const within = chunks.filter((chunk) => chunk.span.start < span.end && chunk.span.end > span.start);
  return groupByHeading(within)
    .map((group, at) => blockOf(joinChunks(group, stored.text), `P${at + 1}`, stored, span))
    .filter(({ paragraphCount, tableCount }) => paragraphCount + tableCount > 0);
}

function groupByHeading(chunks: readonly Chunk[]): Chunk[][] {
  const groups: Chunk[][] = [];
  for (const chunk of chunks) {
    const last = groups.at(-1);
    if (last?.[0]?.path.join('\n') === chunk.path.join('\n')) last.push(chunk);
    else groups.push([chunk]);
  }
  return groups;
}

/** The chunks of one heading as one: points may run over their ends. */
function joinChunks(chunks: Chunk[], text: string): Chunk {
  const [first] = chunks;
  const last = chunks.at(-1);
  if (!first || !last) throw new RangeError('a group holds at least one chunk');
  const span = { start: first.span.start, end: last.span.end };
  const marks = new Map<number, PlaceMark>(
    chunks.flatMap(({ places }) => places.map((mark) => [mark.start, mark] as const)),
  );
  return {
    ...first,
    span,
    text: text.slice(span.start, span.end),
    places: [...marks.values()].toSorted((a, b) => a.start - b.start),
  };
}

/** A row of a table: cells with white space between, and no sentence. */
const ROW = /\t|^(?=.*\d)(?:\S{1,16} ){2,}\S{1,16}$/u;
const SENTENCE = /[。！？!?；;]|[a-z\d][.]["”’)]?$/u;

/** A line that ends a paragraph; a shorter one without it may be a caption. */
const ENDED = /[。！？!?；;：:….”’)）】』」][”’)）]?$/u;
const LINE = 20;

function blockOf(chunk: Chunk, ref: string, { report }: StoredReport, within: Span): Block {
  const sentences: BlockSentence[] = [];
  let [start, paragraph, tableCount, inTable, runsOn] = [0, 0, 0, false, false];
  for (const line of chunk.text.split('\n')) {
    const at = start;
    start += line.length + 1;
    const isRow = ROW.test(line.trim()) && !SENTENCE.test(line.trim());
    if (isRow && !inTable) tableCount += 1;
    inTable = isRow;
    if (isRow) continue;
    // Where a page's end has cut a paragraph in two, neither half of the cut sentence is one.
    const cut = joinSpeakers(splitSentences(line), line).filter(
      (sentence, index, all) => !(runsOn && index === 0) && (index < all.length - 1 || SENTENCE.test(sentence.text)),
    );
    runsOn = line.length > LINE && !ENDED.test(line.trim());
    const said = cut.map(({ span, text }) => ({ span: { start: at + span.start, end: at + span.end }, text }));
    const inside = said.filter(({ span }) => isWithin(span.start + chunk.span.start, within));
    if (inside.length === 0) continue;
    sentences.push(
      ...said.flatMap((sentence, position) =>
        inside.includes(sentence) ? [{ ...sentence, paragraph, position }] : [],
      ),
    );
    paragraph += 1;
  }
  return {
    path: chunk.path,
    passage: { ref, chunk, report, score: 0 },
    sentences,
    paragraphCount: paragraph,
    tableCount,
  };
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}
