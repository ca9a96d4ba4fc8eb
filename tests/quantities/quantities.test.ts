import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuantities } from '../../src/quantities/compare-quantities.ts';
import type { Quantity } from '../../src/quantities/quantity.ts';
import { findQuantities } from '../../src/quantities/find-quantities.ts';

/** A quantity on one line: `over 4.4e+11 CNY`. */
function shown({ low, high, kind, unit, qualifier }: Quantity): string {
  return `${qualifier === 'exact' ? '' : `${qualifier} `}${low}${high === low ? '' : `..${high}`} ${unit || kind}`;
}

const read = (text: string, reportYear?: number) => findQuantities(text, reportYear).map(shown);

function compare(claimed: string, found: string): string {
  const [one, other] = [findQuantities(claimed)[0], findQuantities(found)[0]];
  return one && other ? compareQuantities(one, other) : 'none';
}

describe('findQuantities', () => {
  it.each([
    ['收入达4400多亿元，占1,200.5万亿', ['over 440000000000 CNY', '1200500000000000 count']],
    ['US$4.3 billion, 5 million euros and ¥20', ['4300000000 USD', '5000000 EUR', '20 CNY']],
    [
      '七十六家、三千五百万户、两成、一半、三分之一、百分之三十',
      ['76 家', '35000000 户', '20 %', '50 %', `${100 / 3} %`, '30 %'],
    ],
    ['翻一番，是原来的3倍，提高1.5个百分点', ['2 x', '3 x', '1.5 pp']],
    ['thirty-one projects, a third of them, doubled', ['31 count', `${100 / 3} %`, '2 x']],
    ['20-30%，10亿至15亿美元', ['20..30 %', '1000000000..1500000000 USD']],
    [
      '不到1万台，近60%，约3成，40岁以上，至少2座',
      ['under 10000 台', 'nearly 60 %', 'about 30 %', 'at_least 40 years', 'at_least 2 座'],
    ],
  ])('reads the values, units and qualifiers of %s', (text, quantities) => {
    expect(read(text)).toEqual(quantities);
  });

  it.each([
    ['2020年7月3日', ['2020 year', '7 months', '3 day']],
    [
      '2020 Q3、第三季度、前9个月、1—9月、上半年',
      ['2020 year', '7..9 months', '7..9 months', '1..9 months', '1..9 months', '1..6 months'],
    ],
    [
      'July 3, in the third quarter of 2020, the first nine months',
      ['7 months', '3 day', '7..9 months', '2020 year', '1..9 months'],
    ],
    ['今年和去年', ['2020 year', '2019 year']],
  ])('reads the dates of %s', (text, dates) => {
    expect(read(text, 2020)).toEqual(dates);
  });

  it('passes over numbers in names, ordinals and articles', () => {
    expect(read('5G、H100、N95口罩和COVID-19，第三次会议，一家公司，统一标准')).toEqual([]);
  });

  it('finds each quantity where it says it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'12,.-%亿元个三年月第Aa ０至半') }), (text) => {
        const plain = text.normalize('NFKC');
        for (const quantity of findQuantities(text))
          expect(plain.slice(quantity.start, quantity.end)).toBe(quantity.text);
      }),
    );
  });
});

describe('compareQuantities', () => {
  it.each([
    ['7%', '19%', 'different'],
    ['超过6000万户', '超过9000万户', 'compatible'],
    ['超过9000万户', '超过6000万户', 'different'],
    ['不到6000万户', '超过9000万户', 'different'],
    ['1.3万亿元', '12,930亿元', 'same'],
    ['1.30万亿元', '12,930亿元', 'different'],
    ['近1.3万亿元', '12,930亿元', 'compatible'],
    ['43亿美元', 'US$4.3 billion', 'same'],
    ['43亿美元', '43亿元', 'other kind'],
    ['约三分之一', '32%', 'compatible'],
    ['八成', '80%', 'same'],
    ['半分钟以内', '27秒', 'compatible'],
    ['3个百分点', '3%', 'other kind'],
    ['超过5亿元', '5亿元', 'open'],
    ['第三季度', '2020 Q3', 'other kind'],
    ['三季度', 'Q3', 'same'],
    ['7月', '第三季度', 'open'],
    ['1—9月', '上半年', 'different'],
  ])('%s against %s: %s', (claimed, found, comparison) => {
    expect(compare(claimed, found)).toBe(comparison);
  });

  it('finds every value the same as itself, and any other whole number of the same kind different', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('%', '亿元', '台', '个百分点', ' million dollars'),
        (one, other, unit) => {
          expect(compare(`共${one}${unit}`, `共${other}${unit}`)).toBe(one === other ? 'same' : 'different');
        },
      ),
    );
  });
});
