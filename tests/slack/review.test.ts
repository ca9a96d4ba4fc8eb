import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { aReview } from '../support/a-review.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';

describe('what people say of an answer', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let review: ReturnType<typeof aReview>;
  let ann: Person;
  let eve: Person;
  let reply: Message;

  beforeEach(async () => {
    const editors: string[] = [];
    review = aReview(editors);
    bot = await aBotInSlack({ steps: { review } });
    slack = bot.slack;
    [ann, eve] = [slack.person('ann', { locale: 'en-US' }), slack.person('eve', { locale: 'en-US' })];
    editors.push(slack.group('editors', [eve]).id);
    await ann.mentions(slack.bot, slack.channel('general', { members: [ann, eve] }), '亚马逊云的市占率是多少？');
    reply = await slack.next();
  });

  afterEach(() => bot.stop());

  it('is kept with where the answer stands', async () => {
    await vi.waitFor(() => expect(review.places).toEqual([['a1', reply.ts]]));
  });

  it('asks for a reason after a thumb down, and passes it on', async () => {
    await ann.presses('没有帮助', reply);
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { 'Say in a sentence why': '太旧了' });
    expect(review.flags).toEqual([['a1', ann.id, '太旧了']]);
    expect(JSON.stringify(slack.modalOf(ann)?.view)).toContain('Thank you, noted.');
  });

  it('thanks for a thumb up, only to who gave it', async () => {
    await ann.presses('有帮助', reply);
    expect((await slack.until(() => slack.onlyVisibleTo(ann)[0])).text).toBe('Thank you, noted.');
  });

  it('asks which citation is wrong and why', async () => {
    await ann.presses('报告引用错误', reply);
    const modal = await slack.until(() => slack.modalOf(ann));
    await ann.submits(modal, { 'Which citation?': '[1] p. 65 “2020年第三季度，亚马逊市占率为32%。”', 'What is wrong with it?': '页码不对' });
    expect(review.flags).toEqual([['a1.1', ann.id, '页码不对']]);
  });

  it('tells the asker what an editor corrects, and shows it in the posted answer', async () => {
    await vi.waitFor(() => expect(review.places).toHaveLength(1));
    await eve.presses('出处', reply);
    await eve.chooses('give_verdict', '✗ wrong page', await slack.until(() => slack.modalOf(eve)));
    const told = await slack.until(() => slack.replies.find(({ text }) => text.includes(`<@${ann.id}>`)));
    expect([told.thread_ts, told.text.includes('✗ 页码不符'), told.text.includes('2020年第三季度，亚马逊市占率为32%。')]).toEqual([reply.thread_ts, true, true]);
    await vi.waitFor(() => expect(review.told).toEqual([['a1.1', ann.id]]));
    expect(JSON.stringify(slack.messagesIn(slack.channel('general'))) + JSON.stringify(reply.blocks)).toContain('编辑更正');
  });

  it('lets editors, and nobody else, give a verdict beside the sources', async () => {
    await ann.presses('出处', reply);
    expect(JSON.stringify((await slack.until(() => slack.modalOf(ann))).view)).not.toContain('give_verdict');
    await eve.presses('出处', reply);
    await eve.chooses('give_verdict', '✓ checked by an editor', await slack.until(() => slack.modalOf(eve)));
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('Your verdict is kept.'));
    expect(await review.citations('a1')).toMatchObject([{ status: 'verified' }]);
  });

  it('shows editors what waits on their Home tab, and opens it', async () => {
    await ann.opensHome();
    expect(JSON.stringify((await slack.until(() => slack.homeOf(ann))).view)).not.toContain('Citations that wait');
    await eve.opensHome();
    await eve.presses('Review', await slack.until(() => slack.homeOf(eve)));
    const modal = await slack.until(() => slack.modalOf(eve));
    await eve.chooses('give_verdict', '✗ wrong page', modal);
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('kept'));
    expect(await review.citations('a1')).toMatchObject([{ status: 'wrong_page' }]);
  });
});
