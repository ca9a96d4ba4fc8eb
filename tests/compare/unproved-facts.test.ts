import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unprovedFacts } from '../../src/compare/unproved-facts.ts';

const SUBJECTS = ['微软的云收入', '这家工厂的产量', '国内的市场规模', '该平台的用户数'];
const RISES = ['增长', '上升', '提高', '增加'];
const FALLS = ['下降', '减少', '回落', '降低'];
const UNITS = ['%', '亿元', '万台', '个百分点'];
const DENIALS = ['没有', '不会', '未', '不再'];
const DEEDS = ['公布明年的计划', '参加这次会议', '向伙伴开放接口', '披露交易的金额'];

const sentence = fc.record({
  subject: fc.constantFrom(...SUBJECTS),
  rise: fc.constantFrom(...RISES),
  value: fc.integer({ min: 1, max: 9999 }),
  unit: fc.constantFrom(...UNITS),
});
const text = ({ subject, rise, value, unit }: { subject: string; rise: string; value: number; unit: string }) =>
  `2019年，${subject}${rise}了${value}${unit}，比上年多。`;

describe('unprovedFacts', () => {
  it('finds every sentence proved by itself, alone and among others', () => {
    fc.assert(
      fc.property(fc.oneof(sentence.map(text), fc.string({ unit: 'grapheme' })), (one) => {
        expect([unprovedFacts(one, [one]), unprovedFacts(one, ['另一句话。', one])]).toEqual([[], []]);
      }),
    );
  });

  it('catches a changed digit', () => {
    fc.assert(
      fc.property(sentence, fc.nat(), fc.integer({ min: 1, max: 9 }), (parts, position, shift) => {
        const digits = String(parts.value);
        const at = position % digits.length;
        const changed = digits.slice(0, at) + ((Number(digits[at]) + shift) % 10) + digits.slice(at + 1);
        expect(unprovedFacts(text(parts).replace(`了${digits}`, `了${changed}`), [text(parts)])).not.toEqual([]);
      }),
    );
  });

  it('catches a swapped direction', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom(...FALLS), (parts, fall) => {
        expect(unprovedFacts(text({ ...parts, rise: fall }), [text(parts)])).not.toEqual([]);
      }),
    );
  });

  it('catches a negation that was dropped or added', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SUBJECTS),
        fc.constantFrom(...DENIALS),
        fc.constantFrom(...DEEDS),
        (subject, denial, deed) => {
          const [denied, stated] = [`${subject}方面，公司${denial}${deed}。`, `${subject}方面，公司${deed}。`];
          expect(unprovedFacts(stated, [denied])).not.toEqual([]);
          expect(unprovedFacts(denied, [stated])).not.toEqual([]);
        },
      ),
    );
  });

  it.each([
    ['微软占19%，亚马逊占32%', '亚马逊占32%，谷歌占19%', ['微软']],
    ['收入１，２００亿元，占32%', '收入达1200亿元，占比为32%', []],
    ['A增长5%，B下降3%', 'A下降5%，B增长3%', ['增长 5%', '下降 3%']],
    ['它是第二大厂商', '它是第三大厂商', ['第二大']],
    ['Microsoft held 19% in the third quarter of 2020.', '2020年第三季度，微软占19%。', []],
    ['Microsoft fell 19% in the third quarter.', '第三季度，微软增长19%。', ['fell', 'fell 19%']],
    ['The company did not publish the price.', '公司公布了价格。', ['not']],
    ['H200芯片已经量产', 'H100芯片已经量产', ['200', 'H200']],
  ])('compares %s with %s', (claim, quote, unproved) => {
    expect(unprovedFacts(claim, [quote])).toEqual(unproved);
  });
});
