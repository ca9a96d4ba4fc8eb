import { describe, expect, it } from 'vitest';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const HARBOURS = aReportOf(
  {
    岸电改造: [
      '全国已有210个泊位完成岸电改造。岸电使用量同比增长三成，达到4.6亿千瓦时。',
      '改造费用的四成由地方财政承担。',
    ],
    渡轮: ['珠江口新增12艘电动渡轮。渡轮票价保持不变。'],
    航运: ['受运价下跌影响，内河航运公司的利润减少。内河航运的货运量为44亿吨。'],
  },
  { publishedOn: '2022-03-01', title: '港口观察', file: 'harbours.txt' },
);

describe('an answer by the kind of its question', () => {
  it('gives the points of the section that is about a topic', async () => {
    const { askByKind } = await aLibraryOf(HARBOURS);
    const answer = await askByKind('岸电改造进展如何？');
    expect({ kind: answer.outcome === 'answered' && answer.kind, said: saidBy(answer) }).toEqual({
      kind: 'overview',
      said: [
        '全国已有210个泊位完成岸电改造。',
        '岸电使用量同比增长三成，达到4.6亿千瓦时。',
        '改造费用的四成由地方财政承担。',
      ],
    });
  });

  it('says nothing of the reports in reply to small talk, and cites nothing', async () => {
    const { askByKind } = await aLibraryOf(HARBOURS);
    expect(await askByKind('你好呀！')).toMatchObject({ outcome: 'told', reply: { about: 'greeting' }, withheld: [] });
  });

  it('finds a fact where no other kind of answer is wanted', async () => {
    const { askByKind } = await aLibraryOf(HARBOURS);
    expect(saidBy(await askByKind('珠江口新增多少艘电动渡轮？'))).toEqual(['珠江口新增12艘电动渡轮。']);
  });
});
