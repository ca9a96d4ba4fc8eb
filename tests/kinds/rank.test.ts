import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/domain/answer.ts';
import { readRank } from '../../src/kinds/read-rank.ts';
import { aTableReport } from '../support/a-table-report.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const BERTHS = aTableReport({
  heading: '码头泊位',
  above: ['各码头泊位数量', '单位：个'],
  stub: '码头',
  heads: ['2019年', '2020年'],
  rows: [
    ['北岸码头', '30', '36'],
    ['南岸码头', '41', '24'],
    ['东岛码头', '12', '12'],
    ['西岛码头', '5', '8'],
    ['其他', '50', '60'],
    ['合计', '138', '140'],
  ],
});

const PORTS = aTableReport(
  {
    heading: 'Cargo by port',
    above: ['Cargo handled by port, in million tonnes'],
    stub: 'Port',
    heads: ['Cargo', 'Staff'],
    rows: [
      ['Hull', '31', '900'],
      ['Grimsby', '57', '800'],
      ['Dover', '12', '700'],
      ['Leith', '9', '950'],
    ],
  },
  { title: 'Ports review', file: 'ports.pdf' },
);

describe('a question for a place in an order', () => {
  it.each([
    ['2020年南岸码头的泊位数量排第几？', ['码头', '泊位', '数量']],
    ['Where does Hull rank in cargo?', ['Hull', 'cargo']],
  ])('is read: %s', (question, asked) => {
    expect(readRank(question)?.filter((word) => !/年/u.test(word))).toEqual(asked);
  });

  it.each(['排名前三的码头', 'What cargo did Hull handle?', '第一季度吞吐量多少'])('is not: %s', (question) => {
    expect(readRank(question)).toBeUndefined();
  });

  it('is reckoned among the rows of a table, and shown with its neighbours', async () => {
    const { askByKind } = await aLibraryOf(BERTHS);
    const answer = await askByKind('2020年南岸码头的泊位数量排第几？');
    expect(claimsOf(answer).map(({ text, degree }) => [text, degree])).toEqual([
      ['北岸码头：2020年 36个；南岸码头：2020年 24个；东岛码头：2020年 12个；南岸码头在所列4项中排第2。', 'computed'],
    ]);
  });

  it('is of the time that is asked for', async () => {
    const { askByKind } = await aLibraryOf(BERTHS);
    expect(saidBy(await askByKind('2019年南岸码头的泊位数量排第几？'))).toEqual([
      '南岸码头：2019年 41个；北岸码头：2019年 30个；南岸码头在所列4项中排第1。',
    ]);
  });

  it('is of the column that is asked for', async () => {
    const { askByKind } = await aLibraryOf(PORTS);
    expect(saidBy(await askByKind('Where does Hull rank in cargo?'))).toEqual([
      'Grimsby: Cargo 57; Hull: Cargo 31; Dover: Cargo 12; Hull is no. 2 of the 4 listed.',
    ]);
  });

  it('is not reckoned where the column is open, or nobody of that name is there', async () => {
    const { askByKind } = await aLibraryOf(PORTS);
    expect(saidBy(await askByKind('Where does Hull rank?')).join('\n')).not.toContain('no. ');
    expect(saidBy(await askByKind('Where does Tilbury rank in cargo?')).join('\n')).not.toContain('no. ');
  });

  it('is printed in one sentence of a paragraph that says the rest', async () => {
    const said = '从造船企业的分布来看，江苏以75家居首。浙江以62家位居第二。山东以41家位居第三。';
    const { askByKind } = await aLibraryOf(aReportOf({ 船厂: [said] }));
    expect(saidBy(await askByKind('山东的造船企业数量排第几？'))).toEqual(['山东以41家位居第三。']);
    expect(saidBy(await askByKind('辽宁的造船企业数量排第几？')).join('')).not.toContain('第三');
  });

  it('is not answered with those that lead the order', async () => {
    const { askByKind } = await aLibraryOf(PORTS);
    expect(saidBy(await askByKind('Where does Tilbury rank among the most important ports in cargo?'))).toEqual([]);
  });

  it('is reckoned from what one sentence says of several', async () => {
    const { askByKind } = await aLibraryOf(aReportOf({ 船厂: ['江苏有船厂75家，浙江有船厂62家，山东有船厂41家。'] }));
    expect(saidBy(await askByKind('山东的船厂数量排第几？'))).toEqual(['浙江62家；山东41家；山东在所列3项中排第3。']);
  });

  it('is as the report prints it where it does', async () => {
    const { askByKind } = await aLibraryOf(
      aReportOf({
        泊位: ['南岸码头的泊位数量在全国排名第五位。', '北岸码头有泊位36个，南岸码头有泊位24个，东岛码头有泊位12个。'],
      }),
    );
    expect(saidBy(await askByKind('南岸码头的泊位数量排第几？'))).toEqual(['南岸码头的泊位数量在全国排名第五位。']);
  });
});

describe('what is reckoned from cells whose unit stands above the table', () => {
  it('is told in that unit', async () => {
    const { askByKind } = await aLibraryOf(BERTHS);
    expect(saidBy(await askByKind('2020年北岸码头比南岸码头多几个泊位？'))[0]).toBe(
      '北岸码头：2020年 36个；南岸码头：2020年 24个；相差12个。',
    );
  });
});
