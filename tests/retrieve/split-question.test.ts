import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/retrieve/complete-question.ts';
import { splitQuestion } from '../../src/retrieve/split-question.ts';
import { createNames } from '../../src/lexicon/names.ts';

const NAMES = createNames();

describe('a question of several parts', () => {
  it.each([
    ['华为有多少员工？小米呢？', 2],
    ['How many people work at Intel, and who leads it?', 2],
    ['亚马逊和微软的份额分别是多少？', 2],
    ['2018、2019年收入各是多少？', 2],
    ['number of ferries in Hull, Leeds and York', 3],
    ['电信和联通一起建了多少基站？', 1],
    ['为什么芯片涨价？', 1],
    ['When and where did the mill open?', 1],
    ['What and how much does the mill grind?', 1],
  ])('is taken apart: %s', (question, parts) => {
    expect(splitQuestion(question, NAMES)).toHaveLength(parts);
  });

  it('has parts that lean on what another part names', () => {
    expect(splitQuestion('本源量子的机器有几个量子比特？它明年推出什么？', NAMES).map(({ leans }) => leans)).toEqual([
      false,
      true,
    ]);
  });
});

describe('the last turn of a conversation', () => {
  it.each([
    ['亚马逊云的份额是多少？', '那微软呢？', '微软的份额是多少？'],
    ['What was the share of Amazon?', 'And Microsoft?', 'What was the share of Microsoft?'],
    ['2019年数字经济规模多大？', '2020年呢？', '2020年数字经济规模多大？'],
    ['寒武纪单季收入多少？', '为什么全球汽车芯片开始涨价了？', '为什么全球汽车芯片开始涨价了？'],
  ])('after %s: %s', (before, last, whole) => {
    expect(completeQuestion([before], last, NAMES)).toBe(whole);
  });
});
