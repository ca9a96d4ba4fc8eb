import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListedReport } from '../../src/slack/steps.ts';
import { aReport } from '../support/builders.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { View } from '../support/fake-slack/world/things.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';

const QUESTION = '亚马逊云的市占率是多少？';
const MONTHS = ['01', '02', '03', '04', '05', '06', '07'];

describe('the Home tab', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let ann: Person;

  beforeEach(async () => {
    const reports = MONTHS.map((month): ListedReport =>
      aReport({
        id: month.repeat(6),
        title: `云市场月报 ${month}`,
        publishedOn: `2020-${month}-01`,
        file: `${month}.pdf`,
      }),
    );
    bot = await aBotInSlack({ steps: { reports: () => Promise.resolve(reports) } });
    slack = bot.slack;
    ann = slack.person('ann', { locale: 'en-US' });
  });
  afterEach(() => bot.stop());

  async function home(): Promise<View> {
    await ann.opensHome();
    return slack.until(() => slack.homeOf(ann));
  }

  const titlesIn = (view: View | undefined) => [
    ...new Set(
      JSON.stringify(view?.view)
        .match(/云市场月报 \d\d/gu)
        ?.map((title) => title.slice(-2)),
    ),
  ];

  it('has a button that asks, and answers directly', async () => {
    await ann.presses('Ask the reports', await home());
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { Question: QUESTION });
    const answer = await slack.until(() => slack.replies.find(({ text }) => text.includes('32%')));
    expect(answer.channel).toBe(slack.directMessages(ann).id);
  });

  it('asks a question of before again, which can be changed first', async () => {
    await ann.tells(slack.bot, QUESTION);
    await slack.until(() => slack.replies.find(({ text }) => text.includes('32%')));
    await ann.presses('Ask again', await home());
    const modal = await slack.until(() => slack.modalOf(ann));
    expect(JSON.stringify(modal.view)).toContain(`"initial_value":"${QUESTION}"`);
    await ann.submits(modal, {});
    await slack.until(() => bot.asked.length === 2);
    expect(bot.asked.map(({ text }) => text)).toEqual([QUESTION, QUESTION]);
  });

  it('lists the newest reports, and finds the others by words of their titles', async () => {
    const shown = titlesIn(await home());
    await ann.chooses('search_reports', '０2', await home());
    const found = await slack.until(() => (titlesIn(slack.homeOf(ann)).length === 1 ? slack.homeOf(ann) : undefined));
    await ann.chooses('search_reports', 'no such', found);
    const none = await slack.until(() => (titlesIn(slack.homeOf(ann)).length === 0 ? slack.homeOf(ann) : undefined));
    expect([
      shown,
      titlesIn(found),
      JSON.stringify(none.view).includes('No report has “no such” in its title'),
    ]).toEqual([['07', '06', '05', '04', '03'], ['02'], true]);
  });
});
