import type { Passage } from '../domain/answer.ts';
import type { StoredReport } from '../domain/ports.ts';
import type { Chunk, PlaceMark, Span } from '../domain/report.ts';
import type { Statement } from '../domain/statement.ts';

/** A chunk with what it says. */
export interface ReadChunk {
  chunk: Chunk;
  statements: Statement[];
}

/** A sentence of a block; offsets in the block's text. */
export interface BlockSentence {
  span: Span;
  text: string;
  statement: Statement;
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
export function readBlocks(stored: StoredReport, chunks: readonly ReadChunk[], span: Span): Block[] {
  return groupByHeading(chunks)
    .map((group, at) => blockOf(joinChunks(group, stored.text), `P${at + 1}`, stored, span))
    .filter(({ paragraphCount, tableCount }) => paragraphCount + tableCount > 0);
}

function groupByHeading(chunks: readonly ReadChunk[]): ReadChunk[][] {
  const groups: ReadChunk[][] = [];
  for (const read of chunks) {
    const last = groups.at(-1);
    if (last?.[0]?.chunk.path.join('\n') === read.chunk.path.join('\n')) last.push(read);
    else groups.push([read]);
  }
  return groups;
}

/** The chunks of one heading as one: points may run over their ends. */
function joinChunks(group: ReadChunk[], text: string): ReadChunk {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new RangeError('a group holds at least one chunk');
  const span = { start: first.chunk.span.start, end: last.chunk.span.end };
  const marks = new Map<number, PlaceMark>(
    group.flatMap(({ chunk }) => chunk.places.map((mark) => [mark.start, mark] as const)),
  );
  const chunk = {
    ...first.chunk,
    span,
    text: text.slice(span.start, span.end),
    places: [...marks.values()].toSorted((a, b) => a.start - b.start),
  };
  return { chunk, statements: joinStatements(group, chunk) };
}

/** Offsets become the joined chunk's; a paragraph that runs over the end of a chunk stays one. */
function joinStatements(group: ReadChunk[], { span, text }: Chunk): Statement[] {
  const joined: Statement[] = [];
  for (const { chunk, statements } of group) {
    const shift = chunk.span.start - span.start;
    const last = joined.at(-1);
    const runsOn = last !== undefined && !text.slice(last.quotes.at(-1)?.end ?? 0, shift).includes('\n');
    const before = last === undefined ? 0 : last.paragraph + (runsOn ? 0 : 1);
    joined.push(
      ...statements.map((statement) => ({
        ...statement,
        paragraph: before + statement.paragraph,
        quotes: statement.quotes.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
      })),
    );
  }
  return joined;
}

/** Holds the end of a sentence. */
const SENTENCE = /[。！？!?；;]|[a-z\d][.]["”’)]?$/u;
/** A line that ends a paragraph; a shorter one without it may be a caption. */
const ENDED = /[。！？!?；;：:….”’)）】』」][”’)）]?$/u;
const LINE = 20;

function blockOf({ chunk, statements }: ReadChunk, ref: string, { report }: StoredReport, within: Span): Block {
  const sentences: BlockSentence[] = [];
  const groups = [...Map.groupBy(statements, (statement) => statement.paragraph).values()];
  let [paragraph, tableCount, inTable] = [0, 0, false];
  for (const [at, group] of groups.entries()) {
    const isRow = group.every(({ kind }) => kind === 'row');
    if (isRow && !inTable) tableCount += 1;
    inTable = isRow;
    if (isRow) continue;
    const before = groups.slice(0, at).findLast((other) => !isInset(other));
    const said = wholeOf(group, before, groups[at + 1]).map((statement) => ({
      text: statement.text,
      span: hullOf(statement.quotes),
      statement,
    }));
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
    passage: { ref, chunk, report, statements, score: 0 },
    sentences,
    paragraphCount: paragraph,
    tableCount,
  };
}

/** What of a paragraph is whole: where a page's end has cut it in two, neither half of the sentence is. */
function wholeOf(group: Statement[], before: Statement[] | undefined, after: Statement[] | undefined): Statement[] {
  const isCut = before !== undefined && isCutShort(before) && group[0]?.kind !== 'item';
  return group.filter((statement, at) => {
    if (isCut && at === 0) return false;
    const isLast = at === group.length - 1;
    return !isLast || SENTENCE.test(statement.text) || (statement.kind === 'item' && after?.[0]?.kind === 'item');
  });
}

/** Tables and captions may stand in the midst of a paragraph. */
function isInset(group: Statement[]): boolean {
  return group.every(({ kind }) => kind === 'row' || kind === 'caption');
}

/** Running text that has not ended; a heading needs no end. */
function isCutShort(group: Statement[]): boolean {
  const last = group.at(-1);
  const { start, end } = hullOf(group.flatMap(({ quotes }) => quotes));
  const isProse = last?.kind === 'sentence' || last?.kind === 'item';
  return isProse && end - start > LINE && !ENDED.test(last.text);
}

function hullOf(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end;
}
