import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranslatedSpan } from '../../src/dictionary/query-unit.ts';
import { translateQuestion } from '../../src/retrieve/translate-question.ts';
import { aDictionary, anAnalysedQuestion } from '../support/asked.ts';

const NO_RUNS = { foreign: [], persons: [] };
const DICTIONARY = aDictionary({
  渡轮: { senses: ['ferry'] },
  渡船: { senses: ['ferry'] },
  港口: { senses: ['port', 'harbor'] },
  陶土: { senses: ['clay'] },
  票价: { senses: ['fare', 'ticket price'] },
  价: { senses: ['price'] },
  芬兰: { senses: ['Finland'] },
  南非: { senses: ['South Africa'] },
});
const translate = (text: string, learnt?: string[][]) =>
  translateQuestion(anAnalysedQuestion(text, learnt), DICTIONARY, NO_RUNS);
/** A stretch on one line: what it is, and what it may be called. */
const shown = ({ label, isName, alternatives }: TranslatedSpan) =>
  `${isName ? '!' : ''}${label} = ${alternatives.map(({ form }) => form).join(' | ')}`;
const shownOf = (text: string, learnt?: string[][]) => translate(text, learnt).map(shown);

describe('a question in the words of the other language', () => {
  it('is, in English, each phrase that the dictionary has, in any form, with all translations', () => {
    expect(shownOf('How many ferries did the ports see?')).toEqual(['ferries = 渡轮 | 渡船', 'ports = 港口']);
  });

  it('is, in Chinese, each word that the dictionary has, the longest first at each place', () => {
    expect(shownOf('渡轮票价')).toEqual(['渡轮 = ferri', '票价 = fare | ticket price', '价 = price']);
  });

  it('has a phrase before the words in it', () => {
    expect(shownOf('What is the ticket price?')[0]).toBe('ticket price = 票价');
  });

  it('writes months, decades, centuries and large figures as the other language does', () => {
    expect(shownOf('the clay of July')).toEqual(['clay = 陶土', '!July = 7月']);
    expect(shownOf('ferries of the 1990s')).toEqual(['ferries = 渡轮 | 渡船', '1990s = 90年代']);
    expect(shownOf('ports in the 19th century').slice(0, 2)).toEqual(['ports = 港口', '19th = 19']);
    expect(shownOf('is it 505 million')).toEqual(['!505 million = 50500万 | 5.05亿']);
    expect(shownOf('is it 2.6 trillion')).toEqual(['!2.6 trillion = 26000亿 | 2.6万亿']);
  });

  it('knows a country by its adjective, where the dictionary has the country alone', () => {
    expect(shownOf('the South African ports')).toContain('South African = 南非');
  });

  it('has a name that reports teach before what the dictionary makes of its words', () => {
    expect(shownOf('Who owns Port Works?', [['港厂', 'Port Works']])[0]).toBe('!Port Works = 港厂 | port work');
  });

  it('is nothing where the dictionary has none of its words', () => {
    expect(translate('Who?')).toEqual([]);
    expect(translate('谁？')).toEqual([]);
  });

  it('stands where it says and is likely to some degree, whatever is asked', () => {
    const words = fc.array(
      fc.constantFrom(
        'ferries',
        'port',
        'clay',
        'fares',
        'Finland',
        'ticket',
        'price',
        'July',
        '3 million',
        'of',
        'xyzzy',
      ),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(words, (said) => {
        const text = `what ${said.join(' ')}?`;
        for (const { from, to, label, alternatives } of translate(text)) {
          expect(text.slice(from, to).replaceAll(/\s+of\s+/gu, ' ')).toBe(label);
          expect(alternatives.every(({ weight, terms }) => weight > 0 && weight <= 1 && terms.length > 0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds both ways: what translates a word is translated by it', () => {
    for (const word of ['渡轮', '港口', '陶土', '票价']) {
      const [span] = translate(word);
      for (const { form } of span?.alternatives ?? [])
        expect(translate(`the ${form}`).flatMap(({ alternatives }) => alternatives.map((back) => back.form))).toContain(
          word,
        );
    }
  });
});
