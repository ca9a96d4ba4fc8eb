import { expect, it } from 'vitest';
import { findSpeaker, isAttribution } from '../../src/lexicon/attribution.ts';

it.each([
  ['据工信部统计', '工信部'],
  ['根据赛迪顾问的最新报告', '赛迪顾问'],
  ['某银行首席分析师李明表示', '某银行首席分析师李明'],
  ['有关数据显示', '有关数据'],
  ['the market grew by a fifth according to the ministry', 'the ministry'],
  ['Analysts of the bank said sales rose', 'Analysts of the bank'],
  ['据此可以看出', undefined],
  ['市场规模达到300亿元', undefined],
])('%s: %s says it', (clause, speaker) => {
  const found = findSpeaker(clause);
  expect(found && clause.slice(found.start, found.end)).toBe(speaker);
});

it('knows a sentence that only says who has spoken', () => {
  expect(['李明说。', '李明说市场会增长。', '市场会增长。'].map(isAttribution)).toEqual([true, false, false]);
});
