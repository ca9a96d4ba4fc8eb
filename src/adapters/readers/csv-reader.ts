import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UnreadableReportError } from '../../domain/errors.ts';
import { FILE_LIMITS } from '../../domain/file-limits.ts';
import type { ReportReader } from '../../domain/ports.ts';
import { sheetBlocks } from '../../layout/documents/sheet-blocks.ts';
import type { SheetCell } from '../../layout/documents/sheet-blocks.ts';
import { documentReport } from './document-report.ts';
import { openTally } from './tally.ts';
import { readText } from './read-text.ts';

/** Reads tables of text: one sheet without a name, cited by its cells. */
export const csvReader: ReportReader = {
  extensions: ['.csv', '.tsv'],
  largest: FILE_LIMITS.characters * 4,
  async read(path, bytes) {
    const file = basename(path);
    const records = recordsOf(file, readText(file, bytes, 'table of text'));
    return documentReport({
      file,
      bytes,
      blocks: sheetBlocks({ name: undefined, cells: cellsOf(file, records) }),
      tally: openTally(),
    });
  },
};

const Records = z.array(z.array(z.string()));

function recordsOf(file: string, text: string): string[][] {
  try {
    return Records.parse(
      parse(text, {
        delimiter: delimiterOf(text),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: FILE_LIMITS.charactersPerPage,
      }),
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadableReportError(
      `${file}: cannot be read as a table of text (${reason}); save it anew as CSV, or as .txt.`,
      { cause },
    );
  }
}

/** Lines that are looked at for the mark between cells. */
const LINES = 50;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The mark that stands most evenly in the lines, outside of quotes: as often in most of them. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, FILE_LIMITS.charactersPerPage)
    .replaceAll(/"[^"]*"/gu, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const evenness = (mark: string) => {
    const counts = Map.groupBy(lines.map((line) => line.split(mark).length - 1).filter(Boolean), (count) => count);
    return Math.max(0, ...[...counts.values()].map((same) => same.length));
  };
  return DELIMITERS.reduce((best, mark) => (evenness(mark) > evenness(best) ? mark : best), DELIMITERS[0]);
}

function cellsOf(file: string, records: string[][]): SheetCell[] {
  const cells = records.flatMap((record, row) =>
    record.flatMap((text, column): SheetCell[] =>
      text.trim() === '' ? [] : [{ row, column, rows: 1, columns: 1, text, isBold: false, indent: 0 }],
    ),
  );
  if (cells.length > FILE_LIMITS.cells)
    throw new UnreadableReportError(
      `${file}: holds more than ${FILE_LIMITS.cells.toLocaleString('en')} cells; split it into parts.`,
    );
  return cells;
}
