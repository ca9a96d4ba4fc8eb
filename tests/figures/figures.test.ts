import { describe, expect, it } from 'vitest';
import { openGlosses } from '../../src/adapters/dictionary/gloss-table.ts';
import { parseConfig } from '../../src/config.ts';
import { createNameReader } from '../../src/dictionary/read-names.ts';
import type { FigureFact } from '../../src/domain/figure-fact.ts';
import { findFigures } from '../../src/figures/find-figures.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const names = createNameReader(openGlosses(parseConfig({}).dictionaryDirectory));

/** A fact by what is said of it. */
const said = ({ subject, measure, period, value }: FigureFact) => [subject, measure, period?.text, value.text];

async function figuresOf(paragraphs: string[], text = '') {
  const { parts } = await aLibraryOf(aReportOf({ 市场: paragraphs }, { file: 'a.txt' }));
  return findFigures({ text }, { ...parts, names });
}

describe('figures as data', () => {
  it('say whose they are, what they measure and when, in the report’s words', async () => {
    const { facts } = await figuresOf(['2021年，瑞达港务的营业收入为48.2亿元，同比增长12%。']);
    expect(facts.map(said)).toEqual([
      ['瑞达港务', '营业收入', '2021年', '48.2亿元'],
      ['瑞达港务', '营业收入增长', '2021年', '12%'],
    ]);
    expect(facts[0]).toMatchObject({ kind: 'money', unit: 'CNY', value: { low: 48.2e8, high: 48.2e8 }, stances: [] });
    expect(facts[0]?.quote.text).toBe('2021年，瑞达港务的营业收入为48.2亿元，同比增长12%。');
  });

  it('are each of their own member of a list', async () => {
    const { facts } = await figuresOf(['谷歌云、阿里云和微软的市场份额分别为7%、6%和19%。']);
    expect(facts.map(({ subject, measure, value }) => [subject, measure, value.text])).toEqual([
      ['谷歌云', '市场份额', '7%'],
      ['阿里云', '市场份额', '6%'],
      ['微软', '市场份额', '19%'],
    ]);
  });

  it('are of the same years as what the sentence lists before them', async () => {
    const { facts } = await figuresOf([
      '瑞达港务2019年至2021年的收入分别为41.5亿元、44.7亿元和48.2亿元，同期利润分别为3.1亿元、3.6亿元和4.4亿元。',
    ]);
    expect(facts.map(({ period, value }) => [period?.time.year, value.text])).toEqual([
      [2019, '41.5亿元'],
      [2020, '44.7亿元'],
      [2021, '48.2亿元'],
      [2019, '3.1亿元'],
      [2020, '3.6亿元'],
      [2021, '4.4亿元'],
    ]);
  });

  it('say what is counted, in English too', async () => {
    const { facts } = await figuresOf([
      'Harbour Lines recorded $347 million of freight revenue in 2021. Membership revenue increased 9% to $38 million.',
    ]);
    expect(facts.map(({ measure, value }) => [measure, value.text])).toEqual([
      ['freight revenue', '$347 million'],
      ['Membership revenue increased', '9%'],
      ['Membership revenue', '$38 million'],
    ]);
  });

  it('are none where it is not certain what they measure, and how many is said', async () => {
    const { facts, leftOut } = await figuresOf(['其中，约为12%。']);
    expect({ facts, leftOut }).toEqual({ facts: [], leftOut: 1 });
  });

  it('are found by the words that they are about, and by time and unit', async () => {
    const { parts } = await aLibraryOf(
      aReportOf(
        {
          港口: ['2021年，东港的吞吐量为18亿吨，西港的营业收入为30亿元。', '2020年，东港的吞吐量为16亿吨。'],
        },
        { file: 'a.txt' },
      ),
    );
    const find = (text: string, filter = {}) => findFigures({ text, ...filter }, { ...parts, names });
    const values = async (text: string, filter = {}) =>
      (await find(text, filter)).facts.map(({ value }) => value.text).toSorted();
    expect(await values('东港 吞吐量')).toEqual(['16亿吨', '18亿吨']);
    expect(await values('吞吐量', { period: '2020' })).toEqual(['16亿吨']);
    expect(await values('', { unit: '亿元' })).toEqual(['30亿元']);
    expect(await values('', { reports: ['b.txt'] })).toEqual([]);
  });

  it('of the issues of one series make one line over time', async () => {
    const issue = (year: number, value: string) =>
      aReportOf(
        { 港口: [`${year}年，东港的吞吐量为${value}。`] },
        { file: `${year}.txt`, title: `${year}年港口年报`, publishedOn: `${year + 1}-01-31`, publisher: '港口协会' },
      );
    const { parts } = await aLibraryOf(issue(2019, '15亿吨'), issue(2021, '18亿吨'), issue(2020, '16亿吨'));
    const { compared } = await findFigures({ text: '东港 吞吐量' }, { ...parts, names }, { isTrend: true });
    expect(
      compared.map(({ kind, series, points }) => ({
        kind,
        series,
        points: points.map(({ label, fact }) => [label, fact.value.text]),
      })),
    ).toEqual([
      {
        kind: 'over_time',
        series: '2021年港口年报',
        points: [
          ['2019', '15亿吨'],
          ['2020', '16亿吨'],
          ['2021', '18亿吨'],
        ],
      },
    ]);
  });
});
