import { pageMarks } from '../domain/page-marks.ts';
import type { Chunk, ChunkTables, PlaceMark, Report, Section, Span } from '../domain/report.ts';
import { splitSentences } from '../text/sentences.ts';
import type { PlacedParagraph, ReportText } from './lay-out-text.ts';
import { lastAtOrBefore, pageAt } from './lay-out-text.ts';
import { sayRow, tableWords } from './say-row.ts';

/** Length of a chunk in Han characters; measured best between 300 and 700 for ranking whole chunks. */
const CHUNK_LENGTH = 500;
/** Longest sentence that is kept whole, in characters: the longest of sixteen real reports has 3,931. */
const SENTENCE_LENGTH = 8000;
/** Reading matter of a Latin character against a Han character. */
const LATIN_WEIGHT = 0.4;

/** A stretch of text directly under one heading. */
interface Block {
  path: string[];
  paragraphs: PlacedParagraph[];
}

/**
 * Cuts a report into chunks of whole sentences, none across a heading. Contents and lists of figures are in none: they
 * name what stands elsewhere.
 * @param report tells whether places are pages or slides; else they are cells, where the format has them, or
 *   paragraphs, counted within the section
 */
export function cutChunks(
  report: Pick<Report, 'id' | 'paged' | 'slides'>,
  reportText: ReportText,
  sections: Section[],
): Chunk[] {
  const marks = report.paged ? pageMarks(reportText.pages, report) : [];
  return blocksOf(reportText.paragraphs, sections)
    .flatMap((block) => {
      const places = report.paged ? marks : paragraphMarks(block, reportText);
      const inTables = block.paragraphs.filter(({ table }) => table);
      return spansOf(block).map((span) => ({
        path: block.path,
        span,
        places: placesWithin(places, span),
        tables: tablesWithin(inTables, span, reportText.text),
      }));
    })
    .map(({ path, span, places, tables }, order) => ({
      reportId: report.id,
      order,
      path,
      span,
      text: reportText.text.slice(span.start, span.end),
      places,
      ...(tables ? { tables } : {}),
    }));
}

/**
 * What the tables of a chunk say besides; undefined where it has none.
 * @param inTables the paragraphs of its block that stand in tables, in order
 */
function tablesWithin(inTables: PlacedParagraph[], chunk: Span, text: string): ChunkTables | undefined {
  const first = lastAtOrBefore(inTables, chunk.start - 1, ({ span }) => span.start) + 1;
  const own = inTables.slice(first, lastAtOrBefore(inTables, chunk.end, ({ span }) => span.end) + 1);
  if (own.length === 0) return undefined;
  const printed = text.slice(chunk.start, chunk.end);
  const tables = new Set(own.flatMap(({ table }) => table ?? []));
  const words = [...new Set([...tables].flatMap(tableWords))];
  return {
    heads: words.filter((word) => !printed.includes(word)).join('\n'),
    rows: own.flatMap(({ table, row, span }) =>
      table && row?.isSure
        ? [{ span: { start: span.start - chunk.start, end: span.end - chunk.start }, said: sayRow(table, row) }]
        : [],
    ),
  };
}

function blocksOf(paragraphs: PlacedParagraph[], sections: Section[]): Block[] {
  const blocks: Block[] = [{ path: [], paragraphs: [] }];
  let next = 0;
  for (const paragraph of paragraphs) {
    // Several may begin with one paragraph: a heading that stands in the report's contents alone has no line of its
    // own.
    for (
      let section = sections[next];
      section && paragraph.span.start >= section.span.start;
      section = sections[next]
    ) {
      blocks.push({ path: section.path, paragraphs: [] });
      next += 1;
    }
    const current = sections[next - 1];
    // Contents end with their last page, whatever comes next.
    if (current?.kind === 'contents' && paragraph.span.start <= current.span.end) continue;
    if (current?.kind === 'contents' && blocks.at(-1)?.path === current.path) blocks.push({ path: [], paragraphs: [] });
    if (!isHeadingOf(paragraph, sections[next - 1])) blocks.at(-1)?.paragraphs.push(paragraph);
  }
  return blocks.filter((block) => block.paragraphs.length > 0);
}

/** A heading may have come on two lines; both belong to it and to no chunk. */
function isHeadingOf({ span, text }: PlacedParagraph, section: Section | undefined): boolean {
  const heading = section?.path.at(-1);
  if (!section || heading === undefined) return false;
  return span.start < section.span.start + heading.length && heading.includes(text);
}

function spansOf({ paragraphs }: Block): Span[] {
  const pieces = paragraphs.flatMap(({ text, span }) =>
    splitSentences(text).flatMap((sentence) =>
      piecesOf(sentence.text).map(({ start, end }) => {
        const from = span.start + sentence.span.start;
        return { start: from + start, end: from + end, length: weigh(sentence.text.slice(start, end)) };
      }),
    ),
  );
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  // Equal chunks rather than full ones and a crumb at the end.
  const count = Math.max(1, Math.ceil(total / CHUNK_LENGTH));
  const spans: Span[] = [];
  let before = 0;
  let current = -1;
  for (const { start, end, length } of pieces) {
    const wanted = Math.min(count - 1, Math.floor(((before + length / 2) / total) * count));
    const last = spans.at(-1);
    if (last && wanted === current) last.end = end;
    else spans.push({ start, end });
    current = wanted;
    before += length;
  }
  return spans;
}

/** A sentence whole; of one without end, pieces that end where a word does, if they can. */
function piecesOf(sentence: string): Span[] {
  const pieces: Span[] = [];
  for (let start = 0; start < sentence.length;) {
    const limit = start + SENTENCE_LENGTH;
    const end = limit >= sentence.length ? sentence.length : endBefore(sentence, start, limit);
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** Behind the last white space before a limit, where that does not leave half of a piece. */
function endBefore(sentence: string, start: number, limit: number): number {
  const space = sentence.slice(start, limit).search(/\s\S*$/u);
  return space > SENTENCE_LENGTH / 2 ? start + space : beforePair(sentence, limit);
}

/** Never between the halves of one character. */
function beforePair(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

function weigh(text: string): number {
  const han = text.match(/[^\p{Script=Latin}\d\s]/gu)?.length ?? 0;
  return han + (text.length - han) * LATIN_WEIGHT;
}

function paragraphMarks({ paragraphs }: Block, { pages }: ReportText): PlaceMark[] {
  return paragraphs.map(({ span, cells }, index) => {
    const screen = pageAt(pages, span.start);
    return {
      start: span.start,
      place: cells ? { kind: 'cells', ...cells, screen } : { kind: 'paragraph', number: index + 1, screen },
    };
  });
}

function placesWithin(marks: PlaceMark[], span: Span): PlaceMark[] {
  const startOf = ({ start }: PlaceMark) => start;
  const first = Math.max(0, lastAtOrBefore(marks, span.start, startOf));
  return marks.slice(first, Math.max(first, lastAtOrBefore(marks, span.end - 1, startOf)) + 1);
}
