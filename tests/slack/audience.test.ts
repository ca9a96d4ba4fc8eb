import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Audience } from '../../src/domain/audience.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel, UserGroup, View } from '../support/fake-slack/world/things.ts';
import { aReportOf } from '../support/answer-from.ts';
import { aRealBot } from '../support/real-bot.ts';
import type { RealBot } from '../support/real-bot.ts';

const PLAN = aReportOf(
  { 概况: ['星野云将以47亿元收购东川电子的云计算业务。'] },
  { file: 'plan.txt', title: '并购方案' },
);
const NEWS = aReportOf({ 概况: ['亚马逊云的市占率为32%。'] }, { file: 'news.txt', title: '云市场月报' });

describe('who may see a report, on the Home tab of a librarian', () => {
  let bot: RealBot;
  let slack: FakeSlack;
  let lib: Person;
  let board: Channel;
  let chiefs: UserGroup;

  beforeEach(async () => {
    bot = await aRealBot({ LIBRARIANS: 'ULIB,URIVAL' });
    slack = bot.slack;
    lib = slack.person('lib', { locale: 'en-US' });
    board = slack.channel('board', { kind: 'private', members: [lib] });
    chiefs = slack.group('chiefs', [lib]);
    await bot.footnote.library.add([NEWS]);
    await bot.footnote.library.add([PLAN], { channels: ['CBOARD', 'T9/COTHER'], userGroups: [], people: [] });
  });

  afterEach(() => bot.stop());

  async function homeOf(person: Person): Promise<View> {
    await person.opensHome();
    return slack.until(() => slack.homeOf(person));
  }

  async function modalFor(person: Person, reportId: string): Promise<View> {
    const home = await homeOf(person);
    slack.world.modals.delete(person.id);
    await person.presses({ blockId: blockOf(home, reportId), actionId: 'set_audience' }, home);
    return slack.until(() => slack.modalOf(person));
  }

  const audienceOf = (reportId: string): Promise<Audience | undefined> => bot.footnote.library.audienceOf(reportId);

  it('is said beside each report, and only librarians can change it', async () => {
    const home = JSON.stringify((await homeOf(lib)).view);
    expect([home.includes(`Seen by <#${board.id}>, T9/COTHER`), home.includes('Seen by everyone')]).toEqual([
      true,
      true,
    ]);
    const other = JSON.stringify((await homeOf(slack.person('ann', { locale: 'en-US' }))).view);
    expect([other.includes('Seen by'), other.includes('Who may see it'), other.includes('并购方案')]).toEqual([
      false,
      false,
      false,
    ]);
    // A librarian who does not see a report finds no trace of it.
    expect(JSON.stringify((await homeOf(slack.person('rival', { locale: 'en-US' }))).view)).not.toContain('并购方案');
  });

  it('is chosen among channels, user groups and people; whoever is named elsewhere stays named', async () => {
    const modal = await modalFor(lib, PLAN.report.id);
    await lib.submits(modal, { 'User groups': ['@chiefs'], People: [lib.id] });
    expect(await audienceOf(PLAN.report.id)).toEqual({
      channels: ['CBOARD', 'T9/COTHER'],
      userGroups: [`T1/${chiefs.id}`],
      people: ['T1/ULIB'],
    });
    await slack.until(() => JSON.stringify(slack.homeOf(lib)?.view).includes(`<!subteam^${chiefs.id}>, <@ULIB>`));
    await lib.submits(await modalFor(lib, PLAN.report.id), { 'Who may see this report?': 'Everyone' });
    expect(await audienceOf(PLAN.report.id)).toBe('everyone');
  });

  it('is not nobody by mistake', async () => {
    const modal = await modalFor(lib, NEWS.report.id);
    expect(await lib.submits(modal, { 'Who may see this report?': 'Only those chosen below' })).toEqual({
      outcome: 'errors',
      errors: { channels: 'Choose at least one channel, user group or person, or “Everyone”.' },
    });
    // Somebody who names people and leaves “Everyone” in force does not mean everyone.
    const both = await lib.submits(await modalFor(lib, NEWS.report.id), { People: [lib.id] });
    expect(both).toEqual({
      outcome: 'errors',
      errors: {
        who: 'This says everyone, and some are chosen below. Take “Only those chosen below”, or clear what is chosen.',
      },
    });
    expect(await audienceOf(NEWS.report.id)).toBe('everyone');
  });

  it('is not taken from the librarians themselves without a warning', async () => {
    const ann = slack.person('ann');
    const modal = await modalFor(lib, NEWS.report.id);
    const warned = await lib.submits(modal, {
      'Who may see this report?': 'Only those chosen below',
      People: [ann.id],
    });
    expect([
      warned.outcome,
      JSON.stringify(slack.modalOf(lib)?.view).includes('you will not see the report yourself'),
    ]).toEqual(['updated', true]);
    expect(await lib.submits(modal)).toEqual({
      outcome: 'errors',
      errors: { without_me: 'You will not see it yourself: tick this, or add yourself.' },
    });
    expect(await audienceOf(NEWS.report.id)).toBe('everyone');
    await lib.submits(modal, { 'Save all the same?': ['Yes, hide it from me, too'] });
    expect(await audienceOf(NEWS.report.id)).toEqual({ channels: [], userGroups: [], people: [`T1/${ann.id}`] });
    await slack.until(() => !JSON.stringify(slack.homeOf(lib)?.view).includes('云市场月报'));
  });

  it('is said to be gone when the report was removed, or hidden, meanwhile', async () => {
    const modal = await modalFor(lib, NEWS.report.id);
    const home = await slack.until(() => slack.homeOf(lib));
    await bot.footnote.remove(NEWS.report.id);
    await lib.submits(modal, { People: [lib.id] });
    expect(JSON.stringify(slack.modalOf(lib)?.view)).toContain('This report is not in the library any more.');
    await bot.footnote.library.setAudience(PLAN.report.id, { channels: [], userGroups: [], people: ['UCHIEF'] });
    await lib.presses({ blockId: blockOf(home, PLAN.report.id), actionId: 'set_audience' }, home);
    await slack.until(() =>
      JSON.stringify(slack.modalOf(lib)?.view).includes('This report is not in the library any more.'),
    );
    expect(await audienceOf(PLAN.report.id)).toEqual({ channels: [], userGroups: [], people: ['UCHIEF'] });
  });

  it('can be chosen where user groups cannot be listed, and then those that are named stay', async () => {
    await bot.footnote.library.setAudience(PLAN.report.id, {
      channels: ['CBOARD'],
      userGroups: ['T9/SOTHER'],
      people: [],
    });
    const home = await homeOf(lib);
    slack.failNext('usergroups.list', { error: 'missing_scope' });
    await lib.presses({ blockId: blockOf(home, PLAN.report.id), actionId: 'set_audience' }, home);
    const modal = await slack.until(() => slack.modalOf(lib));
    expect(JSON.stringify(modal.view)).not.toContain('User groups');
    await lib.submits(modal, { People: [lib.id] });
    expect(await audienceOf(PLAN.report.id)).toEqual({
      channels: ['CBOARD'],
      userGroups: ['T9/SOTHER'],
      people: ['T1/ULIB'],
    });
  });
});

/** The row of buttons below a report. */
function blockOf({ view }: View, reportId: string): string {
  const { blocks } = view;
  const at = Array.isArray(blocks)
    ? blocks.findIndex((block) => JSON.stringify(block).includes(`"value":"${reportId}"`))
    : -1;
  return `block-${at}`;
}
