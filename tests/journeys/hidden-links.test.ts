import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Audience } from '../../src/domain/audience.ts';
import { SESSION_COOKIE } from '../../src/web/session-cookie.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import type { Services } from '../../src/wiring/wire-services.ts';
import { aReportOf } from '../support/answer-from.ts';
import { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Message } from '../support/fake-slack/world/things.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const PLAN = aReportOf(
  { 概况: ['星野云将以47亿元收购东川电子的云计算业务。'] },
  { file: 'plan.txt', title: '并购方案' },
);
const QUESTION = '星野云以多少亿元收购东川电子？';
const only = (over: Partial<Exclude<Audience, 'everyone'>>): Audience => ({
  channels: [],
  userGroups: [],
  people: [],
  ...over,
});

describe('a signed link to a page of a report', () => {
  let slack: FakeSlack;
  let footnote: Footnote;
  let services: Services;
  let ann: Person;

  beforeEach(async () => {
    slack = new FakeSlack();
    const config = parseConfig({
      INDEX_DIR: aTemporaryFolder(),
      BASE_URL: 'https://footnote.example',
      EDITORS: 'Ada',
      SLACK_BOT_TOKEN: slack.token,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: await slack.start(),
    });
    footnote = await wireFootnote(config);
    services = wireServices(config, footnote, () => undefined);
    await services.bot?.start();
    await once(services.web.listen(0, '127.0.0.1'), 'listening');
    ann = slack.person('ann');
    await footnote.library.add([PLAN]);
  });

  afterEach(async () => {
    await services.close();
    await footnote.close();
    await slack.stop();
  });

  async function open(path: string, cookie = ''): Promise<[number, boolean]> {
    const address = services.web.address();
    const response = await fetch(
      `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${path}`,
      { headers: { cookie } },
    );
    return [response.status, (await response.text()).includes('47亿元')];
  }

  const linkIn = ({ blocks }: Message): string =>
    /https:\/\/footnote\.example(\/s\/[\w.-]+)/u.exec(JSON.stringify(blocks))?.[1] ?? '';
  const answered = () => slack.next(({ text }) => text.includes('47亿元'));

  it('shows it while the channel for which it was made may see it, and is else like a page that is gone', async () => {
    const [general, board] = [
      slack.channel('general', { members: [ann] }),
      slack.channel('board', { kind: 'private', members: [ann] }),
    ];
    await ann.mentions(slack.bot, general, QUESTION);
    const open1 = linkIn(await answered());
    await ann.mentions(slack.bot, board, QUESTION);
    const open2 = linkIn(await answered());
    expect([await open(open1), await open(open2)]).toEqual([
      [200, true],
      [200, true],
    ]);
    await footnote.library.setAudience(PLAN.report.id, only({ channels: [board.id] }));
    expect([await open(open1), await open(open2)]).toEqual([
      [404, false],
      [200, true],
    ]);
    await footnote.library.setAudience(PLAN.report.id, only({}));
    expect([await open(open1), await open(open2)]).toEqual([
      [404, false],
      [404, false],
    ]);
  });

  it('shows it while the person for whom it was made may see it, alone, by a user group or a channel', async () => {
    const [group, board] = [slack.group('chiefs', [ann]), slack.channel('board', { kind: 'private', members: [ann] })];
    await ann.tells(slack.bot, QUESTION);
    const link = linkIn(await answered());
    const outcomes: unknown[] = [];
    for (const audience of [
      only({ people: [ann.id] }),
      only({ userGroups: [group.id] }),
      only({ channels: [board.id] }),
      only({ people: ['UEVE'], userGroups: ['SOTHER'], channels: ['CGENERAL'] }),
    ]) {
      await footnote.library.setAudience(PLAN.report.id, audience);
      outcomes.push(await open(link));
    }
    expect(outcomes).toEqual([
      [200, true],
      [200, true],
      [200, true],
      [404, false],
    ]);
  });

  it('made for nobody in particular, as all were before, shows what is for everyone, and editors see all', async () => {
    const link = footnote.access.linkTo({ reportId: PLAN.report.id, page: 1 });
    const signedIn = await footnote.access.signIn(footnote.access.signInLink('Ada')?.split('/').at(-1) ?? '');
    const cookie = signedIn.outcome === 'signed_in' ? signedIn.cookie : '';
    const before = await open(link);
    await footnote.library.setAudience(PLAN.report.id, only({ people: [ann.id] }));
    expect([before, await open(link), await open(link, `${SESSION_COOKIE}=${cookie}`)]).toEqual([
      [200, true],
      [404, false],
      [200, true],
    ]);
  });
});
