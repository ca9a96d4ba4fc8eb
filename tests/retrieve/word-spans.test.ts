import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranslatedSpan } from '../../src/dictionary/query-unit.ts';
import { latinSpans, wordSpans } from '../../src/retrieve/word-spans.ts';
import { aDictionary, anAnalysedQuestion } from '../support/asked.ts';

const DICTIONARY = aDictionary({
  渡轮: { senses: ['ferry'] },
  渡船: { senses: ['ferry'] },
  票价: { senses: ['fare', 'ticket price'] },
});
/** A stretch on one line: what it is, and the words for it. */
const shown = ({ label, isName, alternatives }: TranslatedSpan) =>
  `${isName ? '!' : ''}${label} = ${alternatives.map(({ form }) => form).join(' | ')}`;
const spansOf = (text: string, learnt?: string[][]) =>
  wordSpans(anAnalysedQuestion(text, learnt), DICTIONARY).map(shown);

describe('the words of a question', () => {
  it('are those that carry what it asks, with others for the same', () => {
    expect(spansOf('渡轮票价上升了多少？')).toEqual(['渡轮 = 渡轮 | 渡船', '票价 = 票价', '上升 = 上升']);
    expect(spansOf('How many ferries does the line run?')).toEqual(['ferries = ferri', 'line = line', 'run = run']);
  });

  it('are together what stands in quotation marks', () => {
    expect(spansOf('“渡轮票价”上升？')).toEqual(['!渡轮票价 = 渡轮票价', '上升 = 上升']);
  });

  it('are a quarter as one word, however it is written', () => {
    for (const quarter of ['第三季度', '三季度', 'Q3'])
      expect(spansOf(`${quarter}票价`).filter((span) => /q3/u.test(span))).toEqual([`${quarter} = q3 q 3`]);
  });

  it('are a name with all its forms, and a figure as one', () => {
    expect(spansOf('威杰厂票价2019', [['威杰厂', 'Widget Works']])).toEqual([
      '!威杰厂 = 威杰厂 | widget work',
      '票价 = 票价',
      '!2019 = 2019',
    ]);
  });

  it('carry less where they say what is done than where they name a thing', () => {
    const [thing, deed] = ['票价', '上升'].map(
      (word) => wordSpans(anAnalysedQuestion('票价上升'), DICTIONARY).find(({ label }) => label === word)?.content ?? 0,
    );
    expect(thing).toBeGreaterThan(deed ?? 1);
  });

  it('stand where they say, in whatever order they are said', () => {
    const words = fc.shuffledSubarray(['渡轮', '票价', '码头', 'ferries', '2019', 'Kotka', '上升'], { minLength: 1 });
    fc.assert(
      fc.property(words, (said) => {
        const text = `${said.join(' ')}？`;
        const spans = wordSpans(anAnalysedQuestion(text), DICTIONARY);
        expect(spans.map(({ from, to }) => text.slice(from, to))).toEqual(spans.map(({ label }) => label));
        expect(spans.map(({ label }) => label).toSorted()).toEqual(said.toSorted());
      }),
      { numRuns: 40 },
    );
  });
});

describe('Latin words and figures of a question', () => {
  it('are whole with hyphens, decimals and per cent, without words that only ask and a possessive s', () => {
    expect(latinSpans("What is the V-Line's share in Q3 2020, 12.5%?").map(shown)).toEqual([
      'V-Line = v line',
      'share = share',
      'Q3 = q3 q 3',
      '!2020 = 2020',
      '!12.5% = 12.5',
    ]);
    expect(latinSpans('渡轮票价')).toEqual([]);
  });
});
