import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const FERRIES = aReportOf(
  {
    Results: [
      'Ticket revenues rose in the north.',
      'Ticket revenues decreased four percent in 2021, driven primarily by fewer sailings on the eastern route.',
      'Harbour dues increased two percent in 2021, due to a new berth.',
      'Amounts may not add up due to rounding.',
    ],
    Outlook: ['We expect ticket revenues to recover.'],
  },
  { title: 'Ferry lines annual report', file: 'ferries.txt' },
);

const KILNS = aReportOf(
  {
    经营: [
      '窑厂2021年砖瓦产量增长一成，主要得益于新窑投产。',
      '窑厂2021年陶土销量下降两成，主要由于河港封航。',
      '由于四舍五入，合计可能不等于各项之和。',
    ],
  },
  { title: '窑厂年报', file: 'kilns.txt' },
);

describe('why something rose or fell', () => {
  it.each([
    [
      FERRIES,
      'Why did ticket revenues fall in 2021?',
      'Ticket revenues decreased four percent in 2021, driven primarily by fewer sailings on the eastern route.',
    ],
    [FERRIES, 'Why did harbour dues go up?', 'Harbour dues increased two percent in 2021, due to a new berth.'],
    [KILNS, '砖瓦产量为什么上升了？', '窑厂2021年砖瓦产量增长一成，主要得益于新窑投产。'],
    [KILNS, '陶土销量为啥跌了？', '窑厂2021年陶土销量下降两成，主要由于河港封航。'],
  ])('is told by the statement that says so and gives the cause', async (report, question, said) => {
    const { askByKind } = await aLibraryOf(report);
    expect(saidBy(await askByKind(question))).toEqual([said]);
  });

  it.each([
    [FERRIES, 'Why did fuel costs fall in 2021?'],
    [KILNS, '窑厂员工人数为什么下降？'],
  ])('is not told of something else', async (report, question) => {
    const { askByKind } = await aLibraryOf(report);
    const said = saidBy(await askByKind(question)).join('\n');
    expect(said).not.toMatch(/driven|due to|得益|由于/u);
  });
});
