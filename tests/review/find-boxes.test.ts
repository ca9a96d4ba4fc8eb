import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageRun } from '../../src/domain/source.ts';
import { findBoxes } from '../../src/review/find-boxes.ts';
import { findText } from '../../src/text/find-text.ts';

const line = (text: string, top: number, left = 50): PageRun => ({
  text,
  left,
  top,
  width: 12 * text.length,
  height: 14,
});

/** A printed page with a running header, its text broken into lines of some length, and its page number. */
function printed(text: string, length: number) {
  const lines = text.split('\n').flatMap((paragraph) => paragraph.match(new RegExp(`.{1,${length}}`, 'gu')) ?? []);
  return {
    width: 595,
    height: 842,
    runs: [line('云市场月报', 20), ...lines.map((part, index) => line(part, 60 + 20 * index)), line('8', 820, 300)],
  };
}

const TEXT = '增长放缓。亚马逊云的市占率为32%，居首位。\n微软居次。亚马逊云的市占率为32%，没有变化。';
const PAGE = { number: 1, label: '8', span: { start: 0, end: TEXT.length } };

describe('the boxes of a quote', () => {
  it('cover its words on each line, and no others', () => {
    const start = TEXT.indexOf('亚马逊');
    const boxes = findBoxes(TEXT, PAGE, { start, end: start + 13 }, printed(TEXT, 10));
    expect(boxes).toEqual([
      { text: '亚马逊云的', left: 110, top: 60, width: 60, height: 14 },
      { text: '市占率为32%，', left: 50, top: 80, width: expect.closeTo(93.1, 0), height: 14 },
    ]);
  });

  it('stand where the quote stands, not where the same words stand first', () => {
    const start = TEXT.lastIndexOf('亚马逊');
    const [box] = findBoxes(TEXT, PAGE, { start, end: start + 12 }, printed(TEXT, 100));
    expect([box?.top, box?.text]).toEqual([80, '亚马逊云的市占率为32%']);
  });

  it('mark the part of a quote that is on the page, and nothing of another page or of words not there', () => {
    const second = { number: 2, span: { start: 24, end: TEXT.length } };
    const layout = printed(TEXT.slice(24), 100);
    expect([
      findBoxes(TEXT, second, { start: 5, end: 29 }, layout).map(({ text }) => text),
      findBoxes(TEXT, second, { start: 0, end: 5 }, layout),
      findBoxes(TEXT, PAGE, { start: 0, end: 5 }, { ...layout, runs: [] }),
    ]).toEqual([[TEXT.slice(24, 29)], [], []]);
  });

  it('find radicals, dashes and widths of the printed page again', () => {
    const text = '⻛险——收益为３２％';
    const page = { number: 1, span: { start: 0, end: 11 } };
    expect(
      findBoxes('风险——收益为32%。', page, { start: 0, end: 10 }, { width: 1, height: 1, runs: [line(text, 0)] }).map(
        (box) => box.text,
      ),
    ).toEqual([text]);
  });

  it('hold every stretch of a page, however its lines break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('云', '芯', '片', 'A', 'w', '3', '%', '，'), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        fc.nat(),
        (characters, length, a, b) => {
          const text = characters.join('');
          const [start, end] = [
            Math.min(a % text.length, b % text.length),
            Math.max(a % text.length, b % text.length) + 1,
          ];
          const boxes = findBoxes(
            text,
            { number: 1, span: { start: 0, end: text.length } },
            { start, end },
            printed(text, length),
          );
          expect(boxes.map((box) => box.text).join('')).toBe(text.slice(start, end));
        },
      ),
    );
  });
});

describe('words searched for in a text', () => {
  it('are found in any width and case, over line ends, as often as they are there', () => {
    const text = '云计算很大。Ａｚｕｒｅ云\n计算也大，AZURE 云计算。';
    expect(findText(text, 'azure云计算', 9).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ａｚｕｒｅ云\n计算',
      'AZURE 云计算',
    ]);
    expect([findText(text, '  ', 9), findText(text, '云', 2).length]).toEqual([[], 2]);
  });
});
