import { expect, it } from 'vitest';
import { runFootnote } from '../support/run-footnote.ts';
import { aWholeFootnote } from '../support/whole-footnote.ts';

const REPORT = '云市场月报\n\n亚马逊云的市占率为32%，比上季提高一个百分点。\n\n微软的市占率为19%。\n';
const QUESTION = '亚马逊云的市占率是多少？';

it('what people think of answers, and ask in vain, is kept for the operator', async () => {
  const { slack, folder, log, opens } = await aWholeFootnote(
    { EDITORS: 'UEVE', LIBRARIANS: 'UFIRST' },
    { report: REPORT },
  );
  expect(await runFootnote(folder, 'feedback')).toEqual({
    status: 0,
    stdout: '',
    stderr: 'Nobody has pressed a thumb yet, and every question found an answer.\n',
  });
  const [ann, ben] = [slack.person('ann', { locale: 'en-US' }), slack.person('ben', { locale: 'en-US' })];
  const general = slack.channel('general', { members: [ann, ben] });
  const question = await ann.mentions(slack.bot, general, QUESTION);
  const answer = await slack.until(() => slack.threadOf(question).find(({ text }) => text.includes('32%')));
  await ben.presses('有帮助', answer);
  await ann.presses('有帮助', answer);
  await ann.presses('没有帮助', answer);
  await ann.submits(await slack.until(() => slack.modalOf(ann)), { 'Say in a sentence why': '太旧了' });
  const vain = await ben.mentions(slack.bot, general, '光大银行的不良率是多少？');
  await slack.until(() => slack.threadOf(vain).length > 0);

  const { stdout } = await runFootnote(folder, 'feedback', '--json');
  const rows = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(rows).toMatchObject([
    { kind: 'down', question: QUESTION, by: `${slack.team.id}/${ann.id}`, reason: '太旧了' },
    { kind: 'up', question: QUESTION, by: `${slack.team.id}/${ben.id}`, reason: '' },
    { kind: 'unanswered', question: '光大银行的不良率是多少？', by: `${slack.team.id}/${ben.id}` },
  ]);
  const shown = (await runFootnote(folder, 'feedback')).stdout.split('\n');
  expect([shown[0]?.startsWith('👎'), shown[0]?.endsWith(`“${QUESTION}”  (太旧了)`), shown[3], log]).toEqual([
    true,
    true,
    'Without an answer: 1',
    [],
  ]);

  const { status, stdout: figures } = await runFootnote(folder, 'stats', '--json');
  const usage: unknown = JSON.parse(figures);
  expect([status, usage]).toMatchObject([
    0,
    {
      days: 30,
      asked: { all: 2, people: 2, byTask: { answer: 2 }, byOutcome: { answered: 1, not_found: 1 } },
      channels: [{ channel: `${slack.team.id}/${general.id}`, asked: 2, notFound: 1 }],
      notFound: [{ question: '光大银行的不良率是多少？', times: 1 }],
      ratings: { up: 1, down: 1, reasons: [{ question: QUESTION, reason: '太旧了' }] },
      verdicts: { all: { verified: 0, wrong_quote: 0, wrong_page: 0, out_of_context: 0 }, byReport: [] },
      health: { reports: 1, log: 'intact', backlog: { waiting: 0, working: 0 } },
    },
  ]);
  const page = await opens('/admin');
  expect([page.status, page.text.includes('光大银行的不良率是多少？'), page.text.includes(ben.id)]).toEqual([
    200,
    true,
    false,
  ]);

  await ann.runs('/footnote forget', general);
  await slack.until(() => slack.onlyVisibleTo(ann).some(({ text }) => text.includes('is deleted here')));
  expect(await runFootnote(folder, 'forget', `${slack.team.id}/${ben.id}`)).toMatchObject({
    stdout: `3 entries of ${slack.team.id}/${ben.id} deleted.\n`,
  });
  const after = (await runFootnote(folder, 'stats', '--json')).stdout;
  expect([after.includes('光大'), after.includes(QUESTION), log]).toEqual([false, false, []]);
});
