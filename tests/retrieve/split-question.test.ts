import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { expectsDifferences, splitQuestion } from '../../src/retrieve/split-question.ts';

const NAMES = createNames();

describe('a question of several parts', () => {
  it.each([
    ['华为有多少员工？小米呢？', 2],
    ['How many people work at Intel, and who leads it?', 2],
    ['亚马逊和微软的份额分别是多少？', 2],
    ['2018、2019年收入各是多少？', 2],
    ['number of ferries in Hull, Leeds and York', 3],
    ['电信和联通一起建了多少基站？', 1],
    ['Which fuels do the ferries burn, respectively how much of each?', 1],
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

  it('asks of each that is named side by side, and knows the others', () => {
    const whole = '亚马逊和微软的份额分别是多少？';
    const text = '亚马逊和微软的份额分别是多少';
    expect(splitQuestion(whole, NAMES)).toEqual([
      { text, whole, member: '亚马逊', others: ['微软'], leans: false },
      { text, whole, member: '微软', others: ['亚马逊'], leans: false },
    ]);
  });

  it('asks of each that a sentence without a question names', () => {
    const asks = splitQuestion('What share do they hold? I mean Amazon and Microsoft.', NAMES);
    expect(asks.map(({ text, member }) => [text, member])).toEqual([
      ['What share do they hold Amazon', 'Amazon'],
      ['What share do they hold Microsoft', 'Microsoft'],
    ]);
  });

  it('keeps a clause that only tells with the one that asks', () => {
    expect(splitQuestion('渡轮涨价之后，乘客有多少？票价多少？', NAMES).map(({ text }) => text)).toEqual([
      '渡轮涨价之后,乘客有多少',
      '票价多少',
    ]);
  });

  it('has as many parts as there are questions in it, each within the whole', () => {
    const asked = fc.shuffledSubarray(
      ['渡轮有几艘', '票价是多少', '窑厂在哪里', '谁经营码头', '陶土产量有多少', '为什么涨价'],
      { minLength: 1 },
    );
    fc.assert(
      fc.property(asked, fc.constantFrom('？', '?', '？\n'), (questions, end) => {
        const whole = questions.map((question) => question + end).join('');
        const asks = splitQuestion(whole, NAMES);
        expect(asks.map(({ text }) => text)).toEqual(questions);
        expect(new Set(asks.map((ask) => ask.whole))).toEqual(new Set([whole]));
      }),
      { numRuns: 40 },
    );
  });

  it('names every one of those side by side once, and each time all the others', () => {
    const named = fc.shuffledSubarray(['Hull', 'Leeds', 'York', 'Derby', 'Truro'], { minLength: 3 });
    fc.assert(
      fc.property(named, (members) => {
        const list = `${members.slice(0, -1).join(', ')} and ${members.at(-1)}`;
        const asks = splitQuestion(`number of ferries in ${list}`, NAMES);
        expect(asks.map(({ member }) => member)).toEqual(members);
        expect(asks.map(({ member, others }) => new Set([member, ...others]))).toEqual(
          members.map(() => new Set(members)),
        );
      }),
      { numRuns: 40 },
    );
  });
});

it.each([
  ['为什么两份报告的数字不一样？', true],
  ['Why do the reports give different figures?', true],
  ['票价是多少？', false],
  ['How many ferries are there?', false],
])('%s expects that reports differ: %s', (question, expected) => {
  expect(expectsDifferences(question)).toBe(expected);
});
