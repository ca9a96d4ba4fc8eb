import type { Place } from '../domain/report.ts';
import type { LogRow } from '../domain/review.ts';
import { csvCell } from '../outlets/csv-cell.ts';
import { jsonText } from '../outlets/json-text.ts';

const COLUMNS = [
  'number',
  'at',
  'editor',
  'action',
  'verdict',
  'note',
  'question',
  'claim',
  'quote',
  'report',
  'section',
  'page',
  'answer',
  'citation',
  'quote key',
  'previous hash',
  'hash',
];
/** Excel takes a CSV file for UTF-8 only when it begins with this mark; without it, Chinese is garbled. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** The log as CSV after RFC 4180, made for spreadsheets. */
export function logCsv(rows: LogRow[]): string {
  const lines = [COLUMNS, ...rows.map(cellsOf)].map((cells) => cells.map(csvCell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** The log as one JSON object; the entries are as they were hashed. */
export function logJson(rows: LogRow[]): string {
  const entries = rows.map(({ entry, answer, claim, citation }) => ({
    ...entry,
    about: answer
      ? {
          question: answer.question,
          asker: answer.asker,
          place: answer.place,
          claim: claim ?? null,
          quote: citation?.quote ?? null,
        }
      : null,
  }));
  return `${jsonText({ entries }, 2)}\n`;
}

function cellsOf({ entry, answer, claim, citation }: LogRow): string[] {
  const quote = citation?.quote;
  const place = quote && placeCell(quote.place);
  return [
    String(entry.number),
    entry.at,
    entry.editor,
    entry.action,
    entry.verdict ?? '',
    entry.note,
    answer?.question ?? '',
    claim ?? '',
    quote?.text ?? '',
    quote?.reportTitle ?? '',
    quote?.path.join(' › ') ?? '',
    place ?? '',
    entry.answerId,
    entry.citationId ?? '',
    entry.quoteKey ?? '',
    entry.previousHash,
    entry.hash,
  ];
}

function placeCell(place: Place): string {
  switch (place.kind) {
    case 'page':
      return place.label;
    case 'slide':
      return `slide ${place.number}`;
    case 'paragraph':
      return `¶ ${place.number}`;
    case 'cells':
  }
  return [place.sheet, place.range].filter(Boolean).join('!');
}
