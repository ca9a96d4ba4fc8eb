import { describe, expect, it } from 'vitest';
import { findPeriodLabels } from '../../src/quantities/period-labels.ts';
import { captionAtStart, isBesideFigure, isListedCaption } from '../../src/text/captions.ts';
import { endsWithDate, isDateLine, isYear, isYearLine } from '../../src/text/date-lines.ts';
import { numberAtStart, numberingOf } from '../../src/text/numbering.ts';
import { foldedPageNumber, pageLabel, pageNumberIn } from '../../src/text/page-labels.ts';

describe('the number of a heading', () => {
  it.each([
    ['第三章 云市场', '第三章 ', 'part'],
    ['（二）芯片', '（二）', 'bracketed'],
    ['三、展望', '三、', 'ordinal'],
    ['Item 7A. Risk', 'Item 7A. ', 'section'],
    ['4.2.1 Memory', '4.2.1 ', 'decimal3'],
    ['云市场', '', undefined],
  ])('of %s is %j, of a kind', (heading, number, kind) => {
    expect([numberAtStart(heading), numberingOf(heading)]).toEqual([number, kind]);
  });
});

describe('a caption', () => {
  it('is told by what it is called, or by where its content comes from', () => {
    const lines = ['图表 3-1 云市场的份额', 'Table 1.2 Shares', '资料来源：公司公告', '云市场在增长'];
    expect(lines.map(captionAtStart)).toEqual(['图表 3-1', 'Table 1.2', '资料来源：', undefined]);
    expect([isListedCaption('图3 份额'), isListedCaption('图书'), isBesideFigure('Source: company')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the number of a page', () => {
  it.each([
    ['page 3 of 40', { numeral: '3', isNamed: true }],
    ['第 12 页 共 40 页', { numeral: '12', isNamed: true }],
    ['- 12 -', { numeral: '12', isNamed: false }],
    ['A-12', { numeral: 'A-12', isNamed: false }],
    ['xii', { numeral: 'xii', isNamed: false }],
    ['12 apples', undefined],
  ])('is read off %s', (cell, label) => {
    expect(pageLabel(cell)).toEqual(label);
  });

  it('may stand in a line of other words', () => {
    expect([pageNumberIn('12 Annual report'), pageNumberIn('Annual report 13'), foldedPageNumber('第12页')]).toEqual([
      { numeral: '12', isNamed: false },
      { numeral: '13', isNamed: false },
      12,
    ]);
  });
});

describe('a line that is a date', () => {
  it('has a day, a month or a year, and perhaps a place', () => {
    expect(['（2020年12月）', '12th March 2021', 'Beijing, March 2021', '2020年云市场'].map(isDateLine)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([isYear('2020 年'), isYearLine('（2020）'), isYear('2020家'), endsWithDate('某研究院 2020年12月')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

it('periods are found in order, the longer name where two begin at one place', () => {
  expect(findPeriodLabels('2019年第三季度、第四季度，Q1 2020和2021').map(({ text }) => text)).toEqual([
    '2019年第三季度',
    '第四季度',
    'Q1 2020',
    '2021',
  ]);
});
