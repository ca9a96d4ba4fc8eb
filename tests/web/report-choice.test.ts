import { describe, expect, it } from 'vitest';
import { groupIssues } from '../../src/figures/group-issues.ts';
import { choiceIn, chosenOf } from '../../src/web/report-choice.ts';
import { aReport } from '../support/builders.ts';
import { aWebServer } from '../support/web.ts';

const MAY = aReport({ id: 'may', title: '云市场月报2021年5月', publisher: '星野研究', publishedOn: '2021-05-31' });
const JUNE = aReport({ id: 'june', title: '云市场月报2021年6月', publisher: '星野研究', publishedOn: '2021-06-30' });
const CHIPS = aReport({ id: 'chips', title: '芯片白皮书', publisher: '北辰', publishedOn: '2021' });
const UNDATED = aReport({ id: 'undated', title: '未注明日期' });
const REPORTS = [MAY, JUNE, CHIPS, UNDATED];

const chosen = (fields: string) =>
  chosenOf(choiceIn(new URLSearchParams(fields)), { reports: REPORTS, series: groupIssues(REPORTS) })?.map(
    ({ id }) => id,
  );

describe('a choice of reports', () => {
  it.each([
    ['', undefined],
    ['report=may&report=chips', ['may', 'chips']],
    ['report=may&report=june&report=chips&report=undated', undefined],
    ['publisher=星野研究', ['may', 'june']],
    [`series=${encodeURIComponent(JUNE.title)}`, ['may', 'june']],
    ['from=2021-06-01', ['june', 'chips']],
    ['until=2021-05-31', ['may', 'chips']],
    ['from=2021-06-01&until=2021-06-30&publisher=星野研究', ['june']],
    ['report=may&publisher=北辰', []],
    ['report=nothing', []],
    ['from=sometime', undefined],
  ])('by %s is %j', (fields, ids) => {
    expect(chosen(fields)).toEqual(ids);
  });
});

describe('a question of some reports', () => {
  it('is asked of these, and of none where none fits', async () => {
    const asked: unknown[] = [];
    const web = await aWebServer();
    const { report } = web.stored;
    web.close();
    const several = await aWebServer({
      reports: () => Promise.resolve([report, MAY, CHIPS]),
      answerQuestion: (question) => {
        asked.push(question.reports);
        return Promise.reject(new Error('asked'));
      },
    });
    await fetch(`${several.url}/?q=who&report=${report.id}`);
    await fetch(`${several.url}/?q=who`);
    const none = await fetch(`${several.url}/?q=who&publisher=Nobody`);
    const body = await none.text();
    several.close();
    expect([asked, none.status, body.includes('No report fits what was chosen'), body.includes('value="who"')]).toEqual(
      [[[report.id], undefined], 400, true, true],
    );
  });

  it('stays one of these when it is asked further', async () => {
    const web = await aWebServer();
    const { report } = web.stored;
    web.close();
    const several = await aWebServer({ reports: () => Promise.resolve([report, CHIPS]) });
    const body = await (
      await fetch(`${several.url}/?q=${encodeURIComponent('亚马逊云？')}&report=${report.id}`)
    ).text();
    several.close();
    expect([
      body.includes('<p class="meta">只问了：云市场月报</p>'),
      body.includes('<summary>问哪些报告: 云市场月报</summary>'),
      [...body.matchAll(/value="(\w+)"( checked)?> /gu)].map(([, id, checked]) => [id, checked !== undefined]),
    ]).toEqual([
      true,
      true,
      [
        ['chips', false],
        [report.id, true],
      ],
    ]);
  });
});
