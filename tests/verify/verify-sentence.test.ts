import { describe, expect, it } from 'vitest';
import type { JudgedSentence } from '../../src/verify/verify-sentence.ts';
import { verifySentence } from '../../src/verify/verify-sentence.ts';
import { retrievePassages } from '../../src/retrieve/retrieve-passages.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';
import { prove } from '../support/prove.ts';

const QUOTE = '甲厂2021年生产陶土7万吨，乙厂2021年生产陶土5万吨。';
const SHARES = '出口占陶土销量的32%，一年前占19%。';

describe('a sentence held against the quotes that it rests on', () => {
  async function aJudge() {
    const { library, parts } = await aLibraryOf(aReportOf({ 陶土: [QUOTE, SHARES] }));
    return async (
      claim: string,
      ...quotes: string[]
    ): Promise<Pick<JudgedSentence, 'degree' | 'reasons' | 'computed'>> => {
      const {
        quotes: found,
        passages: _,
        isSettled: __,
        ...judged
      } = await verifySentence(
        { claim, quotes },
        { retrieve: (question) => retrievePassages(question, parts), library, prove },
      );
      expect(found.length).toBe(judged.reasons.some((reason) => /report holds|no quote/u.test(reason)) ? 0 : 1);
      return judged;
    };
  }

  it('is the report’s own words, follows from its figures, or says what it says', async () => {
    const judge = await aJudge();
    expect(await judge(QUOTE, QUOTE)).toEqual({ degree: 'verbatim', reasons: [] });
    expect(await judge('In 2021, plant B made 50,000 tonnes.', '乙厂2021年生产陶土5万吨')).toMatchObject({
      degree: 'none',
    });
    expect(await judge('2021年乙厂陶土的产量为5万吨。', QUOTE)).toEqual({ degree: 'compared', reasons: [] });
    expect(await judge('2021年甲厂和乙厂共生产陶土12万吨。', QUOTE)).toEqual({
      degree: 'computed',
      computed: '7万吨 + 5万吨 = 12万吨',
      reasons: [],
    });
    expect(await judge('出口占比提高了13个百分点。', SHARES)).toEqual({
      degree: 'computed',
      computed: '32% − 19% = 13个百分点',
      reasons: [],
    });
  });

  it('is not shown when the quotes say otherwise, stand nowhere or are none', async () => {
    const judge = await aJudge();
    expect(await judge('乙厂2021年生产陶土7万吨。', QUOTE)).toEqual({ degree: 'none', reasons: ['7万吨 (of whom)'] });
    expect(await judge('甲厂2021年生产陶土7万吨。', '甲厂生产陶土7万吨')).toEqual({
      degree: 'none',
      reasons: ['no report holds “甲厂生产陶土7万吨”'],
    });
    expect(await judge('甲厂2021年生产陶土7万吨。')).toEqual({ degree: 'none', reasons: ['no quote'] });
  });

  it('is found by a quote with marks of notes, which are not read with a report', async () => {
    const english = await aLibraryOf(aReportOf({ Clay: ['The plant sold 700 tonnes of clay in 2021.'] }));
    const parts = {
      retrieve: () => Promise.resolve({ passages: [] }),
      library: english.library,
      prove,
    };
    const sentence = {
      claim: 'In 2021 the plant sold 700 tonnes of clay.',
      quotes: ['The plant(2) sold 700 tonnes of clay in 2021.'],
    };
    expect(await verifySentence(sentence, parts)).toMatchObject({
      degree: 'compared',
      quotes: [{ text: 'The plant sold 700 tonnes of clay in 2021.' }],
    });
    expect(await verifySentence({ ...sentence, reports: ['other.pdf'] }, parts)).toMatchObject({ degree: 'none' });
  });
});
