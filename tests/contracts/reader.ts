import { describe, expect, it } from 'vitest';
import type { PreparedReport } from '../../src/domain/prepared-report.ts';
import { prepareReport } from '../../src/ingest/prepare-report.ts';
import { READERS } from '../../src/wiring/readers.ts';
import { citationLabel } from '../../src/words/place-label.ts';
import { aLibraryOf } from '../support/answer-from.ts';
import type { LittleReport } from '../support/formats/little-report.ts';
import { cells } from '../support/formats/little-report.ts';
import { claimsOf } from '../../src/domain/answer.ts';

/** The report that is written in every format. */
export const LITTLE_REPORT: LittleReport = {
  title: 'Ferry Market Monitor 2023',
  date: 'June 2024',
  sections: [
    {
      heading: 'Passengers',
      paragraphs: ['Ferries carried 41 million passengers in 2023, 6 percent more than in 2022.'],
      table: {
        above: ['Passengers by line', 'in thousands'],
        heads: [
          [
            { text: 'Line', rows: 2 },
            { text: 'Passengers', columns: 2 },
            { text: 'Change', rows: 2 },
          ],
          cells('2023', '2022'),
        ],
        rows: [cells('Strait', '12,400', '11,100', '11.7%'), cells('Island', '8,050', '8,310', '(3.1%)')],
      },
    },
    { heading: 'Fares', paragraphs: ['The average fare of all lines rose to 14 dollars in the year 2023.'] },
  ],
};

/** What a format makes of the report. */
export interface ReadFormat {
  file: string;
  bytes: Uint8Array;
  /** Title, day and outline. */
  facts: { title: string; publishedOn?: string | undefined; paths: string[] };
  /** What answers cite: sentence or row, and place. */
  cited: Record<string, string>;
}

/** Title, day and outline of the report, where the format has them. */
export const FACTS = { title: LITTLE_REPORT.title, publishedOn: '2024-06', paths: ['Passengers', 'Fares'] };

/** What answers cite, with the places of the row and of the sentence. */
const RISE = 'The average fare of all lines rose to 14 dollars in the year 2023.';
export function answersAt(row: string, fares: string): ReadFormat['cited'] {
  return {
    ...rowAt(row),
    'How high was the average fare in 2023?': `${RISE} (${fares})`,
  };
}

/** What an answer from the table cites. */
export function rowAt(row: string): ReadFormat['cited'] {
  return { 'How many passengers did the Strait line carry in 2023?': `Strait | 12,400 | 11,100 | 11.7% (${row})` };
}

/** A file's content, read and made ready. */
export async function readReport(file: string, bytes: Uint8Array): Promise<PreparedReport> {
  const reader = READERS.find(({ extensions }) => extensions.some((extension) => file.endsWith(extension)));
  if (!reader) throw new RangeError(`no reader for ${file}`);
  return prepareReport(await reader.read(file, bytes));
}

/** What holds for every reader of reports, whatever the format. */
export function behavesLikeAReader({ file, bytes, facts, cited }: ReadFormat): void {
  describe(`the little report as ${file}`, () => {
    it('has its title, day and outline', async () => {
      const { report, sections } = await readReport(file, bytes);
      const { title, publishedOn } = report;
      expect({ title, publishedOn, paths: sections.map(({ path }) => path.join(' › ')) }).toEqual(facts);
    });

    it('says the same of each row of its table', async () => {
      const { statements } = await readReport(file, bytes);
      const rows = statements.flat().filter(({ kind, text }) => kind === 'row' && text.includes(': '));
      expect(rows.map(({ text }) => text)).toEqual([
        'Strait: Passengers 2023 12,400; Passengers 2022 11,100; Change 11.7% (in thousands, Passengers by line)',
        'Island: Passengers 2023 8,050; Passengers 2022 8,310; Change (3.1%) (in thousands, Passengers by line)',
      ]);
    });

    it('gives the same answers, each with its place', async () => {
      const { ask } = await aLibraryOf(await readReport(file, bytes));
      const found: Record<string, string> = {};
      for (const question of Object.keys(cited)) {
        const answer = await ask(question);
        const [quote] = claimsOf(answer)[0]?.quotes ?? [];
        const place = quote && citationLabel(quote.path, quote.place, 'en');
        found[question] = `${quote?.text.replaceAll('\t', ' | ')} (${place})`;
      }
      expect(found).toEqual(cited);
    });
  });
}
