import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNames } from '../../src/lexicon/names.ts';
import { namedIn } from '../../src/retrieve/named-things.ts';

const named = (text: string, learnt: string[][] = []) => namedIn(text, createNames(learnt)).map((name) => name.text);

describe('the names of a question', () => {
  it.each([
    [
      'English words with capitals, but the first',
      'Did Kiln Works and the Loom of Leeds grow?',
      ['Kiln Works', 'Loom', 'Leeds'],
    ],
    ['no months, quarters and currencies', 'What did Kotka earn in May, in Q3 and in EUR?', ['Kotka']],
    ['Latin words of a Chinese question', '请问KilnWorks的收入？', ['KilnWorks']],
    ['Latin ones with a sign for and', 'Lo&Mi的首席财务官是谁？研发即R&D吗？', ['Lo&Mi']],
    ['no short ones that are words by now', '请问AI和5G的收入？', []],
    ['no measures', 'What was the EPS of Kotka?', ['Kotka']],
    ['nothing of a question in plain words', 'how many ferries are there?', []],
  ])('are %s: %s', (_, text, names) => {
    expect(named(text)).toEqual(names);
  });

  it('are those that reports teach, in every form', () => {
    const learnt = [['威杰厂', 'Widget Works']];
    expect(named('威杰厂的收入？', learnt)).toEqual([]);
    expect(named('What did Widget Works earn?', learnt)).toEqual(['Widget Works']);
    expect(namedIn('What did Widget Works earn?', createNames(learnt))[0]?.forms).toEqual(['威杰厂', 'Widget Works']);
  });

  it('are none within the name of somebody', () => {
    expect(named('华为为什么投资？')).toEqual(['华为']);
    expect(named('爱德华为什么辞职？')).toEqual([]);
  });

  it('stand where they say, in order, whatever names there are', () => {
    const NAMES = ['Kotka', 'Vistara', 'Ormsund', 'Palanth', 'Quorle'];
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES, { minLength: 1 }), (said) => {
        const text = `How do ${said.join(' compare with ')} stand?`;
        const found = namedIn(text, createNames());
        expect(found.map((name) => name.text)).toEqual(said);
        expect(found.map(({ start, text: name }) => text.slice(start, start + name.length))).toEqual(said);
      }),
      { numRuns: 40 },
    );
  });
});
