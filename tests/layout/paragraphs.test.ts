import { describe, expect, it } from 'vitest';
import { joinLines } from '../../src/ingest/join-lines.ts';
import type { Glyph } from '../../src/layout/painted-page.ts';
import { readPage, sourceLinesOf } from '../../src/layout/read-page.ts';
import { aLineOfGlyphs } from '../support/glyphs.ts';

const TYPE = 10;
const LEADING = 16;

/** Lines of a page, each character as wide as it is high; an empty line is a gap. */
function aPageOf(...lines: string[]): Glyph[] {
  return lines.flatMap((text, at) => aLineOfGlyphs(text, { x: 70, base: 40 + LEADING * at, size: TYPE }));
}

const FOOT = '内部资料　　　第１页';
const linesOf = (glyphs: Glyph[]) => sourceLinesOf(readPage({ width: 595, height: 842, glyphs, areas: [], rules: [] }));
/** Paragraphs of some pages whose foot has been taken out. */
const paragraphsOf = (...pages: Glyph[][]) =>
  joinLines(pages.map((page) => ({ lines: linesOf(page).filter(({ text }) => !text.startsWith('内部资料')) }))).map(
    ({ text }) => text,
  );

describe('paragraphs of a printed page', () => {
  it('run on over the end of a page that has a foot', () => {
    const paragraphs = paragraphsOf(
      aPageOf(
        '河口的三座船坞今年都换了新的主人，其中最大',
        '的一座仍旧修理渔船，另外两座改建成了仓库。',
        '码头上的铁路十年前已经停用，市里打算把它改',
        '',
        '',
        '',
        FOOT,
      ),
      aPageOf('成一条步行道，沿途栽上两排梧桐和一排银杏。', '工程从春天开始。'),
    );
    expect(paragraphs).toEqual([
      '河口的三座船坞今年都换了新的主人，其中最大的一座仍旧修理渔船，另外两座改建成了仓库。' +
        '码头上的铁路十年前已经停用，市里打算把它改成一条步行道，沿途栽上两排梧桐和一排银杏。工程从春天开始。',
    ]);
  });

  it('leave open whether a full line above the foot ends one', () => {
    const lines = linesOf(
      aPageOf(
        '河口的三座船坞今年都换了新的主人，其中最大',
        '的一座仍旧修理渔船，另外两座改建成了仓库和',
        '',
        '',
        '内部资料，不得转载，违者必究，责任由其自负',
      ),
    );
    expect(lines.map(({ endsParagraph }) => endsParagraph)).toEqual([false, undefined, undefined]);
  });

  it('end with a sentence above a gap', () => {
    const lines = linesOf(
      aPageOf(
        '河口的三座船坞今年都换了新的主人，其中最大',
        '的一座修理渔船，另外两座已经改建成了仓库。',
        '',
        '',
        '码头上的铁路十年前已经停用，市里打算把它改',
      ),
    );
    expect(lines.map(({ endsParagraph }) => endsParagraph)).toEqual([false, true, undefined]);
  });

  it('are not cut short by one line that a foreign word pushes over the margin', () => {
    const full = '河口的三座船坞今年都换了新的主人，其中最大';
    const lines = linesOf(aPageOf(...Array.from({ length: 12 }, () => full), `${full}Hafengesellschaft`, full, full));
    expect(new Set(lines.map(({ endsParagraph }) => endsParagraph))).toEqual(new Set([false, undefined]));
  });
});
