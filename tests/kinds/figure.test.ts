import { describe, expect, it } from 'vitest';
import { giveFigure } from '../../src/kinds/give-figure.ts';
import { TONNAGE } from '../support/a-table-report.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const OFFER = aReportOf({
  发行概况: ['（一）发行股票类型：人民币普通股A股', '（二）每股面值：人民币1.50元', '（三）预计募集资金：7.2亿元'],
});

async function figureOf(report: typeof OFFER, text: string): Promise<string[]> {
  const { steps } = await aLibraryOf(report);
  const answer = await giveFigure({ text, earlier: [] }, steps);
  return answer ? saidBy(answer) : [];
}

describe('a figure that no statement was chosen for', () => {
  it.each([
    [OFFER, '每股面值多少', ['（二）每股面值：人民币1.50元']],
    [TONNAGE, 'How much tonnage did Birkby have in 2021?', ['Birkby: 2021 617']],
  ])('is given where it is the only one that all is said of: %#', async (report, question, said) => {
    expect(await figureOf(report, question)).toEqual(said);
  });

  it.each([
    [OFFER, '每股净资产多少'],
    [OFFER, '每股面值是什么意思'],
    [TONNAGE, 'How much tonnage did Birkby have?'],
    [TONNAGE, 'How much tonnage did Calder have in 2021?'],
    [TONNAGE, 'How many staff did Birkby have in 2021?'],
  ])(
    'is not given of another thing, of one of several times, nor where none is asked for: %#',
    async (report, question) => {
      expect(await figureOf(report, question)).toEqual([]);
    },
  );
});
