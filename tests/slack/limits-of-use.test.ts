import { afterEach, describe, expect, it } from 'vitest';
import type { SlackSteps } from '../../src/slack/steps.ts';
import type { WorldOptions } from '../support/fake-slack/world/world.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';

describe('who is answered, how much, and with what', () => {
  let bot: BotInSlack;

  afterEach(() => bot.stop());

  const start = async (steps: Partial<SlackSteps> = {}, world: WorldOptions = {}) => {
    bot = await aBotInSlack({ steps, world });
    return bot.slack;
  };

  it('asks somebody kindly to come back later who asks too much', async () => {
    const slack = await start({ limits: { perUser: 1, perTeam: 10, allowedTeams: [] } });
    const [ann, ben] = [slack.person('ann'), slack.person('ben')];
    for (const person of [ann, ann, ben]) {
      await person.tells(slack.bot, '亚马逊云的市占率是多少？');
      await slack.next();
    }
    expect(slack.replies.map(({ text }) => text.slice(0, 12))).toEqual([
      '2020年第三季度，亚马',
      '您这一小时问得很多了，请',
      '2020年第三季度，亚马',
    ]);
    expect(bot.asked).toHaveLength(2);
  });

  it('goes on counting after a restart', async () => {
    const slack = await start({ limits: { perUser: 1, perTeam: 10, allowedTeams: [] } });
    const ann = slack.person('ann');
    await ann.tells(slack.bot, '亚马逊云的市占率是多少？');
    await slack.next();
    await bot.restart();
    await ann.tells(slack.bot, '微软云呢？');
    expect((await slack.next()).text).toBe('您这一小时问得很多了，请 60 分钟后再问，我会在这里。');
  });

  it('counts what only the person sees: commands, checks and questions of a message menu', async () => {
    const slack = await start({
      limits: { perUser: 3, perTeam: 10, allowedTeams: [] },
      checkDraft: () => Promise.resolve({ claims: [], note: 'Nothing to check.' }),
    });
    const ann = slack.person('ann');
    const general = slack.channel('general', { members: [ann] });
    const message = await ann.says(general, '亚马逊份额为50%。');
    await ann.runs('/footnote 亚马逊云的市占率是多少？', general);
    await ann.usesShortcut('Check facts', message);
    await ann.usesShortcut('Ask the reports');
    await ann.submits(await slack.until(() => slack.modalOf(ann)), { question: '亚马逊云的市占率是多少？' });
    await slack.until(() => slack.replies.length === 3);
    await ann.runs('/footnote 微软云呢？', general);
    expect((await slack.until(() => slack.onlyVisibleTo(ann)[2])).text).toContain('您这一小时问得很多了');
    expect(bot.asked).toHaveLength(2);
  });

  it('asks a whole workspace to come back later', async () => {
    const slack = await start({ limits: { perUser: 5, perTeam: 1, allowedTeams: [] } });
    await slack.person('ann').tells(slack.bot, 'Who leads?');
    await slack.next();
    await slack.person('ben').tells(slack.bot, 'Who leads?');
    expect((await slack.next()).text).toContain('This workspace has used up its questions');
  });

  it('does not answer members of other workspaces, unless they are allowed', async () => {
    const slack = await start();
    const other = slack.workspace('Other');
    const shared = slack.channel('shared', { sharedWith: [other] });
    await slack.person('zoe', { team: other }).mentions(slack.bot, shared, 'Who leads?');
    expect([(await slack.next()).text, bot.asked]).toEqual([
      'I answer members of this workspace only. Ask an administrator if you need access.',
      [],
    ]);
  });

  it('answers workspaces that are allowed', async () => {
    const limits = { perUser: 5, perTeam: 5, allowedTeams: new Array<string>() };
    const slack = await start({ limits });
    const other = slack.workspace('Other');
    limits.allowedTeams.push(slack.team.id, other.id);
    await slack
      .person('zoe', { team: other })
      .mentions(slack.bot, slack.channel('shared', { sharedWith: [other] }), 'Who leads?');
    await slack.next();
    expect(bot.viewers).toEqual([{ kind: 'everyone-only' }]);
  });

  it('reads for the channel, for a person alone with their groups, for the narrowest where outsiders are', async () => {
    const slack = await start();
    const [ann, gus] = [slack.person('ann'), slack.person('gus', { guest: 'multi' })];
    const group = slack.group('analysts', [ann]);
    const [general, shared] = [
      slack.channel('general'),
      slack.channel('shared', { sharedWith: [slack.workspace('Other')] }),
    ];
    await ann.mentions(slack.bot, general, 'Who leads?');
    await slack.next();
    await ann.tells(slack.bot, 'Who leads?');
    await slack.next();
    await ann.mentions(slack.bot, shared, 'Who leads?');
    await slack.next();
    await gus.mentions(slack.bot, general, 'Who leads?');
    await slack.next();
    await gus.tells(slack.bot, 'Who leads?');
    await slack.next();
    expect(bot.viewers).toEqual([
      { kind: 'channel', team: slack.team.id, channel: general.id },
      { kind: 'person', team: slack.team.id, user: ann.id, userGroups: [group.id], channels: [general.id] },
      { kind: 'everyone-only' },
      { kind: 'everyone-only' },
      { kind: 'everyone-only' },
    ]);
  });

  it('reads for a person by name where Slack tells no groups, for the narrowest where it tells no name', async () => {
    const slack = await start();
    const [ann, ben] = [slack.person('ann'), slack.person('ben')];
    for (const method of ['usergroups.list', 'users.conversations']) slack.failNext(method, { error: 'missing_scope' });
    await ann.tells(slack.bot, 'Who leads?');
    await slack.next();
    slack.failNext('users.info', { error: 'internal_error' });
    await ben.tells(slack.bot, 'Who leads?');
    await slack.next();
    expect(bot.viewers).toEqual([
      { kind: 'person', team: slack.team.id, user: ann.id, userGroups: [], channels: [] },
      { kind: 'everyone-only' },
    ]);
  });
});
