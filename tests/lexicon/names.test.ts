import { describe, expect, it } from 'vitest';
import { createNames, holdsName } from '../../src/lexicon/names.ts';
import { readNumeral } from '../../src/text/numerals.ts';
import { quartersIn, periodsOf, unmetPeriods } from '../../src/quantities/periods.ts';
import { personCandidates } from '../../src/lexicon/person-names.ts';
import { isReadAs } from '../../src/dictionary/pinyin.ts';
import { contentOf, tagWords, wordParts } from '../../src/text/tag-words.ts';
import { unmetMeasures } from '../../src/lexicon/measures.ts';

describe('names', () => {
  const names = createNames([
    ['旷视科技', 'Megvii', 'Face++'],
    ['悟源', 'Wuyuan'],
  ]);
  const found = (text: string) => names.find(text).map((name) => name.text);

  it('are found with every form that is known or that a report teaches', () => {
    expect(names.find('Megvii递交了招股书').map(({ forms }) => forms)).toEqual([
      expect.arrayContaining(['旷视', 'Megvii', '旷视科技', 'Face++']),
    ]);
    expect(names.find('悟源上线了').map(({ forms, kind }) => ({ forms, kind }))).toEqual([
      { forms: ['悟源', 'Wuyuan'], kind: 'term' },
    ]);
  });

  it('are the longest that stand there, and Latin ones only as words', () => {
    expect(found('谷歌云和谷歌都在，Intelligence不是Intel')).toEqual(['谷歌云', '谷歌', 'Intel']);
    expect(holdsName('Intelligence', ['Intel'])).toBe(false);
  });
});

describe('numerals', () => {
  it.each([
    ['76', 76],
    ['七十六', 76],
    ['十二', 12],
    ['两千零五', 2005],
    ['三千五百', 3500],
    ['二十', 20],
    ['百', 100],
  ])('reads %s', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  it('knows what is none', () => {
    expect(readNumeral('三亿')).toBeNaN();
  });
});

describe('periods', () => {
  it('that a question names are years and a quarter, and nine months are none', () => {
    expect([periodsOf('2020Q3的份额'), periodsOf('2020年前三季度卖了多少')]).toEqual([
      { years: [2020], quarter: 3, stretch: 'Q3' },
      { years: [2020], stretch: 'Q1–Q3' },
    ]);
  });

  it('are stretches of the year by all their names, years of two digits, and years counted from the report', () => {
    expect(
      ['FY21 的收入', '上半年产量', 'sales in the six months ended June 30, 2023', '去年的产量'].map(periodsOf),
    ).toEqual([
      { years: [2021] },
      { years: [], stretch: 'H1' },
      { years: [2023], stretch: 'H1' },
      { years: [], relative: -1 },
    ]);
    const met = (question: string, text: string) => unmetPeriods(periodsOf(question), text, 2023);
    expect([
      met('Q2 2023 的收入', 'Three Months Ended June 30, 2023'),
      met('上半年产量', '1-6月产量'),
      met('前三季度产量', '第三季度产量'),
      met('去年的产量', '2022年产量'),
      met('去年的产量', '2021年产量'),
    ]).toEqual([[], [], ['Q1–Q3'], [], ['2022']]);
  });

  it('are met by words that count from the year of the report', () => {
    const period = { years: [2019] };
    expect([
      unmetPeriods(period, '去年增长10%', 2020),
      unmetPeriods(period, '今年增长10%', 2020),
      unmetPeriods(period, '去年增长10%', undefined),
    ]).toEqual([[], ['2019'], ['2019']]);
  });

  it('of a text are named by year and quarter', () => {
    expect(quartersIn('2020年第三季度增长，而Q2 2019下降，2020Q3再述')).toEqual(['2020 Q3', '2019 Q2']);
  });
});

describe('persons', () => {
  it('are found by what stands around them', () => {
    expect(personCandidates('复旦大学教授韩立群表示，要重视数据。')).toContain('韩立群');
  });

  it('are recognised by how they are read', () => {
    const readings = new Map([
      ['韩', ['han']],
      ['立', ['li']],
      ['群', ['qun']],
      ['乐', ['le', 'yue']],
    ]);
    expect(['hanliqun', 'hanliqu', 'liqun'].map((letters) => isReadAs('韩立群', letters, readings))).toEqual([
      true,
      false,
      false,
    ]);
    expect(isReadAs('乐', 'yue', readings)).toBe(true);
  });
});

describe('words', () => {
  it('carry a question, or do not', () => {
    const words = tagWords('厦门那场AI大会来了多少家公司');
    expect(words.filter((word) => contentOf(word) > 0).map(({ text }) => text)).toEqual(['厦门', 'AI', '大会', '公司']);
  });

  it('have parts that stand where they stood', () => {
    const text = '看食品安全法';
    const parts = tagWords(text).flatMap(wordParts);
    expect(parts.map(({ text: part, start }) => text.slice(start, start + part.length) === part)).toEqual(
      parts.map(() => true),
    );
  });
});

describe('measures', () => {
  it('are missing where a text speaks of another', () => {
    expect([
      unmetMeasures('估值多少', '融资10亿美元', 'zh'),
      unmetMeasures('What is its valuation?', '估值达到100亿美元', 'en'),
    ]).toEqual([['估值'], []]);
  });
});
