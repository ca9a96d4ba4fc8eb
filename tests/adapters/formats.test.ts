import { answersAt, behavesLikeAReader, FACTS, LITTLE_REPORT, rowAt } from '../contracts/reader.ts';
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
