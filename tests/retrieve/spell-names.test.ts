import { describe, expect, it } from 'vitest';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import { spellNames } from '../../src/retrieve/spell-names.ts';
import { anAnalysedQuestion } from '../support/asked.ts';

/** How characters spell foreign names is learnt from the whole dictionary. */
const DICTIONARY = openGlosses(parseConfig({}).dictionaryDirectory);
const spelt = (text: string, runs: { foreign?: string[]; persons?: string[] }) =>
  spellNames(anAnalysedQuestion(text), { foreign: [], persons: [], ...runs }, DICTIONARY).map(
    ({ label, from, alternatives }) => [label, text.slice(from, from + label.length), alternatives[0]?.form],
  );

describe('a foreign name of a question', () => {
  it('is found as the reports spell it in characters', () => {
    expect(spelt('What did Mackinder write?', { foreign: ['麦金德认为', '阿姆斯特朗'] })).toEqual([
      ['Mackinder', 'Mackinder', '麦金德'],
    ]);
  });

  it('is found as the reports spell it in letters', () => {
    expect(spelt('麦金德写了什么？', { foreign: ['mackinder', 'armstrong'] })).toEqual([
      ['麦金德', '麦金德', 'mackind'],
    ]);
  });

  it('is found whether the family name stands first or last', () => {
    const persons = ['吴曼青', '李会云'];
    expect(spelt('What did Wu Manqing say?', { persons })).toEqual([['Wu Manqing', 'Wu Manqing', '吴曼青']]);
    expect(spelt('What did Manqing Wu say?', { persons })).toEqual([['Manqing Wu', 'Manqing Wu', '吴曼青']]);
    expect(spelt('What did Li Hui-yun say?', { persons })).toEqual([['Li Hui-yun', 'Li Hui-yun', '李会云']]);
  });

  it('is none where nothing in the reports sounds like it', () => {
    expect(spelt('What did Mackinder write?', { foreign: ['赫尔辛基'] })).toEqual([]);
    expect(spelt('What did Wu Manqing say?', { persons: ['李会云'] })).toEqual([]);
    expect(spelt('麦金德写了什么？', { foreign: ['helsinki'] })).toEqual([]);
  });

  it('is no word that only asks, and none of the question’s own script', () => {
    expect(spelt('What does whoever wants?', { foreign: ['麦金德'] })).toEqual([]);
    expect(spelt('麦金德写了什么？', { foreign: ['麦金德'] })).toEqual([]);
  });
});
