import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsScope, isOtherPlace, isRate } from '../../src/answer/fit-scope.ts';
import { createNames } from '../../src/lexicon/names.ts';

const NAMES = createNames();
const fit = (question: string, sentence: string) =>
  fitsScope({ text: question, whole: question, others: [], leans: false }, sentence, NAMES);

describe('the scope of a sentence', () => {
  it.each([
    ['中国有多少渡轮？', '全国有81艘渡轮。', 1],
    ['中国有多少渡轮？', '全球有900艘渡轮。', -1],
    ['全球有多少渡轮？', '全国有81艘渡轮。', -1],
    ['中国有多少渡轮？', '全球有900艘渡轮，其中中国有81艘。', 0],
    ['有多少渡轮？', '有81艘渡轮。', 0],
    ['市场规模是多少？', '华为的规模为8亿元。', -1],
    ['华为的规模是多少？', '华为的规模为8亿元。', 0],
    ['有多少渡轮？', '平均每天有8艘渡轮。', -1],
  ])('%s %s: %i', (question, sentence, expected) => {
    expect(fit(question, sentence)).toBe(expected);
  });

  it('is not that of the company that is only said to say it', () => {
    expect(fit('市场规模是多少？', '据华为预测，市场规模为8亿元。')).toBe(0);
  });

  it('does not change with what is said besides', () => {
    const more = fc.constantFrom('窑厂在河边。', '票价不变。', 'The crew is small.', '');
    fc.assert(
      fc.property(more, more, (before, after) => {
        expect(fit('中国有多少渡轮？', `${before}全国有81艘渡轮。${after}`)).toBe(1);
        expect(fit('中国有多少渡轮？', `${before}全球有81艘渡轮。${after}`)).toBe(-1);
      }),
    );
  });
});

it('a rate is so many a day or a year, where the question asks for none', () => {
  expect(isRate('有多少渡轮？', '平均每天有8艘渡轮。')).toBe(true);
  expect(isRate('平均每天有多少渡轮？', '平均每天有8艘渡轮。')).toBe(false);
  expect(isRate('有多少渡轮？', '有8艘渡轮。')).toBe(false);
});

it('another place is one that the question does not name, by whatever name', () => {
  expect(isOtherPlace('日本有多少渡轮？', '韩国有8艘渡轮。', NAMES)).toBe(true);
  expect(isOtherPlace('日本有多少渡轮？', 'Japan has 8 ferries.', NAMES)).toBe(false);
  expect(isOtherPlace('日本有多少渡轮？', '有8艘渡轮。', NAMES)).toBe(false);
});
