import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { analyseQuestion, hasAnswerShape } from '../../src/retrieve/analyse-question.ts';
import { anAnalysedQuestion } from '../support/asked.ts';

describe('a question taken apart', () => {
  it('is its text, what is left without the words that ask, its language and its different search terms', () => {
    const { names, ...asked } = anAnalysedQuestion('Which ferries does the ferry line run?');
    expect(asked).toEqual({
      text: 'Which ferries does the ferry line run?',
      content: 'ferries ferry line run?',
      language: 'en',
      tokens: [
        { term: 'ferri', kind: 'latin' },
        { term: 'line', kind: 'latin' },
        { term: 'run', kind: 'latin' },
      ],
      answerType: 'name',
    });
    expect(names.find('Which ferries does the ferry line run?')).toEqual([]);
  });

  it.each([
    ['2019年陶土产量增长了百分之几？', 'percent'],
    ['By what percentage did the fares rise?', 'percent'],
    ['窑厂什么时候建成？', 'date'],
    ['When was the kiln built?', 'date'],
    ['票价多少钱？', 'money'],
    ['How much did the mill cost?', 'money'],
    ['港口的吞吐量是多少？', 'count'],
    ['How many ferries does the line run?', 'count'],
    ['谁经营窑厂？', 'name'],
    ['Who runs the kiln?', 'name'],
    ['陶土为何涨价？', 'other'],
    ['Why did clay get dearer?', 'other'],
  ])('%s is answered by: %s', (text, answerType) => {
    expect(anAnalysedQuestion(text).answerType).toBe(answerType);
  });

  it('has the terms of both languages where it is written in both', () => {
    expect(anAnalysedQuestion('Kotka港口').tokens.map(({ term }) => term)).toEqual(['kotka', '港', '口', '港口']);
  });

  it('is completed from the turns before it', () => {
    const asked = analyseQuestion({ text: '那2018年呢？', earlier: ['2019年渡轮票价是多少？'] }, createNames());
    expect([asked.text, asked.answerType]).toEqual(['2018年渡轮票价是多少？', 'count']);
  });

  it('has no term twice and none for what only asks, whatever is asked', () => {
    const words = fc.array(fc.constantFrom('ferry', 'ferries', 'kiln', 'port', 'the', 'of', 'clay', '2019'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (said) => {
        const terms = anAnalysedQuestion(`What is ${said.join(' ')} kiln?`).tokens.map(({ term }) => term);
        expect(terms).toEqual([...new Set(terms)]);
        expect(terms.filter((term) => ['what', 'is', 'the', 'of'].includes(term))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is of the kind that is asked for', () => {
  it.each([
    ['percent', '票价上涨8%。', '票价上涨8元。'],
    ['money', 'The mill cost 8 million euros.', 'The mill has 8 rooms.'],
    ['date', '窑厂于2019年5月建成。', '窑厂已经建成。'],
    ['count', '航线有12艘渡轮。', '航线有渡轮。'],
    ['name', 'The guild runs it.', '2019: 12.'],
  ] as const)('%s: %s, but not: %s', (type, shows, lacks) => {
    expect([hasAnswerShape(type, shows), hasAnswerShape(type, lacks)]).toEqual([true, false]);
  });
});
