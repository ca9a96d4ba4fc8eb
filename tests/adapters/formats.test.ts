import { behavesLikeAReader, LITTLE_REPORT } from '../contracts/reader.ts';
import { aDocx } from '../support/formats/a-docx.ts';
import { aPptx } from '../support/formats/a-pptx.ts';
import { aReportPdf } from '../support/formats/a-report-pdf.ts';
import { anXlsx } from '../support/formats/an-xlsx.ts';
import { aCsv, aMarkdown, anEpub, anHtml } from '../support/formats/marked-texts.ts';

const PARAGRAPHS = { row: 'Passengers · para. 6', fares: 'Fares · para. 1' };
const [{ table } = {}] = LITTLE_REPORT.sections;

behavesLikeAReader({
  file: 'ferries.pdf',
  bytes: aReportPdf(LITTLE_REPORT, { isRuled: true }),
  places: { row: 'Passengers · p. 1', fares: 'Fares · p. 1' },
});
behavesLikeAReader({ file: 'ferries.docx', bytes: aDocx(LITTLE_REPORT), places: PARAGRAPHS });
behavesLikeAReader({
  file: 'ferries.pptx',
  bytes: aPptx(LITTLE_REPORT),
  places: { row: 'Passengers · slide 2', fares: 'Fares · slide 3' },
});
behavesLikeAReader({
  file: 'ferries.xlsx',
  bytes: anXlsx(LITTLE_REPORT),
  places: { row: 'Passengers · A9:D9', fares: 'Fares · A1' },
});
behavesLikeAReader({ file: 'ferries.html', bytes: Buffer.from(anHtml(LITTLE_REPORT)), places: PARAGRAPHS });
behavesLikeAReader({ file: 'ferries.md', bytes: Buffer.from(aMarkdown(LITTLE_REPORT)), places: PARAGRAPHS });
behavesLikeAReader({ file: 'ferries.epub', bytes: anEpub(LITTLE_REPORT), places: PARAGRAPHS });
if (table)
  behavesLikeAReader({
    file: 'ferries.csv',
    bytes: Buffer.from(aCsv(table)),
    places: { row: 'Passengers by line · cells A5:D5' },
  });
