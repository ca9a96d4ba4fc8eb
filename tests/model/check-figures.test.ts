import { describe, expect, it } from 'vitest';
import { wrongFigures } from '../../src/model/check-figures.ts';
import { ModelAnswer } from '../../src/model/model-claims.ts';
import { checkModelClaim } from '../../src/model/check-model-claim.ts';
import { aPassage } from '../support/builders.ts';
import { prove } from '../support/prove.ts';

const QUOTE = '2021年北窑产陶土7万吨，南窑产陶土5万吨；2020年两窑的出口占比为32%。';
const wrong = (...figures: Parameters<typeof wrongFigures>[0]) =>
  wrongFigures(figures, { quotes: [QUOTE], context: '陶土年报\n2021年' });

describe('what a model says of the figures of its sentence', () => {
  it('is right where each slot stands with its value, or around the quote', () => {
    expect(wrong({ value: '7万吨', who: '北窑', measure: '产陶土', period: '2021年' })).toEqual([]);
    expect(wrong({ value: '5万吨', who: '南窑', measure: '产陶土', period: '2021年' })).toEqual([]);
    expect(wrong({ value: '5万吨', who: '南窑', measure: '陶土年报' }, { value: '32%', measure: '出口占比' })).toEqual(
      [],
    );
  });

  it('is wrong where a value or a slot stands in no quote, or beside another value', () => {
    expect(wrong({ value: '9万吨', who: '北窑' })).toEqual(['9万吨 (stands in no quote)']);
    expect(wrong({ value: '7万吨', who: '东窑' })).toEqual(['东窑 (of 7万吨; stands in no quote)']);
    expect(wrong({ value: '7万吨', who: '南窑' })).toEqual(['南窑 (stands beside another figure than 7万吨)']);
  });

  it('is read in other units and passed over in other words', () => {
    expect(wrong({ value: '70,000 tonnes', who: 'the northern kiln', measure: null })).toEqual([]);
  });

  it('holds back its sentence, which no judgement brings back; without it the sentence is checked as ever', () => {
    const passages = [aPassage({ text: QUOTE })];
    const claim = {
      text: '2021年北窑产陶土7万吨。',
      citations: [{ passage: 'P1', quote: '2021年北窑产陶土7万吨' }],
    };
    const context = { passages, language: 'zh', prove } as const;
    expect(checkModelClaim(claim, context).kind).toBe('proved');
    expect(checkModelClaim({ ...claim, figures: [{ value: '7万吨', who: '南窑' }] }, context)).toMatchObject({
      kind: 'failed',
      isSettled: true,
      withheld: { reason: 'no quote holds 南窑 (stands beside another figure than 7万吨)' },
    });
  });

  it('may be missing, or of another form', () => {
    const claim = { text: '甲。', citations: [] };
    const claims = [
      claim,
      { ...claim, figures: null },
      { ...claim, figures: [{ value: 7 }] },
      { ...claim, figures: 'x' },
    ];
    expect(ModelAnswer.parse({ claims, missing: [] }).claims.map(({ figures }) => figures)).toEqual([
      undefined,
      null,
      undefined,
      undefined,
    ]);
  });
});
