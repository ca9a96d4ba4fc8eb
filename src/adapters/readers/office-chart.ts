import { format, isValidFormat } from 'numfmt';
import type { DocumentBlock, DocumentCell } from '../../layout/documents/document-block.ts';
import type { MarkupElement } from './markup.ts';
import { attribute, childOf, childrenOf, textIn, within } from './markup.ts';
import { oneLine } from '../../text/white-space.ts';

/** A chart of an office document, as its file keeps what it draws. */
export interface OfficeChart {
  /** Its title and that of its values, then a row for each category under the names of its series. */
  blocks: DocumentBlock[];
  /** The sheets whose cells it draws. */
  sheets: string[];
}

/** Kinds of charts that draw a value for each category of each series. */
const DRAWN = /^(?:bar|line|area|pie|ofpie|doughnut|radar)(?:3d)?chart$/u;
/** More are a curve, and no labels that people read. */
const MOST_CATEGORIES = 200;
const MOST_SERIES = 50;

interface Series {
  name: string;
  categories: string[];
  values: Map<number, string>;
}

/** Reads a chart; undefined where it has no categories with values, or series that do not share them. */
export function readChart(root: MarkupElement | undefined): OfficeChart | undefined {
  const chart = childOf(root, 'chart');
  const plot = childOf(chart, 'plotarea');
  const drawn = childrenOf(plot).filter(({ name }) => DRAWN.test(name));
  const series = drawn.flatMap((each) => childrenOf(each, 'ser').map(readSeries));
  const [first] = series;
  if (!first || series.length > MOST_SERIES || first.categories.length > MOST_CATEGORIES) return undefined;
  const isShared = series.every(({ categories }) => categories.join('\n') === first.categories.join('\n'));
  if (!isShared || first.categories.length === 0 || series.every(({ values }) => values.size === 0)) return undefined;
  const title = titleOf(chart);
  const counted = childrenOf(plot, 'valax')
    .map(titleOf)
    .filter((text) => text !== '');
  const named = [title, ...(counted.length === 1 ? counted : [])].filter((text) => text !== '');
  return {
    blocks: [...named.map((line): DocumentBlock => ({ kind: 'text', lines: [line] })), tableOf(series, first, title)],
    sheets: [...new Set(within(plot, 'f').flatMap((formula) => sheetOf(textIn(formula))))],
  };
}

function titleOf(element: MarkupElement | undefined): string {
  const text = childOf(element, 'title', 'tx');
  const runs = within(text, 't').map(textIn);
  const cached = within(text, 'v').map(textIn);
  return oneLine((runs.length > 0 ? runs : cached).join('')).trim();
}

function readSeries(series: MarkupElement): Series {
  const name = oneLine(within(childOf(series, 'tx'), 'v').map(textIn).join(' ')).trim();
  const categories = childOf(series, 'cat');
  // Of categories over several lines nobody can say which belongs to which.
  const isPlain = childOf(categories, 'multilvlstrref') === undefined;
  const labels = isPlain ? pointsOf(categories) : new Map<number, string>();
  const last = Math.max(-1, ...labels.keys());
  return {
    name,
    categories: last < MOST_CATEGORIES ? Array.from({ length: last + 1 }, (_, at) => labels.get(at) ?? '') : [],
    values: pointsOf(childOf(series, 'val')),
  };
}

/** What a cache holds by its places, numbers as its format shows them. */
function pointsOf(holder: MarkupElement | undefined): Map<number, string> {
  const isNumber = within(holder, 'numcache', 'numlit').length > 0;
  const pattern = within(holder, 'formatcode').map(textIn)[0] ?? 'General';
  return new Map(
    within(holder, 'pt').flatMap((point): [number, string][] => {
      const [at, text] = [Number(attribute(point, 'idx')), textIn(childOf(point, 'v')).trim()];
      if (!Number.isInteger(at) || at < 0 || text === '') return [];
      return [[at, isNumber ? shown(text, attribute(point, 'formatCode') ?? pattern) : text]];
    }),
  );
}

/** Digits beyond these are the machine's, and nobody's who wrote the chart. */
const PRECISION = 12;

function shown(text: string, pattern: string): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  const plain = Number(value.toPrecision(PRECISION));
  const isGeneral = /^(?:general|)$/iu.test(pattern) || !isValidFormat(pattern);
  return isGeneral ? String(plain) : format(pattern, plain).trim();
}

function tableOf(series: readonly Series[], { categories }: Series, title: string): DocumentBlock {
  const cell = (row: number, column: number, text: string): DocumentCell[] =>
    text === '' ? [] : [{ row, column, rows: 1, columns: 1, lines: [text], isBold: false, indent: 0 }];
  const heads = series.flatMap(({ name }, at) => cell(0, at + 1, name === '' && series.length === 1 ? title : name));
  const rows = categories.flatMap((label, at) => [
    ...cell(at + 1, 0, label),
    ...series.flatMap(({ values }, column) => cell(at + 1, column + 1, values.get(at) ?? '')),
  ]);
  return { kind: 'table', cells: [...heads, ...rows], headRows: 1, caption: [] };
}

/** The sheet of `'Sales 2023'!$B$2:$B$5`. */
function sheetOf(formula: string): string[] {
  const name = /^'?(?<sheet>[^!]{1,100}?)'?!/u.exec(formula.trim())?.groups?.['sheet'];
  return name === undefined ? [] : [name.replaceAll("''", "'")];
}
