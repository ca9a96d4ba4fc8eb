import type { Quote } from '../domain/answer.ts';
import type { FigureFact } from '../domain/figure-fact.ts';
import { csvCell } from './csv-cell.ts';

const COLUMNS = [
  'subject',
  'measure',
  'period',
  'value',
  'low',
  'high',
  'unit',
  'place',
  'stance',
  'unsure',
  'report',
  'published',
  'section',
  'page',
  'quote',
] as const;
/** Excel takes a CSV file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** Figures as CSV after RFC 4180, made for spreadsheets: one line a figure. */
export function figuresCsv(facts: readonly FigureFact[]): string {
  const lines = [[...COLUMNS], ...facts.map(cellsOf)].map((cells) => cells.map(csvCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function cellsOf({
  subject,
  measure,
  period,
  value,
  unit,
  place,
  stances,
  unsure,
  quote,
  report,
}: FigureFact): string[] {
  return [
    subject ?? '',
    measure,
    period?.text ?? '',
    value.text,
    String(value.low),
    String(value.high),
    unit,
    place ?? '',
    stances.join(' '),
    unsure.join(' '),
    report.title,
    report.publishedOn ?? '',
    quote.path.join(' › '),
    placeCell(quote),
    quote.text,
  ];
}

/** Where a quote stands, in one cell: a printed page, a slide, a paragraph or cells of a sheet. */
export function placeCell({ place }: Quote): string {
  switch (place.kind) {
    case 'page':
      return place.label;
    case 'slide':
      return String(place.number);
    case 'paragraph':
      return `¶${place.number}`;
    case 'cells':
  }
  return place.sheet === undefined ? place.range : `${place.sheet}!${place.range}`;
}
