import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedFigures } from '../../src/quantities/printed-figures.ts';
import { shortenings } from '../../src/summarise/shorten.ts';
import { standsAlone } from '../../src/summarise/stands-alone.ts';

const said = (text: string) => shortenings(text).map(({ start, end }) => text.slice(start, end));

describe('a long sentence', () => {
  it('can lose clauses at its ends, never a speaker, half of a pair or what turns its meaning', () => {
    const text = '随着外贸回暖，去年全港集装箱吞吐量达到4350万标准箱，同比增长6.2%，连续第十年排在全国首位。';
    expect(said(text)).toContain('去年全港集装箱吞吐量达到4350万标准箱，同比增长6.2%');
    expect(said('港务局局长在接受采访时表示，码头今年会新建三个深水泊位，但资金只落实了其中的一半左右。')).toEqual([
      '港务局局长在接受采访时表示，码头今年会新建三个深水泊位，但资金只落实了其中的一半左右。',
    ]);
  });

  it('is shortened to stretches of itself only, the whole one first', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '港口今年新建三个泊位',
            '吞吐量增长6.2%',
            '“自动化”已经铺开',
            '但资金不足',
            '据统计',
            '航线减少了两条',
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (clauses) => {
          const text = `${clauses.join('，')}。`;
          for (const { start, end } of shortenings(text))
            expect(start >= 0 && end <= text.length && start < end).toBe(true);
          expect(shortenings(text)[0]?.end).toBe(text.length);
        },
      ),
    );
  });
});

describe('a sentence', () => {
  it.each([
    '该公司去年亏损。',
    '其中，东港占一半。',
    '目前，其用户超过两千户。',
    '这使成本上升。',
    '我们希望明年完工。',
    '局长说。',
    'It fell by 3%.',
  ])('cannot be understood alone: %s', (text) => {
    expect(standsAlone(text)).toBe(false);
  });

  it.each(['东港去年亏损2亿元。', '此外，东港新建了泊位。', '局长表示，我们希望明年完工。', 'Throughput fell by 3%.'])(
    'can be: %s',
    (text) => {
      expect(standsAlone(text)).toBe(true);
    },
  );
});

describe('printed figures', () => {
  it('are read with what belongs to them, dates told apart, parts of names left out', () => {
    const figures = printedFigures('2020年，5G港区超过12个，投入1,250万元，占19%，费用为20-30亿元。').map(
      ({ kind, text, value, unit }) => ({ kind, text, value, unit }),
    );
    expect(figures).toEqual([
      { kind: 'date', text: '2020年', value: 2020, unit: '年' },
      { kind: 'count', text: '超过12个', value: 12, unit: '个' },
      { kind: 'amount', text: '1,250万元', value: 1250, unit: '万元' },
      { kind: 'share', text: '19%', value: 19, unit: '%' },
      { kind: 'amount', text: '20-30亿元', value: 30, unit: '亿元' },
    ]);
  });
});
