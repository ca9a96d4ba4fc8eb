import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { aReportOf } from '../support/answer-from.ts';
import { aRealBot, everythingSaid } from '../support/real-bot.ts';
import type { RealBot } from '../support/real-bot.ts';

const PLAN = aReportOf(
  { 概况: ['星野云将以47亿元收购东川电子的云计算业务。'] },
  { file: 'plan.txt', title: '并购方案' },
);
const CHIEF_ONLY = { channels: [], userGroups: [], people: ['UCHIEF'] };

describe('an answer from a report that is hidden later', () => {
  let bot: RealBot;
  let slack: FakeSlack;
  let ann: Person;
  let chief: Person;
  let eve: Person;
  let reply: Message;

  beforeEach(async () => {
    bot = await aRealBot({ EDITORS: 'UEVE,UCHIEF' });
    slack = bot.slack;
    const english = (name: string) => slack.person(name, { locale: 'en-US' });
    [ann, chief, eve] = [english('ann'), english('chief'), english('eve')];
    await bot.footnote.library.add([PLAN]);
    await ann.mentions(
      slack.bot,
      slack.channel('general', { members: [ann, chief, eve] }),
      '星野云以多少亿元收购东川电子？',
    );
    reply = await slack.next(({ text }) => text.includes('47亿元'));
  });

  afterEach(() => bot.stop());

  const modalOf = async (person: Person, button: string) => {
    slack.world.modals.delete(person.id);
    await person.presses(button, reply);
    return JSON.stringify((await slack.until(() => slack.modalOf(person))).view);
  };

  it('shows its sources to those who may see them, and to the others that they are not available', async () => {
    expect(await modalOf(ann, '出处')).toContain('47亿元');
    await bot.footnote.library.setAudience(PLAN.report.id, CHIEF_ONLY);
    const [hidden, seen] = [await modalOf(ann, '出处'), await modalOf(chief, '出处')];
    expect([
      hidden.includes('[1] This source is not available.'),
      /47亿元|并购方案|概况|plan/u.test(hidden),
      seen.includes('47亿元'),
    ]).toEqual([true, false, true]);
    await bot.footnote.remove(PLAN.report.id);
    expect(JSON.parse(await modalOf(ann, '出处'))).toEqual(JSON.parse(hidden));
  });

  it('shows a source in the new edition of its report', async () => {
    await bot.footnote.library.add([
      aReportOf(
        { 前言: ['第二版。'], 概况: ['星野云将以47亿元收购东川电子的云计算业务。'] },
        { file: 'plan.txt', title: '并购方案' },
      ),
    ]);
    await bot.footnote.ingest([]);
    expect(await modalOf(ann, '出处')).toContain('47亿元');
  });

  it('offers its citations for a report of an error to those who may see them only', async () => {
    await bot.footnote.library.setAudience(PLAN.report.id, CHIEF_ONLY);
    const [hidden, seen] = [await modalOf(ann, '报告引用错误'), await modalOf(chief, '报告引用错误')];
    expect([/47亿元|并购方案/u.test(hidden), hidden.includes('are gone'), seen.includes('47亿元')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('waits in the queue of editors who may see it, and takes no verdict from others', async () => {
    await eve.opensHome();
    const home = await slack.until(() => slack.homeOf(eve));
    await bot.footnote.library.setAudience(PLAN.report.id, CHIEF_ONLY);
    // A press on what was shown before.
    await eve.presses('Review', home);
    await eve.opensHome();
    await slack.until(() => JSON.stringify(slack.homeOf(eve)?.view).includes('No citation waits'));
    expect([slack.modalOf(eve), /47亿元|并购方案/u.test(JSON.stringify(slack.homeOf(eve)?.view))]).toEqual([
      undefined,
      false,
    ]);
    await chief.opensHome();
    expect(JSON.stringify((await slack.until(() => slack.homeOf(chief))).view)).toContain('47亿元');
  });

  it('is not repeated where it is corrected', async () => {
    await eve.presses('出处', reply);
    const modal = await slack.until(() => slack.modalOf(eve));
    await bot.footnote.library.setAudience(PLAN.report.id, { ...CHIEF_ONLY, people: ['UCHIEF', 'UEVE'] });
    await eve.chooses('give_verdict', '✗ wrong page', modal);
    await eve.submits(await slack.until(() => [slack.modalOf(eve)].find((top) => top && top.id !== modal.id)), {
      Note: '见并购方案第二段，47亿元不含税',
    });
    const told = await slack.until(() => slack.replies.find(({ text }) => text.includes('<@UANN>')));
    expect(told.text).toBe('<@UANN> 编辑核对了上面这条回答里的一处引用：✗ 页码不符。请不要直接引用它。');
    expect(reply.text.split('\n')[0]).toBe('编辑更正：这条回答里有一处引用 ✗ 页码不符。详见消息列。');
  });

  it('takes no verdict from an editor who does not see the report any more', async () => {
    await eve.presses('出处', reply);
    const modal = await slack.until(() => slack.modalOf(eve));
    await bot.footnote.library.setAudience(PLAN.report.id, CHIEF_ONLY);
    await eve.chooses('give_verdict', '✗ wrong page', modal);
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('This citation is gone.'));
    expect(everythingSaid(slack)).not.toContain('页码不符');
  });
});
