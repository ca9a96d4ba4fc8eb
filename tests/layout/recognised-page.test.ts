import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/layout/page-layout.ts';
import { readPage, sourceLinesOf } from '../../src/layout/read-page.ts';
import { recognisedPage } from '../../src/layout/recognised-page.ts';

const PAGE = { width: 400, height: 200, scale: 2 };

/** A line as Tesseract gives it: its words with left, right and sureness, in type of 40 pixels. */
function aLine(top: number, words: [string, number, number, number][], size = 40): string {
  const spans = words.map(
    ([text, left, right, sureness]) =>
      `<span class='ocrx_word' id='w' title='bbox ${left} ${top} ${right} ${top + 40}; x_wconf ${sureness}'>` +
      `${text}</span>`,
  );
  return (
    `<span class='ocr_line' id='l' title="bbox 40 ${top} 700 ${top + 40}; baseline 0 -8; x_size ${size}; ` +
    `x_descenders 8">${spans.join('\n')}</span>`
  );
}

function textsOf(...lines: string[]): string[] {
  const page = readPage(recognisedPage(`<p class='ocr_par' id='p' title='bbox 0 0 9 9'>${lines.join('\n')}</p>`, PAGE));
  return sourceLinesOf(page).map(({ text }) => text);
}

describe('the recognised text of a page', () => {
  it('has blanks between words and none between Chinese characters', () => {
    expect([
      textsOf(
        aLine(20, [
          ['Profit', 40, 140, 96],
          ['&amp;', 150, 170, 95],
          ['<strong>loss</strong>', 180, 260, 96],
        ]),
      ),
      textsOf(
        aLine(20, [
          ['2020', 40, 300, 92],
          ['年', 120, 160, 93],
          ['支出', 160, 240, 96],
        ]),
      ),
    ]).toEqual([['Profit & loss'], ['2020年支出']]);
  });

  it('shows for each word that is not sure that something stands there, and asks more of figures', () => {
    const line = aLine(20, [
      ['Fees', 40, 100, 97],
      ['rose', 110, 180, 55],
      ['by', 190, 220, 85],
      ['47', 230, 270, 85],
    ]);
    expect(textsOf(line)).toEqual(['Fees \ufffd\ufffd\ufffd\ufffd by \ufffd\ufffd']);
  });

  it('has no line of which nothing is sure, and no sign that is not: stains look so', () => {
    expect(
      textsOf(
        aLine(20, [['~', 40, 50, 30]]),
        aLine(80, [
          ['Ferries', 40, 150, 96],
          ['|', 160, 165, 20],
        ]),
      ),
    ).toEqual(['Ferries']);
  });

  it('has one height of type where the measured ones differ little', () => {
    const page = readPage(
      recognisedPage(
        `<p class='ocr_par' id='p' title='bbox 0 0 9 9'>${aLine(20, [['Harbours', 40, 200, 96]], 40)}</p><p ` +
          `class='ocr_par' id='p' title='bbox 0 0 9 9'>${aLine(80, [['Ferries', 40, 180, 96]], 43)}</p>`,
        PAGE,
      ),
    );
    expect(sourceLinesOf(page).map(({ typeSize }) => typeSize)).toEqual([20, 20]);
  });

  it('stands where the words are in the picture', () => {
    const page = readPage(recognisedPage(aLine(20, [['Ferries', 40, 180, 96]]), PAGE));
    const { runs, ...size } = layoutOf(page, PAGE);
    expect([size, runs.map(({ text, left, width }) => [text, left, Math.round(width)])]).toEqual([
      { width: 400, height: 200 },
      [['Ferries', 20, 70]],
    ]);
  });
});
