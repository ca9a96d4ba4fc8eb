import { expect, it } from 'vitest';
import type { PreparedReport } from '../../src/domain/prepared-report.ts';
import { readReport } from '../contracts/reader.ts';
import { aLibraryOf } from '../support/answer-from.ts';
import { aDocx } from '../support/formats/a-docx.ts';
import { aPptx } from '../support/formats/a-pptx.ts';
import { aReportPdf } from '../support/formats/a-report-pdf.ts';
import { anXlsx } from '../support/formats/an-xlsx.ts';
import type { LittleReport } from '../support/formats/little-report.ts';
import type { MadeTable } from '../support/formats/made-tables.ts';
import { aMadeTable } from '../support/formats/made-tables.ts';
import { anHtml } from '../support/formats/marked-texts.ts';
import { seeded } from '../support/fuzz-runs.ts';
import { claimsOf } from '../../src/domain/answer.ts';

const TABLES = 24;
const SHARE = 0.95;

/** Each way in which a table may come, and the ending of its file. */
const FORMATS: readonly (readonly [string, (report: LittleReport) => Uint8Array])[] = [
  ['ruled.pdf', (report) => aReportPdf(report, { isRuled: true })],
  ['unruled.pdf', (report) => aReportPdf(report, { isRuled: false })],
  ['over-pages.pdf', (report) => aReportPdf(report, { isRuled: true, rowsPerPage: 5 })],
  ['marked.docx', (report) => aDocx(report)],
  ['unmarked.docx', (report) => aDocx(report, false)],
  ['slides.pptx', aPptx],
  ['sheets.xlsx', anXlsx],
  ['page.html', (report) => Buffer.from(anHtml(report, false))],
];

/** Tables of both languages, with merged heads and two units or without, in every format. */
async function madeTables(): Promise<{ made: MadeTable; read: PreparedReport }[]> {
  const random = seeded(16);
  const all: { made: MadeTable; read: PreparedReport }[] = [];
  for (let at = 0; at < TABLES; at++) {
    const [file = '', make] = FORMATS[at % FORMATS.length] ?? [];
    const language = at % 2 === Math.floor(at / FORMATS.length) % 2 ? 'en' : 'zh';
    const made = aMadeTable({ language, isMerged: at % 3 === 0, hasTwoUnits: at % 4 < 2, rows: 8 }, random);
    all.push({ made, read: await readReport(`${at}-${file}`, make?.(made.report) ?? new Uint8Array()) });
  }
  return all;
}

it(`answers ${SHARE} and more of 120 cells of ${TABLES} tables in every format, with the row of the cell`, async () => {
  const tables = await madeTables();
  const wrong: string[] = [];
  for (const { made, read } of tables) {
    const { ask } = await aLibraryOf(read);
    for (const { text, label, value } of made.questions) {
      const answer = await ask(text);
      const cited = claimsOf(answer)[0]?.quotes[0]?.text ?? '';
      const [first, ...cells] = cited.split('\t');
      const said = claimsOf(answer)[0]?.text ?? '';
      if (first !== label || !cells.includes(value) || !said.includes(value))
        wrong.push(`${read.report.file}: ${text} ${value}: ${cited}`);
    }
  }
  const asked = tables.flatMap(({ made }) => made.questions).length;
  expect({ asked, wrong: wrong.slice(0, Math.max(0, wrong.length - (1 - SHARE) * asked)) }).toEqual({
    asked: 120,
    wrong: [],
  });
}, 120_000);

it('says of each row of them its label, and under each head its value with the unit', async () => {
  const tables = await madeTables();
  const said = tables.flatMap(({ made, read }) => {
    const rows = read.statements.flat().flatMap(({ kind, text }) => (kind === 'row' ? [text] : []));
    return made.report.sections.flatMap(({ table }) => {
      if (!table) return [];
      const years = table.heads.flat().filter(({ text }) => /\d{4}/u.test(text));
      return table.rows.map(([label, ...cells]) => {
        const row = rows.find((each) => /[:：]/u.test(each) && each.startsWith(label?.text ?? '')) ?? '';
        const isWhole = years.every(({ text: year }, column) =>
          row.includes(`${year} ${saidAs(cells[column]?.text, year)}`),
        );
        const hasUnit = /万元|in millions/u.test(row);
        return isWhole && hasUnit ? [] : [`${read.report.file}: ${row}`];
      });
    });
  });
  expect(said.flat()).toEqual([]);
}, 60_000);

/** A value with the unit of its table, which Chinese says with each. */
function saidAs(value: string | undefined, year: string): string {
  return year.endsWith('年') ? (value ?? '').replace(/(?=\)?$)/u, '万元') : (value ?? '');
}
