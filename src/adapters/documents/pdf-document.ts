import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { FootnotedDocument } from '../../domain/footnoted-document.ts';

/** Holds the common Chinese characters, and is embedded as far as it is used: every reader shows the same. */
const FONT_FILE = fileURLToPath(new URL('../../../assets/fonts/NotoSansSC-Regular.ttf', import.meta.url));
const FONT = 'body';
/** In points. */
const MARGIN = { top: 64, bottom: 64, left: 68, right: 68 };
const SIZE = { title: 19, heading: 13, body: 11, small: 8.5, mark: 7 };
const GAP = { line: 3.5, paragraph: 8, notes: 10 };
const COLOUR = { ink: '#1d1d1b', quiet: '#5c5a55', line: '#b8b4aa' };
/** Characters of a note: what is longer is read in the report. */
const NOTE_LENGTH = 900;
/** Stands for a character that the font does not have. */
const MISSING = '〓';

/** What stands on a page as one, and the notes that go with it. */
interface Block {
  text: string;
  marks: string;
  size: number;
  colour: string;
  /** Space above it, in points; none at the top of a page. */
  above: number;
  notes: number[];
}

/** A PDF whose notes stand at the foot of the page that first refers to them. */
export async function writePdf(document: FootnotedDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    lang: document.language,
    info: { Title: document.title },
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
  const font = readFileSync(FONT_FILE);
  pdf.registerFont(FONT, font).font(FONT).lineGap(GAP.line);
  layOut(pdf, { blocks: blocksOf(document), notes: document.notes, drawable: drawableBy(font) });
  pdf.end();
  return whole;
}

function blocksOf({ title, about, parts }: FootnotedDocument): Block[] {
  const plain = { marks: '', notes: [], above: GAP.paragraph };
  const small = (text: string): Block => ({ ...plain, text, size: SIZE.small, colour: COLOUR.quiet, above: 2 });
  return [
    { ...plain, text: title, size: SIZE.title, colour: COLOUR.ink },
    ...about.map(small),
    ...parts.flatMap(({ heading, sentences, remarks }) => [
      ...(heading === undefined
        ? []
        : [{ ...plain, text: heading, size: SIZE.heading, colour: COLOUR.ink, above: 2 * GAP.paragraph }]),
      ...sentences.flatMap(({ text, notes, remark }): Block[] => [
        {
          text,
          marks: notes.map((number) => `[${number}]`).join(' '),
          size: SIZE.body,
          colour: COLOUR.ink,
          above: GAP.paragraph,
          notes,
        },
        ...(remark === undefined ? [] : [small(remark)]),
      ]),
      ...remarks.map(small),
    ]),
  ];
}

/** What is laid out. */
interface Laid {
  blocks: readonly Block[];
  notes: readonly string[];
  /** Of a text what the font has; the rest is shown to be missing. */
  drawable(text: string): string;
}

/** Fills page after page: a block goes on the next one where it and its notes do not fit. */
function layOut(pdf: PDFKit.PDFDocument, { blocks, notes, drawable }: Laid): void {
  const width = pdf.page.width - MARGIN.left - MARGIN.right;
  const bottom = pdf.page.height - MARGIN.bottom;
  const noted = new Set<number>();
  const noteText = (number: number) => drawable(`[${number}] ${cut(notes[number - 1] ?? '')}`);
  const heightOf = (text: string, size: number) => pdf.fontSize(size).heightOfString(text, { width });
  const heightOfNotes = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + heightOf(noteText(number), SIZE.small), numbers.length > 0 ? GAP.notes : 0);
  let [y, onPage] = [MARGIN.top, [] as number[]];

  function endPage(): void {
    let foot = bottom - heightOfNotes(onPage) + GAP.notes;
    // What ends at the margin must not begin another page.
    pdf.page.margins.bottom = 0;
    if (onPage.length > 0)
      pdf
        .moveTo(MARGIN.left, foot - GAP.notes / 2)
        .lineTo(MARGIN.left + width / 3, foot - GAP.notes / 2)
        .lineWidth(0.5)
        .stroke(COLOUR.line);
    for (const number of onPage) {
      const text = noteText(number);
      pdf.fontSize(SIZE.small).fillColor(COLOUR.quiet).text(text, MARGIN.left, foot, { width });
      foot += heightOf(text, SIZE.small);
    }
  }

  for (const { text, marks, size, colour, above, notes: numbers } of blocks) {
    const fresh = numbers.filter((number) => !noted.has(number));
    const shown = drawable(text);
    const height = heightOf([shown, marks].join(' '), size);
    if (y > MARGIN.top && y + above + height + heightOfNotes([...onPage, ...fresh]) > bottom) {
      endPage();
      pdf.addPage();
      [y, onPage] = [MARGIN.top, []];
    } else if (y > MARGIN.top) y += above;
    pdf
      .fontSize(size)
      .fillColor(colour)
      .text(shown, MARGIN.left, y, { width, continued: marks !== '' });
    if (marks !== '') pdf.fontSize(SIZE.mark).fillColor(COLOUR.quiet).text(` ${marks}`);
    y = pdf.y;
    for (const number of fresh) noted.add(number);
    onPage.push(...fresh);
  }
  endPage();
}

function cut(text: string): string {
  return text.length > NOTE_LENGTH ? `${text.slice(0, NOTE_LENGTH)}…` : text;
}

function drawableBy(font: Buffer): Laid['drawable'] {
  const opened = create(font);
  const has = (character: string) =>
    !('hasGlyphForCodePoint' in opened) || opened.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return (text) => [...text.replaceAll(/\s+/gu, ' ')].map((each) => (has(each) ? each : MISSING)).join('');
}
