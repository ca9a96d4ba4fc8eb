import { describe, expect, it } from 'vitest';
import { giveLabelled } from '../../src/kinds/give-labelled.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const OFFER = aReportOf(
  { 发行概况: ['法定代表人（董事长）：沈岸', '（一）主承销商、推荐人：远帆证券', '（二）审计机构：海平会计师事务所'] },
  { title: '瑞港船业招股书', file: 'offer.txt' },
);

async function labelled(text: string, report = OFFER): Promise<string[]> {
  const { steps } = await aLibraryOf(report);
  const answer = await giveLabelled({ text, earlier: [] }, steps);
  return answer ? saidBy(answer) : [];
}

describe('what a report gives under a label', () => {
  it.each([
    ['瑞港船业的法定代表人是谁', '法定代表人（董事长）：沈岸'],
    ['瑞港船业的推荐人是哪家券商？', '（一）主承销商、推荐人：远帆证券'],
  ])('is given where the label says all that is asked: %s', async (question, said) => {
    expect(await labelled(question)).toEqual([said]);
  });

  it.each(['瑞港船业的监事长是谁', '推荐人是谁', '瑞港船业的主承销商推荐费率是多少'])(
    'is not given of another label, nor of a report that is not named: %s',
    async (question) => {
      expect(await labelled(question)).toEqual([]);
    },
  );

  it('is not given where two values stand under it', async () => {
    const report = aReportOf(
      { 发行概况: ['推荐人：远帆证券'], 附录: ['推荐人：近岸证券'] },
      { title: '瑞港船业招股书', file: 'offer.txt' },
    );
    expect(await labelled('瑞港船业的推荐人是谁', report)).toEqual([]);
  });
});
