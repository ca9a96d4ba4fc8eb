import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/domain/answer.ts';
import { openOperands } from '../../src/kinds/open-operands.ts';
import { readComparison } from '../../src/kinds/read-comparison.ts';
import { aTableReport } from '../support/a-table-report.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const FERRIES = aReportOf(
  {
    渡轮客运: [
      '琼州海峡渡轮2021年运送旅客1240万人次，比2020年的980万人次增长26.5%。',
      '北岸码头有泊位超过36个，南岸码头有泊位24个。',
      '邮轮公司2018年至2020年收入分别为2.1亿元、2.6亿元和0.9亿元。',
    ],
    拖轮: ['东港拖轮公司全年净利润为3.2亿元。'],
  },
  { publishedOn: '2022-03-01', title: '海峡航运', file: 'strait.txt' },
);

describe('what a question compares', () => {
  it.each([
    ['渡轮客流2021年比2020年多多少？', 'difference', ['2021年', '2020年']],
    ['北岸码头和南岸码头的泊位哪个多？', 'which', ['北岸码头', '南岸码头']],
    ['Did tugs or ferries earn more?', 'which', ['tugs', 'ferries']],
    ['tug fees 2021 against 2020', 'which', ['2021', '2020']],
    ['北岸泊位比南岸泊位多几个', 'difference', ['北岸泊位', '南岸泊位']],
    ['did tug fees rise more in 2021 or 2020', 'each', ['2021', '2020']],
    ['tug fees from 2018 to 2021: how much did they grow', 'change', ['2018', '2021']],
    ['上海宁波两港一共有多少泊位', 'sum', ['上海', '宁波']],
    ['are tugs or ferries bigger in Hull', 'which', ['tugs', 'ferries']],
  ])('is two things, or one at two times: %s', (question, operation, labels) => {
    const read = readComparison(question);
    expect([read?.operation, read?.operands.map(({ label }) => label)]).toEqual([operation, labels]);
  });

  it.each(['北岸码头跟谁签了协议？', '渡轮公司和拖轮公司的总部在哪里？', 'How many ferries and tugs are there?'])(
    'is none when nothing is held against another: %s',
    (question) => {
      expect(readComparison(question)).toBeUndefined();
    },
  );
});

describe('a comparison', () => {
  it('is a share that is reckoned, where the only per cent that is told is of a change', async () => {
    const { askByKind } = await aLibraryOf(
      aTableReport({
        heading: '主要数据',
        above: ['单位：亿元'],
        stub: '项目',
        heads: ['2022年', '2021年', '变动'],
        rows: [
          ['营业收入', '320.0', '300.0', '6.67%'],
          ['净利润', '80.0', '75.0', '6.67%'],
        ],
      }),
    );
    expect(saidBy(await askByKind('净利润占营业收入多少'))[0]).toMatch(/80.*320.*25%/u);
  });

  it('is of the latest year that the report can know, where none is asked for', async () => {
    const { askByKind } = await aLibraryOf(
      aTableReport(
        {
          heading: 'Berths by port',
          above: [],
          stub: 'Port',
          heads: ['Berths 2021', 'Berths 2022', 'Berths 2025'],
          rows: [
            ['Hull', '18', '24', '40'],
            ['Dover', '10', '11', '12'],
          ],
        },
        { publishedOn: '2023-02-01' },
      ),
    );
    const [said] = saidBy(await askByKind('how many more berths does Hull have than Dover'));
    expect(said).toMatch(/24.*11.*13/u);
  });

  it('gives both figures with what follows from them, and the sentences that they stand in', async () => {
    const { askByKind } = await aLibraryOf(FERRIES);
    const answer = await askByKind('琼州海峡渡轮旅客2021年比2020年多多少？');
    expect(claimsOf(answer).map(({ text, quotes }) => [text, quotes.map((quote) => quote.text)])).toEqual([
      [
        '2021年1240万人次，2020年980万人次，相差260万人次。',
        ['琼州海峡渡轮2021年运送旅客1240万人次，比2020年的980万人次增长26.5%。'],
      ],
      [
        '琼州海峡渡轮2021年运送旅客1240万人次，比2020年的980万人次增长26.5%。',
        ['琼州海峡渡轮2021年运送旅客1240万人次，比2020年的980万人次增长26.5%。'],
      ],
    ]);
  });

  it('tells a difference of what is only over a figure as about so much', async () => {
    const { askByKind } = await aLibraryOf(FERRIES);
    expect(saidBy(await askByKind('北岸码头比南岸码头多多少个泊位？'))).toEqual([
      '北岸码头超过36个，南岸码头24个，相差约12个。',
      '北岸码头有泊位超过36个，南岸码头有泊位24个。',
    ]);
  });

  it('knows which year of a stretch a figure is of', async () => {
    const { askByKind } = await aLibraryOf(FERRIES);
    expect(saidBy(await askByKind('邮轮公司2020年的收入比2019年少多少？'))).toEqual([
      '2020年0.9亿元，2019年2.6亿元，相差1.7亿元。',
      '邮轮公司2018年至2020年收入分别为2.1亿元、2.6亿元和0.9亿元。',
    ]);
  });

  it('says which of the two is not there, and gives the other', async () => {
    const { askByKind } = await aLibraryOf(FERRIES);
    const answer = await askByKind('东港拖轮公司和西港拖轮公司的净利润谁高？');
    expect({
      outcome: answer.outcome,
      open: answer.outcome === 'partly_answered' && answer.open,
      said: saidBy(answer),
    }).toEqual({ outcome: 'partly_answered', open: ['西港拖轮公司'], said: ['东港拖轮公司全年净利润为3.2亿元。'] });
  });

  it('is half answered by a sentence that speaks of one of the two only', async () => {
    const { askByKind } = await aLibraryOf(FERRIES);
    const answer = await askByKind('北岸码头有几个泊位？');
    const comparison = readComparison('北岸码头和西岸码头哪个更安静？');
    expect(comparison && openOperands(comparison, answer, (word) => [word])).toEqual(['西岸码头']);
  });
});
