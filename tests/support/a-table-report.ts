import { createHash } from 'node:crypto';
import type { PreparedReport } from '../../src/domain/prepared-report.ts';
import type { Table } from '../../src/domain/table.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';

/** What a table of a report says. */
interface SaidTable {
  heading: string;
  /** Lines above it: what it is called and counted in. */
  above: string[];
  stub: string;
  heads: string[];
  rows: [string, ...string[]][];
}

/** A report that holds one table, under a heading with paragraphs. */
export function aTableReport(
  { heading, above, stub, heads, rows }: SaidTable,
  { texts = [], ...over }: { texts?: string[]; file?: string; title?: string; publishedOn?: string } = {},
): PreparedReport {
  const read = rows.map(([label, ...cells]) => ({
    groups: [],
    label,
    cells: cells.map((text) => ({ text })),
    isSure: true,
  }));
  const table: Table = { above, stub, heads: heads.map((head) => [head]), rows: read, by: 'rules' };
  const lines = [
    { text: heading, headingLevel: 1, endsParagraph: true },
    ...texts.map((text) => ({ text, endsParagraph: true })),
    ...above.map((text) => ({ text, endsParagraph: true })),
    ...read.map((row) => ({
      text: [row.label, ...row.cells.map(({ text }) => text)].join('\t'),
      endsParagraph: true,
      table,
      row,
    })),
  ];
  const { file = 'table.pdf', title = '港口年报', ...more } = over;
  const hash = createHash('sha256')
    .update(file + JSON.stringify(lines.map(({ text }) => text)))
    .digest('hex');
  return prepareReport({ file, hash, title, paged: true, pages: [{ lines }], ...more });
}

/** What two harbours handled in two years. */
export const TONNAGE = aTableReport({
  heading: 'Tonnage by harbour',
  above: ['Yearly tonnage by harbour'],
  stub: 'Harbour',
  heads: ['2020', '2021'],
  rows: [
    ['Alder', '398', '274'],
    ['Birkby', '419', '617'],
  ],
});
