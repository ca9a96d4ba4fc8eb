import type { PdfObject } from './pdf-writer.ts';
import { aLine, aPdfOfOnePage, writePdf } from './pdf-writer.ts';

const IMAGE = '/Type /XObject /Subtype /Image';

/** A sentence, so that every file has something to be taken in for. */
const SENTENCE = aLine('Shipments of chips rose by 12 percent in 2024.');
const formOf = (stream: string, resources = ''): PdfObject => ({
  dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> ${resources} >>`,
  stream,
});

/** Forms that draw the next ones, each so many times: `breadth` to the power of `depth` in all. */
export function formsInForms(depth: number, breadth: number, inmost = 'q Q'): Uint8Array {
  const forms = Array.from({ length: depth }, (_, at) => {
    const isLast = at === depth - 1;
    return isLast ? formOf(inmost) : formOf('/A Do '.repeat(breadth), `/XObject << /A ${7 + at} 0 R >>`);
  });
  return aPdfOfOnePage(`${SENTENCE}/A Do`, { resources: '/XObject << /A 6 0 R >>', more: forms });
}

/** A form that draws itself, or a ring of forms. */
export function formsInACircle(length: number): Uint8Array {
  const forms = Array.from({ length }, (_, at) => formOf('/A Do', `/XObject << /A ${6 + ((at + 1) % length)} 0 R >>`));
  return aPdfOfOnePage(`${SENTENCE}/A Do`, { resources: '/XObject << /A 6 0 R >>', more: forms });
}

/** A page tree in which some node is its own ancestor. */
export function aCircularPageTree(length: number): Uint8Array {
  const nodes = Array.from(
    { length },
    (_, at) =>
      `<< /Type /Pages /Kids [${2 + ((at + 1) % length)} 0 R] /Count 1 /Parent ` +
      `${2 + ((at + length - 1) % length)} 0 R >>`,
  );
  return writePdf(['<< /Type /Catalog /Pages 2 0 R >>', ...nodes]);
}

/** Pages whose inherited values are sought at parents in a circle. */
export function circularParents(): Uint8Array {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>',
    '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
    { stream: SENTENCE },
  ]);
}

/** A page that draws a line of text so many times. */
export function aTextBomb(lines: number, text = 'Sales rose.'): Uint8Array {
  const drawn = Array.from({ length: lines }, (_, at) => `1 0 0 1 ${at % 500} ${at % 800} Tm (${text}) Tj`);
  return aPdfOfOnePage(`BT /F1 12 Tf ${drawn.join('\n')} ET`, { isPacked: true });
}

/** A page whose one path has so many lines. */
export function aPathBomb(operators: number): Uint8Array {
  const path = Array.from({ length: operators }, (_, at) => `${(at * 7919) % 595} ${(at * 104_729) % 842} l`).join(
    '\n',
  );
  return aPdfOfOnePage(`${SENTENCE}0 0 m\n${path}\nS`, { isPacked: true });
}

/** A page that strokes so many paths. */
export function aStrokeBomb(strokes: number): Uint8Array {
  return aPdfOfOnePage(
    `${SENTENCE}${Array.from({ length: strokes }, (_, at) => `${at % 595} 0 m ${(at * 31) % 595} 842 l S`).join('\n')}`,
    { isPacked: true },
  );
}

/** An image of so many pixels a side, all black, in a few bytes. */
export function anImageBomb(side: number): Uint8Array {
  const rows = Buffer.alloc(Math.min(side * Math.ceil(side / 8), 200_000_000));
  const image: PdfObject = {
    dictionary: `${IMAGE} /Width ${side} /Height ${side} /BitsPerComponent 1 /ColorSpace /DeviceGray`,
    stream: rows,
    isPacked: true,
  };
  return aPdfOfOnePage(`${SENTENCE}q 500 0 0 500 0 0 cm /A Do Q`, {
    resources: '/XObject << /A 6 0 R >>',
    more: [image],
  });
}

/** A page of an unusual box. */
export function aPageOfBox(box: string): Uint8Array {
  return aPdfOfOnePage(SENTENCE, { box });
}

/** Text of a size that no printer has. */
export function aHugeFont(size: number): Uint8Array {
  return aPdfOfOnePage(`${SENTENCE}BT /F1 ${size} Tf 0 0 Td (Huge) Tj ET`);
}

/** Patterns whose tiles are painted with patterns. */
export function patternsInPatterns(depth: number, step: number): Uint8Array {
  const patterns = Array.from({ length: depth }, (_, at): PdfObject => {
    const isLast = at === depth - 1;
    const resources = isLast ? '<< >>' : `<< /Pattern << /P ${7 + at} 0 R >> >>`;
    return {
      dictionary:
        `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 ${step} ${step}] /XStep ${step} ` +
        `/YStep ${step} /Resources ${resources}`,
      stream: `${isLast ? '0 0 1 rg' : '/Pattern cs /P scn'} 0 0 ${step} ${step} re f`,
    };
  });
  return aPdfOfOnePage(`${SENTENCE}/Pattern cs /P scn 0 0 595 842 re f`, {
    resources: '/Pattern << /P 6 0 R >>',
    more: patterns,
  });
}

/** So many pages, each with a line. */
export function manyPages(count: number, content = SENTENCE): Uint8Array {
  const kids = Array.from({ length: count }, (_, at) => `${4 + at} 0 R`).join(' ');
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    { stream: content },
    ...Array.from(
      { length: count },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 << ' +
        '/Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    ),
  ]);
}

/** A file that says it has so many pages, and has one. */
export function pagesThatAreNotThere(count: number): Uint8Array {
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /D /St 5 >>] >> >>',
    `<< /Type /Pages /Kids [4 0 R] /Count ${count} >>`,
    { stream: SENTENCE },
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 << ' +
      '/Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
  ]);
}

/** An array in an array in an array. */
export function deepArrays(depth: number): Uint8Array {
  return aPdfOfOnePage(SENTENCE, { resources: `/X ${'['.repeat(depth)}${']'.repeat(depth)}` });
}

/** Zeros packed in zeros: a few kilobytes that unpack to megabytes, as a page's content. */
export function aFlateBomb(megabytes: number): Uint8Array {
  return aPdfOfOnePage(`${SENTENCE}${' '.repeat(megabytes * 1024 * 1024)}`, { isPacked: true });
}
