import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../src/kinds/read-yes-no.ts';
import { answerLines } from '../../src/commands/answer-lines.ts';
import { claimsOf } from '../../src/domain/answer.ts';
import type { VerifiedAnswer } from '../../src/domain/answer.ts';
import { aTableReport, TONNAGE } from '../support/a-table-report.ts';
import { aLibraryOf, aReportOf, saidBy } from '../support/answer-from.ts';

const FERRIES = aReportOf(
  {
    渡轮: [
      '2021年东港渡轮客流为42.5万人次，同比增长12%。',
      '2021年北湾渡轮收入下降3%，没有达到预期。',
      '南岸公司计划在2022年开通夜航。',
    ],
    Ferries: [
      'Hull ferries carried 42.5 million passengers in 2021, up 12%.',
      'Revenue of Grimsby ferries fell 3% in 2021.',
      'Dover has not opened a night line.',
    ],
  },
  { title: '渡轮观察', file: 'ferries.txt' },
);

const COSTS = aTableReport({
  heading: 'Costs',
  above: ['Costs in million dollars'],
  stub: 'Costs',
  heads: ['2021', '2020'],
  rows: [
    ['R&D expenses', '31', '40'],
    ['S&M expenses', '52', '47'],
  ],
});

const ACCOUNTS = { heading: '利润表', above: ['利润表'], stub: '项目', heads: ['2021年', '2020年'], rows: [] };

function verdictOf(answer: VerifiedAnswer): string | undefined {
  return 'verdict' in answer ? answer.verdict : undefined;
}

describe('a question for yes or no', () => {
  it.each([
    ['2021年东港渡轮客流增长了吗？', '2021年东港渡轮客流增长了'],
    ['东港渡轮客流有没有上涨', '东港渡轮客流上涨'],
    ['东港渡轮客流是否超过40万人次？', '东港渡轮客流超过40万人次'],
    ['客流超没超过40万', '客流超过40万'],
    ['Did revenue of Grimsby ferries fall in 2021?', 'revenue of Grimsby ferries fall in 2021'],
  ])('asks the truth of a sentence: %s', (question, claim) => {
    expect(readYesNo(question)).toEqual({ claim });
  });

  it.each(['有没有夜航', 'Will Dover open a night line?', "Didn't revenue fall?", '能否盈利', '没有盈利吗'])(
    'that no sentence settles has none: %s',
    (question) => {
      expect(readYesNo(question)).toEqual({});
    },
  );

  it.each(['东港渡轮客流多少', 'What fell?', '哪些公司盈利了吗', '东港怎么样'])('is not: %s', (question) => {
    expect(readYesNo(question)).toBeUndefined();
  });

  it.each([
    ['东港渡轮客流是否超过40万人次？', 'yes'],
    ['2021年东港渡轮客流超过50万人次了吗？', 'no'],
    ['2021年东港渡轮客流有没有增长？', 'yes'],
    ['2021年东港渡轮客流下降了吗？', 'no'],
    ['北湾渡轮收入达到预期了吗？', 'no'],
    ['Did Hull ferries carry over 40 million passengers in 2021?', 'yes'],
    ['Did Hull ferries carry over 50 million passengers in 2021?', 'no'],
    ['Did revenue of Grimsby ferries rise in 2021?', 'no'],
    ['Did revenue of Grimsby ferries fall in 2021?', 'yes'],
    ['Has Dover opened a night line?', 'no'],
  ])('is decided by the sentence that tells it: %s %s', async (question, verdict) => {
    const { askByKind } = await aLibraryOf(FERRIES);
    expect(verdictOf(await askByKind(question))).toBe(verdict);
  });

  it.each([
    '西湾渡轮客流增长了吗？',
    '2020年东港渡轮客流增长了吗？',
    '南岸公司开通夜航了吗？',
    'Did revenue of Grimsby ferries fall in 2020?',
    'Did revenue of Hull ferries fall in 2021?',
  ])('gets neither yes nor no where it speaks of another thing, another time or a plan: %s', async (question) => {
    const { askByKind } = await aLibraryOf(FERRIES);
    expect(['open', undefined]).toContain(verdictOf(await askByKind(question)));
  });

  it('is answered with the sentence below the word', async () => {
    const { askByKind } = await aLibraryOf(FERRIES);
    const answer = await askByKind('Did revenue of Grimsby ferries rise in 2021?');
    expect(answerLines(answer, 'en').slice(0, 2)).toEqual(['No.', 'Revenue of Grimsby ferries fell 3% in 2021. [1] ≡']);
  });

  it.each([
    ['Did the tonnage of Alder exceed 300 in 2020?', 'yes'],
    ['Did the tonnage of Alder exceed 300 in 2021?', 'no'],
    ['Was the tonnage of Birkby below 500 in 2020?', 'yes'],
  ])('is decided by the one cell that all its words name: %s %s', async (question, verdict) => {
    const { askByKind } = await aLibraryOf(TONNAGE);
    expect(verdictOf(await askByKind(question))).toBe(verdict);
  });

  it.each(['Did the tonnage of Calder exceed 300 in 2020?', 'Did the staff of Alder exceed 300 in 2020?'])(
    'is not decided by a cell of another row or measure: %s',
    async (question) => {
      const { askByKind } = await aLibraryOf(TONNAGE);
      expect(['open', undefined]).toContain(verdictOf(await askByKind(question)));
    },
  );

  it.each([
    ['Did the tonnage of Alder fall in 2021?', 'yes'],
    ['Did the tonnage of Birkby fall in 2021?', 'no'],
  ])(
    'that something rose or fell is decided by the cells of its time and of the year before: %s %s',
    async (question, verdict) => {
      const { askByKind } = await aLibraryOf(TONNAGE);
      expect(verdictOf(await askByKind(question))).toBe(verdict);
    },
  );

  it('shows the two cells that it is decided by', async () => {
    const { askByKind } = await aLibraryOf(TONNAGE);
    expect(saidBy(await askByKind('Did the tonnage of Birkby rise in 2021?'))).toEqual([
      'Birkby: 2021 617; 2020 419; a difference of 198.',
    ]);
  });

  it.each([
    'Did the tonnage of Alder fall in 2020?',
    'Did the tonnage of Calder fall in 2021?',
    'Did the staff of Alder fall in 2021?',
  ])('is not decided where the year before, the row or the measure is not there: %s', async (question) => {
    const { askByKind } = await aLibraryOf(TONNAGE);
    expect(['open', undefined]).toContain(verdictOf(await askByKind(question)));
  });

  it('is not misled by initials, nor by how a year is counted', async () => {
    const { askByKind } = await aLibraryOf(COSTS);
    expect(verdictOf(await askByKind('Did R&D expenses fall in fiscal 2021?'))).toBe('yes');
    expect(verdictOf(await askByKind('Did S&M expenses fall in fiscal 2021?'))).toBe('no');
  });

  it('means the accounts of a group, where those of its parent alone say the opposite', async () => {
    const { askByKind } = await aLibraryOf(
      aTableReport({ ...ACCOUNTS, heading: '合并利润表', rows: [['管理费用', '120', '100']] }, { file: 'group.pdf' }),
      aTableReport({ ...ACCOUNTS, above: ['母公司利润表'], rows: [['管理费用', '20', '30']] }, { file: 'parent.pdf' }),
    );
    expect(verdictOf(await askByKind('2021年管理费用增加了吗？'))).toBe('yes');
  });

  it('is decided by the figure of the one of several in a sentence that is asked for', async () => {
    const yards = aReportOf({ 船厂: ['江苏有船厂75家，居首位；浙江有船厂62家，居第二；山东有船厂41家，居第三。'] });
    const { askByKind } = await aLibraryOf(yards);
    expect(verdictOf(await askByKind('浙江的船厂超过70家了吗？'))).toBe('no');
    expect(verdictOf(await askByKind('江苏的船厂超过70家了吗？'))).toBe('yes');
  });

  it('is not decided by a figure of another that stands nearly as close', async () => {
    const revenue = aReportOf({
      东港: ['东港公司2021年营业收入为12亿元。'],
      北湾: ['东港公司控股的北湾公司2021年营业收入为3亿元。'],
    });
    const { askByKind } = await aLibraryOf(revenue);
    expect(['yes', 'open', undefined]).toContain(verdictOf(await askByKind('东港公司2021年营业收入是否超过10亿元？')));
  });

  it('is not decided by a sentence that says of no rise or fall', async () => {
    const costs = aReportOf({ 内部控制: ['对北港公司成本和费用管理相关内部控制的设计和运行有效性进行了评估和测试。'] });
    const { askByKind } = await aLibraryOf(costs);
    expect(['open', undefined]).toContain(verdictOf(await askByKind('北港公司管理费用下降了吗？')));
  });

  it('is not denied by a sentence in which one thing rises and another falls', async () => {
    const said = 'Without the night lines, revenue grew 5%, and adjusted profit for a ticket saw a decline of 7%.';
    const { askByKind } = await aLibraryOf(aReportOf({ Ferries: [said] }));
    expect(verdictOf(await askByKind('Did adjusted profit for a ticket fall?'))).not.toBe('no');
  });

  it('is not decided by what figures come to', async () => {
    const { askByKind } = await aLibraryOf(aReportOf({ Ports: ['Alder took 400 ships by day and 250 by night.'] }));
    expect(['open', undefined]).toContain(verdictOf(await askByKind('Did Alder take over 640 ships?')));
  });

  it('tells which sentences are computed', async () => {
    const { askByKind } = await aLibraryOf(aReportOf({ 泊位: ['北岸码头有泊位36个，南岸码头有泊位24个。'] }));
    const answer = await askByKind('北岸码头比南岸码头多几个泊位？');
    expect(claimsOf(answer).map(({ text, degree }) => [text, degree])).toEqual([
      ['北岸码头36个，南岸码头24个，相差12个。', 'computed'],
      ['北岸码头有泊位36个，南岸码头有泊位24个。', 'verbatim'],
    ]);
    expect(answerLines(answer, 'zh')[0]).toBe('北岸码头36个，南岸码头24个，相差12个。 [1] ∑ 36个 − 24个 = 12个');
  });
});
