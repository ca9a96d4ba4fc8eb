import { describe, expect, it } from 'vitest';
import { unprovedBindings } from '../../src/compare/unproved-bindings.ts';
import { unprovedWords } from '../../src/compare/unproved-words.ts';
import { names } from '../support/model-answers.ts';
import { FACTS } from '../support/claims/facts.ts';

const SHARES = '亚马逊云占32%，微软占19%，谷歌云占7%。';
const RESPECTIVE = 'The cloud units of Google and IBM grew by 45% and 7% respectively.';

describe('what a claim ties to a figure', () => {
  it.each(FACTS.map(({ quote }) => quote))('is proved by the claim itself: %s', (quote) => {
    expect(unprovedBindings(quote, [quote])).toEqual([]);
  });

  it.each([
    ['微软占19%。', SHARES, []],
    ['Microsoft held 19%.', SHARES, []],
    ['19% belonged to Microsoft.', SHARES, []],
    ['微软占32%。', SHARES, ['32% (of whom)']],
    ['Google held 32%.', SHARES, ['32% (of whom)']],
    ['IBM’s cloud unit grew by 7%.', RESPECTIVE, []],
    ['IBM’s cloud unit grew by 45%.', RESPECTIVE, ['45% (of whom)']],
    ['微软的收入不是19亿元。', '微软的收入为19亿元。', ['19亿元 (denied or stated)']],
    ['微软的份额为48%。', '微软的收入增长48%。', ['48% (risen, fallen or level)']],
    ['微软的收入下降48%。', '微软的收入增长48%。', ['48% (risen, fallen or level)']],
    ['Revenue was up 48%.', '微软的收入增长48%。', []],
    ['Revenue was down 48%.', '微软的收入增长48%。', ['48% (risen, fallen or level)']],
  ])('is proved when its quotes tie it so: %s', (claim, quote, unproved) => {
    expect(unprovedBindings(claim, [quote])).toEqual(unproved);
  });
});

describe('names in an English claim', () => {
  it.each([
    ['Revenue grew.', '收入增长。', []],
    ['Zorblax grew.', '收入增长。', ['Zorblax']],
    ['Helsinki had a share of 5%.', '赫尔辛基的份额为5%。', []],
    ['Nadella spoke of growth.', '纳德拉谈到了增长。', []],
    ['The revenue of Wu Manqing grew by 5%.', '吴曼青的收入增长5%。', []],
    ['Helsinki had a share of 5%.', '赫尔墨斯的份额为5%。', ['Helsinki']],
    ['Oslo had a share of 5%.', '赫尔辛基的份额为5%，奥斯陆为7%。', ['Oslo']],
    ['Oslo had a share of 5%.', '赫尔辛基比奥斯陆高5%。', ['Oslo']],
    ['Helsinki bought Oslo.', '奥斯陆收购了赫尔辛基。', ['Helsinki', 'Oslo']],
    ['The revenue of Li Manqing grew by 5%.', '吴曼青的收入增长5%。', ['Li Manqing']],
    ['The revenue of Zorblax grew.', '收入增长。', ['Zorblax']],
    ['The revenue of Zorblax grew.', '卓布（Zorblax）收入增长。', []],
    ['Companies such as Microsoft grew in July.', '微软等公司7月增长。', []],
  ])('stand in its quotes, or are known: %s', (claim, quote, unproved) => {
    expect(unprovedWords(claim, [quote], names)).toEqual(unproved);
  });
});
