import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUnitFinder } from '../../src/dictionary/find-units.ts';
import { findFocus } from '../../src/answer/find-focus.ts';
import { alternativeOf } from '../../src/dictionary/query-unit.ts';
import type { QueryUnit } from '../../src/dictionary/query-unit.ts';
import { trimClauses } from '../../src/answer/trim-clauses.ts';
import { countUnits } from '../../src/retrieve/unit-counts.ts';
import { canonicalText } from '../../src/text/canonical-text.ts';
import { splitCanonical } from '../../src/text/sentences.ts';

function aUnit(...words: string[]): QueryUnit {
  return {
    label: words[0] ?? '',
    kind: 'pair',
    weight: 1,
    documentFrequency: 1,
    alternatives: words.map((word, at) => alternativeOf(word, 1 / (at + 1))),
  };
}

describe('a unit', () => {
  const found = (text: string, ...units: QueryUnit[]) =>
    createUnitFinder(units)(text).occurrences.map(({ unit, share }) => [unit, share]);

  it('is found under each of its forms, as likely as that form', () => {
    expect(found('Amazon Web Services 即亚马逊云', aUnit('亚马逊云', 'Amazon Web Services'))).toEqual([
      [0, 0.5],
      [0, 1],
    ]);
  });

  it.each([
    ['5G SA', '5GSA'],
    ['2020Q3', '2020年第三季度'],
    ['76天', '七十六天'],
    ['2000亿', '2000 亿元'],
    ['云端', '雲端'],
  ])('%s stands in %s', (word, text) => {
    expect(found(text, aUnit(word)).length).toBeGreaterThan(0);
  });

  it.each([
    ['7月', '17月'],
    ['独立组网', '非独立组网'],
    ['intel', 'intelligence'],
    ['5亿', '1.5亿'],
  ])('%s does not stand in %s', (word, text) => {
    expect(found(text, aUnit(word))).toEqual([]);
  });

  it('stands where it is said to, whatever the text, and is counted in one sentence', () => {
    const units = [aUnit('云'), aUnit('市场份额'), aUnit('cloud market'), aUnit('2020')];
    const find = createUnitFinder(units);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('云', '市场', '份额', '。', ' cloud', ' markets', ' ', '2020', '年', '，', 'the'), {
          maxLength: 30,
        }),
        (pieces) => {
          const result = find(pieces.join(''));
          for (const { start, end } of result.occurrences)
            expect(canonicalText(result.canonical.slice(start, end)).trim()).not.toBe('');
          const sentences = splitCanonical(result.canonical).map(({ span }) => span);
          const counted = countUnits(result, units.length, sentences).reduce(
            (sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0),
            0,
          );
          const all = result.occurrences.reduce((sum, { share }) => sum + share, 0);
          expect(sentences.length === 0 ? 0 : counted).toBeCloseTo(sentences.length === 0 ? 0 : all);
        },
      ),
    );
  });
});

describe('what is asked for', () => {
  it.each([
    ['公司有多少用户', ['公司', '用户'], '用户'],
    ['用户有多少', ['用户'], '用户'],
    ['What was the budget of the ministry?', ['budget', 'ministry'], 'budget'],
    ['How many employees does the bank have?', ['employees', 'bank'], 'employees'],
  ])('is named in %s', (question, words, focus) => {
    expect(
      words[
        findFocus(
          question,
          words.map((word) => aUnit(word)),
        ) ?? -1
      ],
    ).toBe(focus);
  });
});

describe('a long sentence', () => {
  const text =
    '据国家统计局网站消息，多个部门于近日联合召开会议研究部署有关工作，会议由有关负责同志主持并讲话，截至今年十一月底全国累计建成的基站总数已经超过六十二万个，同比增长百分之三十，下一步将继续做好各项工作。';

  it('is said without the clauses at its ends that say nothing of the question', () => {
    expect(trimClauses(text, '基站有多少个', createUnitFinder([aUnit('基站')]))).toBe(
      '截至今年十一月底全国累计建成的基站总数已经超过六十二万个',
    );
  });

  it('is said whole when it is short, and never cut within a quotation', () => {
    const find = createUnitFinder([aUnit('基站')]);
    expect(trimClauses('好，基站多，是。', '基站', find)).toBe('好，基站多，是。');
    const quotation = `他说：“${text}”`;
    expect(trimClauses(quotation, '基站有多少个', find)).toBe(quotation);
  });
});
