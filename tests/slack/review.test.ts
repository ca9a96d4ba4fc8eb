import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message, View } from '../support/fake-slack/world/things.ts';
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
    expect([review.flags, review.rated]).toEqual([
      [['a1', ann.id, '太旧了']],
      [
        ['a1', ann.id, 'down', ''],
        ['a1', ann.id, 'down', '太旧了'],
      ],
    ]);
    expect(JSON.stringify(slack.modalOf(ann)?.view)).toContain('Thank you, noted.');
  });

  it('thanks for a thumb up, only to who gave it', async () => {
    await ann.presses('有帮助', reply);
    expect((await slack.until(() => slack.onlyVisibleTo(ann)[0])).text).toBe('Thank you, noted.');
    expect(review.rated).toEqual([['a1', ann.id, 'up', '']]);
  });

  it('asks which citation is wrong and why', async () => {
    await ann.presses('报告引用错误', reply);
    const modal = await slack.until(() => slack.modalOf(ann));
    await ann.submits(modal, {
      'Which citation?': '[1] p. 65 “2020年第三季度，亚马逊市占率为32%。”',
      'What is wrong with it?': '页码不对',
    });
    expect(review.flags).toEqual([['a1.1', ann.id, '页码不对']]);
  });

  /** Chooses a verdict that says something is wrong, and gives the modal that asks what. */
  async function choosesWrong(verdict: string): Promise<View> {
    const below = await slack.until(() => slack.modalOf(eve));
    await eve.chooses('give_verdict', verdict, below);
    return slack.until(() => (slack.modalOf(eve) === below ? undefined : slack.modalOf(eve)));
  }

  it('tells the asker what an editor corrects and why, and shows it in the posted answer', async () => {
    await vi.waitFor(() => expect(review.places).toHaveLength(1));
    await eve.presses('出处', reply);
    await eve.submits(await choosesWrong('✗ wrong page'), { Note: '这句话在第 66 页' });
    const told = await slack.until(() => slack.replies.find(({ text }) => text.includes(`<@${ann.id}>`)));
    expect([told.thread_ts, told.text]).toEqual([
      reply.thread_ts,
      `<@${ann.id}> 编辑核对了这句话的引用：“2020年第三季度，亚马逊市占率为32%。” ✗ 页码不符。` +
        '错在哪里：这句话在第 66 页。请不要直接引用它，以报告原文为准。',
    ]);
    await vi.waitFor(() => expect(review.told).toEqual([['a1.1', ann.id]]));
    expect(reply.text.split('\n')[0]).toBe('编辑更正：这条回答里有一处引用 ✗ 页码不符。这句话在第 66 页。详见消息列。');
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('Your verdict is kept.'));
  });

  it('corrects an answer of which it was forgotten who asked in its thread, and names nobody', async () => {
    await vi.waitFor(() => expect(review.places).toHaveLength(1));
    const known = review.correction;
    review.correction = async (id) => {
      const correction = await known(id);
      if (correction) delete correction.asker;
      return correction && { ...correction, question: '' };
    };
    await eve.presses('出处', reply);
    await eve.submits(await choosesWrong('✗ wrong page'));
    const told = await slack.until(() => slack.replies.find(({ text }) => text.startsWith('编辑核对了这句话')));
    expect([told.thread_ts, told.text.includes('<@'), review.told]).toEqual([reply.thread_ts, false, []]);
  });

  it('marks the answer once when a second verdict follows the first, with or without a note', async () => {
    await vi.waitFor(() => expect(review.places).toHaveLength(1));
    await eve.presses('出处', reply);
    await eve.submits(await choosesWrong('✗ wrong page'), { Note: '<!channel> 见第 66 页' });
    await slack.until(() => reply.text.includes('页码不符'));
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('kept'));
    await eve.submits(await choosesWrong('✗ out of context'));
    await slack.until(() => reply.text.includes('断章取义'));
    expect(reply.text.split('\n').slice(0, 2)).toEqual([
      '编辑更正：这条回答里有一处引用 ✗ 断章取义。详见消息列。',
      '2020年第三季度，亚马逊市占率为32%。 [1] ≡',
    ]);
    expect(slack.replies.filter(({ text }) => text.includes('<!channel>'))).toEqual([]);
  });

  it('gives no verdict when the editor closes the note, and shows the menu as it was', async () => {
    await eve.presses('出处', reply);
    const noting = await choosesWrong('✗ wrong page');
    await eve.closes(noting);
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes(noting.id));
    expect([await review.citations('a1'), slack.modalOf(eve)?.values]).toMatchObject([[{ status: 'unverified' }], {}]);
  });

  it('lets editors, and nobody else, give a verdict beside the sources', async () => {
    await ann.presses('出处', reply);
    expect(JSON.stringify((await slack.until(() => slack.modalOf(ann))).view)).not.toContain('give_verdict');
    await eve.presses('出处', reply);
    await eve.chooses('give_verdict', '✓ reviewed by an editor', await slack.until(() => slack.modalOf(eve)));
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('Your verdict is kept.'));
    expect(await review.citations('a1')).toMatchObject([{ status: 'verified' }]);
  });

  it('shows editors what waits on their Home tab, and opens it', async () => {
    await ann.opensHome();
    expect(JSON.stringify((await slack.until(() => slack.homeOf(ann))).view)).not.toContain('Citations that wait');
    await eve.opensHome();
    await eve.presses('Review', await slack.until(() => slack.homeOf(eve)));
    await eve.submits(await choosesWrong('✗ wrong page'));
    await slack.until(() => JSON.stringify(slack.modalOf(eve)?.view).includes('kept'));
    expect(await review.citations('a1')).toMatchObject([{ status: 'wrong_page' }]);
  });
});
