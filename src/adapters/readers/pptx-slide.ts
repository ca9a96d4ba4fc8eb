import type { DocumentBlock, DocumentCell } from '../../layout/documents/document-block.ts';
import type { TextRun } from '../../layout/documents/joined-runs.ts';
import { joinedRuns } from '../../layout/documents/joined-runs.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, relationId, textIn, within } from './markup.ts';
import type { Tally } from './tally.ts';
import { given } from '../../domain/given.ts';
import { oneLine } from '../../text/white-space.ts';

/** What a slide says. */
export interface Slide {
  title?: string;
  /** It is laid out as the cover of a presentation. */
  isCover: boolean;
  /** Without the title. */
  blocks: DocumentBlock[];
}

/** What reading a slide stands on. */
export interface SlideParts {
  /** In the units of the format. */
  size: { width: number; height: number };
  tally: Tally;
  /** What a chart says, by the id by which its slide refers to it. */
  chartOf?(id: string): DocumentBlock[];
}

/** Placeholders that stand alike on every slide. */
const FURNITURE = ['dt', 'ftr', 'hdr', 'sldNum'];
const TITLES = ['title', 'ctrTitle'];

/** Reads a slide: its title, then its shapes in the order in which a reading program says them. */
export function readSlide(slide: MarkupElement, parts: SlideParts): Slide {
  const shapes = shapesIn(childOf(slide, 'csld', 'sptree'), parts);
  const heading = shapes.find((shape) => TITLES.includes(placeholderOf(shape) ?? '') && textOf(shape, parts) !== '');
  const title = heading && textOf(heading, parts);
  return {
    ...given({ title }),
    isCover: heading !== undefined && placeholderOf(heading) === 'ctrTitle',
    blocks: shapes.filter((shape) => shape !== heading).flatMap((shape) => shapeBlocks(shape, parts)),
  };
}

/** The shapes of a slide that are seen, those of groups too. */
function shapesIn(tree: MarkupElement | undefined, parts: SlideParts): MarkupElement[] {
  return childrenOf(tree).flatMap((child): MarkupElement[] => {
    if (child.name === 'grpsp') return shapesIn(child, parts);
    if (child.name === 'alternatecontent')
      return shapesIn(childOf(child, 'choice') ?? childOf(child, 'fallback'), parts);
    if (!['sp', 'graphicframe', 'pic', 'cxnsp'].includes(child.name)) return [];
    if (isUnseen(child, parts)) {
      if (textIn(child).trim() !== '') parts.tally.add('hidden_text');
      return [];
    }
    return [child];
  });
}

function placeholderOf(shape: MarkupElement): string | undefined {
  const placeholder = childrenOf(shape).flatMap((child) => childOf(child, 'nvpr', 'ph') ?? [])[0];
  return placeholder && (attribute(placeholder, 'type') ?? 'obj');
}

/** Hidden, or wholly off the slide. */
function isUnseen(shape: MarkupElement, { size }: SlideParts): boolean {
  const named = childrenOf(shape).flatMap((child) => childOf(child, 'cnvpr') ?? [])[0];
  if (['1', 'true'].includes(attribute(named, 'hidden') ?? '')) return true;
  const frame = childOf(shape, 'sppr', 'xfrm') ?? childOf(shape, 'xfrm');
  const [left, top] = ['x', 'y'].map((key) => Number(attribute(childOf(frame, 'off'), key) ?? Number.NaN));
  const [width, height] = ['cx', 'cy'].map((key) => Number(attribute(childOf(frame, 'ext'), key) ?? Number.NaN));
  if (left === undefined || top === undefined || width === undefined || height === undefined) return false;
  return left >= size.width || top >= size.height || left + width <= 0 || top + height <= 0;
}

function shapeBlocks(shape: MarkupElement, parts: SlideParts): DocumentBlock[] {
  const placeholder = placeholderOf(shape);
  if (placeholder !== undefined && FURNITURE.includes(placeholder)) {
    parts.tally.add('page_headers', Number(textIn(shape).trim() !== ''));
    return [];
  }
  if (shape.name === 'pic') parts.tally.add('pictures');
  const table = within(childOf(shape, 'graphic'), 'tbl')[0];
  if (table) return [tableOf(table, parts)];
  const chart = within(childOf(shape, 'graphic'), 'chart')[0];
  if (chart) return parts.chartOf?.(relationId(chart)) ?? [];
  return paragraphs(childOf(shape, 'txbody'), parts);
}

function textOf(shape: MarkupElement, parts: SlideParts): string {
  return oneLine(
    paragraphs(childOf(shape, 'txbody'), parts)
      .flatMap((block) => (block.kind === 'text' ? block.lines : []))
      .join(' '),
  ).trim();
}

/** The paragraphs of a text body, each a block. */
export function paragraphs(body: MarkupElement | undefined, { tally }: Pick<SlideParts, 'tally'>): DocumentBlock[] {
  return childrenOf(body, 'p').flatMap((paragraph): DocumentBlock[] => {
    const { text, marks } = joinedRuns(runsOf(paragraph));
    tally.add('note_marks', marks);
    return text.trim() === '' ? [] : [{ kind: 'text', lines: text.split('\n') }];
  });
}

function runsOf(paragraph: MarkupElement): TextRun[] {
  return childrenOf(paragraph).flatMap((run): TextRun[] => {
    if (run.name === 'br') return [{ text: '\n' }];
    const isNumber = run.name === 'fld' && attribute(run, 'type') === 'slidenum';
    if ((run.name !== 'r' && run.name !== 'fld') || isNumber) return [];
    const baseline = Number(attribute(childOf(run, 'rpr'), 'baseline') ?? 0);
    return [{ text: textIn(childOf(run, 't')), raised: baseline > 0 ? 'above' : undefined }];
  });
}

/** Most rows and columns that one cell takes up. */
const MOST_SPAN = 500;

function tableOf(table: MarkupElement, parts: SlideParts): DocumentBlock {
  const isSet = (element: MarkupElement | undefined, key: string) =>
    ['1', 'true'].includes(attribute(element, key) ?? '');
  const span = (cell: MarkupElement, key: string) => {
    const value = Number(attribute(cell, key) ?? 1);
    return Number.isInteger(value) && value > 0 ? Math.min(value, MOST_SPAN) : 1;
  };
  const cells = childrenOf(table, 'tr').flatMap((row, at) =>
    childrenOf(row, 'tc').flatMap((cell, column): DocumentCell[] => {
      if (isSet(cell, 'hMerge') || isSet(cell, 'vMerge')) return [];
      const body = childOf(cell, 'txbody');
      const lines = paragraphs(body, parts).flatMap((block) => (block.kind === 'text' ? block.lines : []));
      const runs = within(body, 'r').filter((run) => textIn(run).trim() !== '');
      const margin = Number(attribute(childOf(childOf(body, 'p'), 'ppr'), 'marL') ?? 0) / EMU_PER_POINT;
      return [
        {
          row: at,
          column,
          rows: span(cell, 'rowSpan'),
          columns: span(cell, 'gridSpan'),
          lines,
          isBold: runs.length > 0 && runs.every((run) => isSet(childOf(run, 'rpr'), 'b')),
          indent: Number.isFinite(margin) ? margin : 0,
        },
      ];
    }),
  );
  const hasHead = isSet(childOf(table, 'tblpr'), 'firstRow');
  // A head of two rows is not said to be one: bold type, or its place above the figures, tells.
  return { kind: 'table', cells, caption: [], ...(hasHead ? { headRows: 1 } : {}) };
}

const EMU_PER_POINT = 12_700;
