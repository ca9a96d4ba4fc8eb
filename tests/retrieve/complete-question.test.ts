import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { completeQuestion } from '../../src/retrieve/complete-question.ts';

const NAMES = createNames([['威杰厂', 'Widget Works']]);
const complete = (...turns: string[]) => completeQuestion(turns.slice(0, -1), turns.at(-1) ?? '', NAMES);

describe('the last turn of a conversation', () => {
  it.each([
    ['亚马逊云的份额是多少？', '那微软呢？', '微软的份额是多少？'],
    ['What was the share of Amazon?', 'And Microsoft?', 'What was the share of Microsoft?'],
    ['What was the share of Amazon?', 'what about Widget Works?', 'What was the share of Widget Works?'],
    ['2019年数字经济规模多大？', '2020年呢？', '2020年数字经济规模多大？'],
    ['渡轮的票价是多少？', '火车的票价呢？', '火车的票价是多少？'],
    ['赫尔辛基港有多少渡轮？', '塔林港呢？', '塔林港，赫尔辛基港有多少渡轮？'],
  ])('asks of another thing what was asked: %s %s', (before, last, whole) => {
    expect(complete(before, last)).toBe(whole);
  });

  it('asks of the thing that it names before what it asks, at the same time', () => {
    expect(complete('How many ferries ran in 2019?', 'and trams, how many was that?')).toBe(
      'how many was trams in 2019',
    );
    expect(complete('How many ferries ran in 2019?', 'and trams, how many ran in 2020?')).not.toContain('was trams');
  });

  it.each([
    ['港口有几个码头？', '它在哪里？', '港口有码头：它在哪里？'],
    ['Who owns the port of Hull?', 'Why?', 'owns port Hull: Why?'],
  ])('that leans on what was named takes it along: %s %s', (before, last, whole) => {
    expect(complete(before, last)).toBe(whole);
  });

  it.each([
    ['寒武纪单季收入多少？', '为什么全球汽车芯片开始涨价了？'],
    ['Who owns the port of Hull?', 'How many ferries did the Strait line run in 2019?'],
  ])('that stands alone stays as it is: %s %s', (before, last) => {
    expect(complete(before, last)).toBe(last);
  });

  it('reaches back over several turns', () => {
    expect(complete('2017年渡轮票价是多少？', '那2018年呢？', '2019年呢？')).toBe('2019年渡轮票价是多少？');
    expect(complete('What was the share of Amazon?', 'And Microsoft?', 'And Widget Works?')).toBe(
      'What was the share of Widget Works?',
    );
  });

  it('is what was asked when nothing came before, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('呢', '那', '它', 'a', ' ', '？', '?', '港', '1') }), (last) => {
        expect(complete(last)).toBe(last);
      }),
    );
  });

  it('changes the one name that it names, whichever two names these are', () => {
    const two = fc.shuffledSubarray(['Kotka', 'Vistara', 'Ormsund', 'Palanth'], { minLength: 2, maxLength: 2 });
    const asked = fc.constantFrom(
      (name: string) => `What did the ferries of ${name} earn?`,
      (name: string) => `How many people does the mill at ${name} employ?`,
    );
    fc.assert(
      fc.property(two, asked, ([one = '', other = ''], ask) => {
        expect(complete(ask(one), `What about ${other}?`)).toBe(ask(other));
        expect(complete(ask(one), `And ${other}?`)).toBe(ask(other));
      }),
      { numRuns: 40 },
    );
  });

  it('changes the one year that it names, in Chinese', () => {
    const year = fc.integer({ min: 1990, max: 2029 });
    fc.assert(
      fc.property(year, year, (one, other) => {
        expect(complete(`${one}年渡轮票价是多少？`, `${other}年呢？`)).toBe(`${other}年渡轮票价是多少？`);
      }),
      { numRuns: 40 },
    );
  });
});
