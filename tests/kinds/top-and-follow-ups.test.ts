import { describe, expect, it } from 'vitest';
import { readFollowUp } from '../../src/kinds/read-follow-up.ts';
import { readTop } from '../../src/kinds/read-top.ts';
import { aTableReport } from '../support/a-table-report.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const PORTS = aReportOf(
  {
    集装箱: [
      '2021年，宁波港、青岛港、厦门港的集装箱吞吐量分别为3108万标箱、2371万标箱和1205万标箱。',
      '宁波港2020年的集装箱吞吐量为2872万标箱。',
      '宁波港的集装箱吞吐量连续四年增长，航线达到287条。',
    ],
  },
  { publishedOn: '2022-03-01', title: '港口观察', file: 'boxes.txt' },
);

describe('which of several things are asked for', () => {
  it.each([
    ['吞吐量最大的三个港口是哪些', { count: 3, from: 1, isLeast: false }],
    ['top 5 ports by volume', { count: 5, from: 1, isLeast: false }],
    ['the four largest ports', { count: 4, from: 1, isLeast: false }],
    ['哪个港口的成本最低', { count: 1, from: 1, isLeast: true }],
  ])('is read with how many and from which end: %s', (question, top) => {
    expect(readTop(question)).toMatchObject(top);
  });

  it('asks of things and of nothing that only orders them, each word of a compound for itself', () => {
    expect(readTop('国内软件厂商排第四的是谁')).toMatchObject({ from: 4, asked: ['国内', '软件', '厂商'] });
    expect(readTop('港口建设里哪个占比最大')?.asked).not.toContain('占');
  });

  it('is nothing where no order is asked for', () => {
    expect(readTop('宁波港在哪里')).toBeUndefined();
    expect(readTop('宁波港2021年第一季度的吞吐量是多少')).toBeUndefined();
    expect(readTop('第一个港口建于何时')).toBeUndefined();
  });

  it('do not count what all of them come to', async () => {
    const yards = '中国有船厂196家。江苏有船厂75家。浙江有船厂62家。山东有船厂41家。辽宁有船厂18家。';
    const { askByKind } = await aLibraryOf(aReportOf({ 各省船厂: [yards] }, { title: '造船', file: 'yards.txt' }));
    expect(saidBy(await askByKind('船厂最多的两个省各有多少家？'))).toEqual(['江苏有船厂75家。', '浙江有船厂62家。']);
  });

  it('are collected over short sentences that stand one after the other', async () => {
    const { askByKind } = await aLibraryOf(
      aReportOf(
        { 各省船厂: ['山东有船厂41家，居第三。江苏有船厂75家，居首位。浙江有船厂62家，居第二。辽宁有船厂18家。'] },
        { title: '造船', file: 'yards.txt' },
      ),
    );
    expect(saidBy(await askByKind('船厂最多的三个省各有多少家？'))).toEqual([
      '江苏有船厂75家，居首位。',
      '浙江有船厂62家，居第二。',
      '山东有船厂41家，居第三。',
    ]);
  });

  it('are not those of another year', async () => {
    const { askByKind } = await aLibraryOf(PORTS);
    expect(saidBy(await askByKind('2021年吞吐量最大的港口是哪个'))).not.toEqual([]);
    expect(saidBy(await askByKind('2019年吞吐量最大的港口是哪个'))).toEqual([]);
  });
});

describe('the first of several things', () => {
  it('are found where a sentence lists them and gives one figure for each, in order', async () => {
    const { askByKind } = await aLibraryOf(
      aReportOf({ 货种: ['2021年东港的吞吐量中，煤炭、铁矿石、粮食、原油等货种分别约占41%、30%、12%、9%。'] }),
    );
    expect(saidBy(await askByKind('东港吞吐量里占比最大的货种是哪个？'))).toEqual([
      '2021年东港的吞吐量中，煤炭、铁矿石、粮食、原油等货种分别约占41%、30%、12%、9%。',
    ]);
  });

  it('are rows of a column of which the first cell alone says the unit', async () => {
    const table = aTableReport({
      heading: 'Trust in ports',
      above: ['% who say a port is the safest'],
      stub: 'Port',
      heads: ['Share'],
      rows: [
        ['Hull', '36%'],
        ['Dover', '23'],
        ['Leith', '20'],
        ['Goole', '12'],
      ],
    });
    const { askByKind } = await aLibraryOf(table);
    expect(saidBy(await askByKind('top 2 safest ports')).join('\n')).toMatch(/Hull.*36%.*\n.*Dover.*23/u);
  });

  it('is the row with the largest change, where what grew fastest is asked for', async () => {
    const table = aTableReport({
      heading: 'Cargo by port',
      above: [],
      stub: 'Port',
      heads: ['2022 (kt)', '2023 (kt)', 'Growth'],
      rows: [
        ['Hull', '410', '520', '26.8%'],
        ['Dover', '180', '311', '72.8%'],
        ['Leith', '90', '99', '10.0%'],
      ],
    });
    const { askByKind } = await aLibraryOf(table);
    expect(saidBy(await askByKind('which port grew fastest')).join()).toMatch(/^Dover.*72\.8%/u);
  });

  it('are those of the country, where the country is asked for', async () => {
    const { askByKind } = await aLibraryOf(
      aReportOf({
        全球造船: ['全球造船份额中，甲船占32%，乙船占19%，丙船占7%。'],
        国内造船: ['中国造船份额中，丁船占40%，戊船占16%，己船占8%。'],
      }),
    );
    expect(saidBy(await askByKind('国内造船份额最大的是谁？'))).toEqual([
      '中国造船份额中，丁船占40%，戊船占16%，己船占8%。',
    ]);
  });

  it.each([
    ['国内造船厂排名第四的是谁', { count: 1, from: 4 }],
    ['which port is the third-largest', { count: 1, from: 3 }],
  ])('begin with the place that is asked for: %s', (question, top) => {
    expect(readTop(question)).toMatchObject(top);
  });
});

describe('a turn that goes on from the one before', () => {
  const before = '宁波港2021年的集装箱吞吐量是多少';
  it.each([
    ['能不能再详细一点？', { wants: 'more' }],
    ['anything else?', { wants: 'more' }],
    ['用英文再说一遍', { wants: 'translation' }],
    ['那第三名呢？', { wants: 'place', place: 3 }],
    ['and the second?', { wants: 'place', place: 2 }],
    ['前一年呢？', { wants: 'year', text: '宁波港2020年的集装箱吞吐量是多少' }],
    ['and a year later?', { wants: 'year', text: '宁波港2022年的集装箱吞吐量是多少' }],
    ['那青岛港呢？', undefined],
    ['第三季度呢？', undefined],
  ])('is read by its words alone: %s', (last, wanted) => {
    expect(readFollowUp(before, last)).toEqual(wanted);
  });

  it('asks the same of another year', async () => {
    const { askByKind } = await aLibraryOf(PORTS);
    expect(saidBy(await askByKind('那前一年呢？', [before]))).toEqual(['宁波港2020年的集装箱吞吐量为2872万标箱。']);
  });

  it('never gives the same answer again for what it does not speak of', async () => {
    const { askByKind } = await aLibraryOf(PORTS);
    expect(await askByKind('那营口港呢？', [before])).toMatchObject({ outcome: 'not_found' });
  });

  it('is told when there is no more to say', async () => {
    const { askByKind } = await aLibraryOf(
      aReportOf({ 渡轮: ['珠江口新增12艘电动渡轮。'] }, { title: '渡轮', file: 'one.txt' }),
    );
    expect(await askByKind('还有吗？', ['珠江口新增多少艘电动渡轮？'])).toMatchObject({
      outcome: 'told',
      reply: { about: 'no_more' },
    });
  });
});
