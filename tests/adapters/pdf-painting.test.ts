import { describe, expect, it } from 'vitest';
import { pdfReader } from '../../src/adapters/readers/pdf-reader.ts';
import { FILE_LIMITS } from '../../src/domain/file-limits.ts';
import { refuseTooMuch } from '../../src/domain/refuse-too-much.ts';
import { aLine, aPdfOfOnePage, writePdf } from '../support/pdf-writer.ts';

const read = async (bytes: Uint8Array) => {
  const { pages } = await pdfReader.read('report.pdf', bytes);
  return pages.map(({ lines, leftOut }) => ({ lines: lines.map(({ text }) => text), ...leftOut }));
};
const NOTHING = { turned: 0, doubled: 0, marks: 0, isRecognised: false };

describe('what is painted', () => {
  it('is what is read: not text without paint, in white, under a box, or off the page', async () => {
    const content = [
      aLine('Ferries carry mail.'),
      `3 Tr ${aLine('Unpainted', 680)} 0 Tr`,
      `1 g ${aLine('White', 660)} 0 g`,
      `${aLine('Covered', 640)} 1 g 60 630 200 30 re f 0 g`,
      aLine('Off', 900),
      `q 0 0 10 10 re W n ${aLine('Clipped', 620)} Q`,
    ].join('\n');
    expect(await read(aPdfOfOnePage(content))).toEqual([{ lines: ['Ferries carry mail.'], ...NOTHING, hidden: 31 }]);
  });

  it('is read where a dark ground makes white text seen, by lines as thick as bars and by shapes', async () => {
    const content = [
      `0.2 g 60 690 300 30 re f 1 g ${aLine('On a box', 700)}`,
      `0.2 G 30 w 60 650 m 360 650 l S ${aLine('On a bar', 646)}`,
      `0.2 g 60 560 m 200 560 300 600 360 620 c 60 620 l f 1 g ${aLine('On a shape', 600)}`,
    ].join('\n');
    expect(await read(aPdfOfOnePage(content))).toEqual([{ lines: ['On a box', 'On a bar', 'On a shape'] }]);
  });

  it('is read upright on a page that is turned, by the file or by its text', async () => {
    const turned = 'BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Ferries carry mail.) Tj ET';
    const page = (rotate: number, number: number) =>
      `<< /Type /Page /Parent 2 0 R /Rotate ${rotate} /MediaBox [0 0 595 842] /Contents ${number} 0 R ` +
      '/Resources << /Font << /F1 3 0 R >> >> >>';
    const bytes = writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 2 >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      page(90, 6),
      page(0, 6),
      { stream: turned },
    ]);
    expect(await read(bytes)).toEqual([{ lines: ['Ferries carry mail.'] }, { lines: ['Ferries carry mail.'] }]);
  });

  it('is read in forms, as they are placed', async () => {
    const form = {
      dictionary:
        '/Type /XObject /Subtype /Form /BBox [0 0 300 50] /Matrix [1 0 0 1 72 600] /Resources << /Font << ' +
        '/F1 3 0 R >> >>',
      stream: 'BT /F1 12 Tf 0 20 Td (In a form) Tj 0 60 Td (Cut off) Tj ET',
    };
    const bytes = aPdfOfOnePage(`${aLine('Before')} /A Do`, { resources: '/XObject << /A 6 0 R >>', more: [form] });
    expect(await read(bytes)).toEqual([{ lines: ['Before', 'In a form'], ...NOTHING, hidden: 6 }]);
  });

  it('is refused in words where a page draws more than anybody prints', () => {
    expect(() => refuseTooMuch('report.pdf: page 1', { operatorsPerPage: FILE_LIMITS.operatorsPerPage + 1 })).toThrow(
      'report.pdf: page 1 holds more than 2,000,000 pieces of a drawing',
    );
  });
});
