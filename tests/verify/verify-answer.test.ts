import { prove } from '../support/prove.ts';
import { describe, expect, it } from 'vitest';
import { verifyAnswer } from '../../src/verify/verify-answer.ts';
import { aDraft, aPassage, aQuestion } from '../support/builders.ts';

describe('verifyAnswer', () => {
  it('shows a claim with the quote, section and page that prove it', () => {
    expect(verifyAnswer(aQuestion(), aDraft('亚马逊市占率为32%'), [aPassage()], prove)).toEqual({
      outcome: 'answered',
      differing: false,
      question: aQuestion(),
      composer: 'extractive',
      withheld: [],
      claims: [
        {
          text: '亚马逊市占率为32%',
          degree: 'verbatim',
          quotes: [
            {
              reportId: 'a1b2c3d4e5f6',
              reportTitle: '云市场月报',
              path: ['海外借鉴', '云服务市场'],
              place: { kind: 'page', number: 65, label: '65' },
              span: { start: 110, end: 120 },
              text: '亚马逊市占率为32%',
            },
          ],
        },
      ],
    });
  });

  it('withholds a claim whose quote is not in its passage', () => {
    const draft = {
      composer: 'model',
      claims: [{ text: '谷歌为7%', citations: [{ passage: 'P1', quote: '谷歌为7%' }] }],
    };
    const answer = verifyAnswer(aQuestion(), draft, [aPassage()], prove);
    expect(answer.outcome).toBe('not_found');
    expect(answer.withheld).toEqual([{ text: '谷歌为7%', reason: 'the quote is not in passage P1' }]);
  });

  it('withholds a claim with a figure that its true quote does not hold', () => {
    const draft = {
      composer: 'model',
      claims: [{ text: '亚马逊占33%', citations: [{ passage: 'P1', quote: '亚马逊市占率为32%' }] }],
    };
    expect(verifyAnswer(aQuestion(), draft, [aPassage()], prove).withheld).toEqual([
      { text: '亚马逊占33%', reason: 'no quote holds 33%' },
    ]);
  });

  it('names the nearest passages when the draft is empty', () => {
    const answer = verifyAnswer(aQuestion(), { composer: 'extractive', claims: [] }, [aPassage()], prove);
    expect(answer).toMatchObject({ outcome: 'not_found', nearest: [{ text: '2020年第三季度，亚马逊市占率为32%。' }] });
  });

  it('shows what the composer found nearest, as far as it stands there', () => {
    const nearest = [
      { passage: 'P1', quote: '亚马逊市占率为32%' },
      { passage: 'P1', quote: '亚马逊市占率为33%' },
    ];
    const answer = verifyAnswer(aQuestion(), { composer: 'extractive', claims: [], nearest }, [aPassage()], prove);
    expect(answer).toMatchObject({ outcome: 'not_found', nearest: [{ text: '亚马逊市占率为32%' }] });
  });
});
