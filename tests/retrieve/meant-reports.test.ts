import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantReports, nameOf, stemOf } from '../../src/retrieve/meant-reports.ts';
import { aReport } from '../support/builders.ts';

const KILNS = aReport({
  id: 'k1',
  title: '窑炉年鉴',
  file: 'kilns-2019.pdf',
  publisher: '陶土协会',
  publishedOn: '2019-12-31',
});
const OLDER = aReport({
  id: 'k0',
  title: '窑炉手册',
  file: 'kilns-2018.pdf',
  publisher: '陶土协会',
  publishedOn: '2018-12-31',
});
const FERRIES = aReport({
  id: 'f1',
  title: 'Ferry Lines of the North',
  file: 'ferries.pdf',
  publisher: 'Harbour Board',
  publishedOn: '2020-06-30',
});
const ALL = [OLDER, KILNS, FERRIES];
const meant = (question: string, reports = ALL) => meantReports(question, reports)?.map(({ id }) => id);

describe('the reports that a question means', () => {
  it.each([
    ['《窑炉年鉴》里有多少座窑？', ['k1']],
    ['According to Ferry Lines of the North, how many sail?', ['f1']],
    ['what does FERRY LINES OF THE NORTH say?', ['f1']],
    ['kilns-2018 有多少座窑？', ['k0']],
    ['陶土协会怎么看？', ['k0', 'k1']],
    ['What does the Harbour Board expect?', ['f1']],
    ['陶土协会的最新一期报告怎么说？', ['k1']],
    ['上一期报告怎么说？', ['k1']],
    ['最新一期报告怎么说？', ['f1']],
  ])('%s', (question, ids) => {
    expect(meant(question)).toEqual(ids);
  });

  it('are all where it names none, where it names every one, and where there is only one', () => {
    expect(meant('有多少座窑？')).toBeUndefined();
    expect(meant('陶土协会有多少座窑？', [OLDER, KILNS])).toBeUndefined();
    expect(meant('《窑炉年鉴》里有多少座窑？', [KILNS])).toBeUndefined();
  });

  it('are not those whose name is a word of three letters', () => {
    const short = aReport({ id: 's', title: '窑', file: 'kil.pdf' });
    expect(meant('窑有多少？ kil', [short, KILNS])).toBeUndefined();
  });

  it('are the same in whatever order the reports stand', () => {
    const questions = fc.constantFrom(
      '窑炉年鉴有几座窑？',
      '陶土协会怎么看？',
      '上一期报告怎么说？',
      'ferries 有几艘？',
      '渡轮？',
    );
    const orders = fc.shuffledSubarray(ALL, { minLength: ALL.length });
    fc.assert(
      fc.property(questions, orders, (question, reports) => {
        expect(meant(question, reports)?.toSorted()).toEqual(meant(question)?.toSorted());
      }),
      { numRuns: 40 },
    );
  });
});

it('what a report is called is its title, whom it is about, its time and its file', () => {
  expect(nameOf({ ...KILNS, company: '北窑', period: '2019' })).toBe('窑炉年鉴\n北窑\n2019\nkilns-2019.pdf');
  expect(['a.b.pdf', 'plain', 'x.tar.gz'].map(stemOf)).toEqual(['a.b', 'plain', 'x.tar']);
});
