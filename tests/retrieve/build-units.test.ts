import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryUnit } from '../../src/dictionary/query-unit.ts';
import { ownUnits, searchTerms, translatedUnits } from '../../src/retrieve/build-units.ts';
import { translateQuestion } from '../../src/retrieve/translate-question.ts';
import { aDictionary, anAnalysedQuestion, aUnit, frequenciesIn } from '../support/asked.ts';

const NO_RUNS = { foreign: [], persons: [] };
const CHUNKS = ['港口的渡轮', '港口的陶土', 'the ferry port of Widget', '渡轮票价'];
const DICTIONARY = aDictionary({
  渡轮: { senses: ['ferry'] },
  渡船: { senses: ['ferry'] },
  港口: { senses: ['port', 'harbor'] },
  票价: { senses: ['fare', 'ticket price'] },
});
const formsOf = (units: readonly QueryUnit[]) => units.map(({ alternatives }) => alternatives.map(({ form }) => form));
const weightOf = (units: readonly QueryUnit[], label: string) =>
  units.find((unit) => unit.label === label)?.weight ?? Number.NaN;

describe('the units of a question for reports in its language', () => {
  const frequencies = frequenciesIn(CHUNKS);

  it('are its terms; a rare one weighs more than a common one, a pair more than a character', () => {
    const units = ownUnits(anAnalysedQuestion('港口票价'), frequencies);
    expect(formsOf(units)).toEqual([['港'], ['口'], ['票'], ['价'], ['港口'], ['口票'], ['票价']]);
    expect(weightOf(units, '票价')).toBeGreaterThan(weightOf(units, '港口'));
    expect(weightOf(units, '口票')).toBeGreaterThan(weightOf(units, '票'));
  });

  it('are a name with all the forms that some report holds, and no terms from inside of it', () => {
    const units = ownUnits(anAnalysedQuestion('威杰港口', [['威杰', 'Widget', 'Wee Jan']]), frequencies);
    expect(formsOf(units)).toEqual([['widget'], ['港'], ['口'], ['港口']]);
  });

  it('are a name with all its forms where no report holds any', () => {
    const units = ownUnits(anAnalysedQuestion('威杰', [['威杰', 'Wee Jan']]), frequencies);
    expect(formsOf(units)).toEqual([['威杰', 'wee jan']]);
  });
});

describe('the units of a question for reports in the other language', () => {
  const frequencies = frequenciesIn(CHUNKS);
  const unitsOf = (text: string) => {
    const question = anAnalysedQuestion(text);
    return translatedUnits(question, translateQuestion(question, DICTIONARY, NO_RUNS), frequencies);
  };

  it('are the translations that some report holds, and the words as they are at a tenth', () => {
    const units = unitsOf('What do ferries of the port cost?');
    expect(formsOf(units)).toEqual([['渡轮'], ['港口'], ['ferri'], ['port']]);
    const asked = ownUnits(anAnalysedQuestion('What do ferries of the port cost?'), frequencies);
    expect(weightOf(units, 'ferri')).toBeCloseTo(weightOf(asked, 'ferri') / 10, 12);
  });

  it('are nothing where no report holds a translation', () => {
    expect(unitsOf('煤')).toEqual([]);
  });

  it('are figures at half of what they count in their own language', () => {
    const dated = frequenciesIn([...CHUNKS, '2019']);
    const question = anAnalysedQuestion('ferries in 2019');
    const units = translatedUnits(question, translateQuestion(question, DICTIONARY, NO_RUNS), dated);
    expect(weightOf(units, '2019')).toBeCloseTo(weightOf(ownUnits(question, dated), '2019') / 2, 12);
  });
});

describe('the terms that are searched for', () => {
  const unit = (label: string, weight: number) => aUnit(label, { weight });

  it('are those of the units that weigh most, as far as some report holds them', () => {
    const frequencies = frequenciesIn(['kiln mill', 'loom']);
    const units = [unit('mill', 1), unit('barn', 9), unit('loom', 2), unit('kiln', 3)];
    expect(searchTerms(units, frequencies)).toEqual(['kiln', 'loom', 'mill']);
    expect(searchTerms(units, frequencies, 2)).toEqual(['kiln', 'loom']);
  });

  it('are of a name of several words its rarest, and of a thing its three likeliest names', () => {
    const frequencies = frequenciesIn(['grand kiln', 'grand loom', 'mill barn dock']);
    expect(searchTerms([unit('grand kiln', 1)], frequencies)).toEqual(['kiln']);
    expect(searchTerms([aUnit(['loom', 'mill', 'barn', 'dock'])], frequencies)).toEqual(['loom', 'mill', 'barn']);
  });

  it('are without common ones in a large library, when enough rare ones are left', () => {
    const rare = ['kiln', 'loom', 'mill', 'barn', 'dock'];
    const frequencies = {
      chunkCount: 10_000,
      documentFrequency: new Map([['port', 5000], ...rare.map((term) => [term, 3] as const)]),
    };
    const units = ['port', ...rare].map((term, at) => unit(term, 9 - at));
    expect(searchTerms(units, frequencies)).toEqual(rare);
    expect(searchTerms(units.slice(0, -1), frequencies)).toEqual(['port', ...rare.slice(0, -1)]);
    expect(searchTerms(units, { ...frequencies, chunkCount: 2000 })).toEqual(['port', ...rare]);
  });

  it('are no more than wanted, none twice and none that no report holds, whatever the units are', () => {
    const WORDS = ['kiln', 'loom', 'mill', 'barn', 'dock', 'port'];
    const some = fc.array(
      fc.record({ label: fc.constantFrom(...WORDS), weight: fc.double({ min: 0, max: 9, noNaN: true }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, fc.subarray(WORDS), fc.integer({ min: 1, max: 6 }), (units, held, limit) => {
        const terms = searchTerms(
          units.map(({ label, weight }) => unit(label, weight)),
          frequenciesIn(held),
          limit,
        );
        expect(terms).toEqual([...new Set(terms)]);
        expect(terms.length).toBeLessThanOrEqual(limit);
        expect(terms.filter((term) => !held.includes(term))).toEqual([]);
      }),
    );
  });
});
