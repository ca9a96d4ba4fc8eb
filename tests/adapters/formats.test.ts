import { describe, expect, it } from 'vitest';
import { answersAt, behavesLikeAReader, FACTS, LITTLE_REPORT, readReport, rowAt } from '../contracts/reader.ts';
import { aDocx } from '../support/formats/a-docx.ts';
import { aPptx } from '../support/formats/a-pptx.ts';
import { aReportPdf } from '../support/formats/a-report-pdf.ts';
import { anXlsx } from '../support/formats/an-xlsx.ts';
import { aCsv, aMarkdown, anEpub, anHtml } from '../support/formats/marked-texts.ts';

const PARAGRAPHS = answersAt('Passengers · para. 6', 'Fares · para. 1');
const [{ table } = {}] = LITTLE_REPORT.sections;

behavesLikeAReader({
  file: 'ferries.pdf',
  bytes: aReportPdf(LITTLE_REPORT, { isRuled: true }),
  facts: FACTS,
  cited: answersAt('Passengers · p. 1', 'Fares · p. 1'),
});
behavesLikeAReader({ file: 'ferries.docx', bytes: aDocx(LITTLE_REPORT), facts: FACTS, cited: PARAGRAPHS });
behavesLikeAReader({
  file: 'ferries.pptx',
  bytes: aPptx(LITTLE_REPORT),
  facts: FACTS,
  cited: answersAt('Passengers · slide 2', 'Fares · slide 3'),
});
behavesLikeAReader({
  file: 'ferries.xlsx',
  bytes: anXlsx(LITTLE_REPORT),
  facts: FACTS,
  cited: answersAt('Passengers · A9:D9', 'Fares · A1'),
});
behavesLikeAReader({
  file: 'ferries.html',
  bytes: Buffer.from(anHtml(LITTLE_REPORT)),
  facts: FACTS,
  cited: PARAGRAPHS,
});
behavesLikeAReader({
  file: 'ferries.md',
  bytes: Buffer.from(aMarkdown(LITTLE_REPORT)),
  facts: FACTS,
  cited: PARAGRAPHS,
});
behavesLikeAReader({ file: 'ferries.epub', bytes: anEpub(LITTLE_REPORT), facts: FACTS, cited: PARAGRAPHS });
if (table)
  behavesLikeAReader({
    file: 'ferries.csv',
    bytes: Buffer.from(aCsv(table)),
    facts: { title: 'Passengers by line', paths: ['Passengers by line'] },
    cited: rowAt('Passengers by line · cells A5:D5'),
  });

describe('a talk in subtitles', () => {
  it('is cited by the minute in which it is said', async () => {
    const srt = [
      '1\n00:00:01,000 --> 00:00:04,000\nWelcome to the <i>ferry</i> call.',
      '2\n00:01:58,500 --> 00:02:03,000\nThe average fare of all lines',
      '3\n00:02:03,100 --> 00:02:06,000\nrose to 14 dollars in 2023.',
      '4\n01:00:10,000 --> 01:00:12,000\n{\\an8}Thank you.',
    ];
    const prepared = await readReport('ferry-call.srt', Buffer.from(srt.join('\r\n\r\n')));
    expect(prepared.sections.map(({ path }) => path)).toEqual([['0:00'], ['1:00'], ['1:00:00']]);
    expect(prepared.text).toBe(
      '0:00\nWelcome to the ferry call.\n1:00\nThe average fare of all lines rose to 14 dollars in ' +
        '2023.\n1:00:00\nThank you.',
    );
    await expect(readReport('notes.srt', Buffer.from('No subtitles at all.'))).rejects.toThrow(/holds no subtitles/u);
  });
});
