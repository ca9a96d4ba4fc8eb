import { describe, expect, it } from 'vitest';
import { notFoundText } from '../../src/words/answer-notes.ts';
import { aLibraryOf, aReportOf } from '../support/answer-from.ts';

const REPORT = aReportOf({
  渡轮: [
    '巴拉巴和易经济船长、公司公、年年底两人同行，贸易经济公司由陈家开办。',
    '北海轮船公司（Nordhavn）2021年运送旅客42.5万人次。',
    '船长陈志远认为，客流会恢复。',
  ],
  Ferries: ['Nordhavn carried 42 passengers on its first night line.', 'Captain Kowalski of Grimsby was on board.'],
});

async function saidTo(question: string): Promise<string> {
  const { askByKind } = await aLibraryOf(REPORT);
  const answer = await askByKind(question);
  return answer.outcome === 'not_found' ? notFoundText(answer, 'en') : answer.outcome;
}

describe('a refusal', () => {
  it.each([
    ['What is the salary of Grimsbys captain Kovalski?', 'Kowalski'],
    ['What is the salary of the mayor of Grimbsy?', 'Grimsby'],
    ['陈志原的工资是多少？', '陈志远'],
    ['What is the salary of Chenzhiyuan?', '陈志远'],
  ])('names what may have been meant: %s', async (question, name) => {
    expect(await saidTo(question)).toContain(`Did you mean ${name}?`);
  });

  it.each([
    'How many ships does Maersk own?',
    'What is the salary of captains?',
    '船员的工资是多少？',
    '世界第一经济强国的公司有几家？',
    '巴拉的工资是多少？',
  ])('names nothing where no name is near: %s', async (question) => {
    expect(await saidTo(question)).not.toContain('Did you mean');
  });
});
