import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimClauses } from '../../src/answer/trim-clauses.ts';
import { createUnitFinder } from '../../src/dictionary/find-units.ts';
import { aUnit } from '../support/asked.ts';

describe('a long sentence', () => {
  const text =
    '据国家统计局网站消息，多个部门于近日联合召开会议研究部署有关工作，会议由有关负责同志主持并讲话，' +
    '截至今年十一月底全国累计建成的基站总数已经超过六十二万个，同比增长百分之三十，下一步将继续做好各项工作。';

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

  it('keeps what follows where no figure is asked for', () => {
    const find = createUnitFinder([aUnit('基站')]);
    expect(trimClauses(text, '基站怎么样', find)).toBe(text.slice(text.indexOf('截至')));
  });

  it('is always cut from itself, and keeps each clause that speaks of the question', () => {
    const clauses = fc.array(
      fc.constantFrom(
        '会议由有关负责同志主持',
        '基站总数已经超过六十二万个',
        '下一步继续做好各项工作',
        '网络覆盖所有村庄',
      ),
      { minLength: 3, maxLength: 14 },
    );
    const find = createUnitFinder([aUnit('基站')]);
    fc.assert(
      fc.property(clauses, (said) => {
        const sentence = `${said.join('，')}。`;
        const left = trimClauses(sentence, '基站有多少个', find);
        expect(sentence).toContain(left);
        expect(left.split('基站').length).toBe(sentence.split('基站').length);
      }),
    );
  });
});
