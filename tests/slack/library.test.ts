import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '../../src/domain/answer.ts';
import type { LibrarySteps, ListedReport } from '../../src/slack/steps.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import type { Person } from '../support/fake-slack/people/person.ts';
import type { Channel } from '../support/fake-slack/world/things.ts';
import { aVerifiedAnswer } from '../support/builders.ts';
import type { BotInSlack } from '../support/slack-bot.ts';
import { aBotInSlack } from '../support/slack-bot.ts';
import { claimsOf } from '../../src/domain/answer.ts';

function aClaims(): Claim[] {
  const answer = aVerifiedAnswer();
  return claimsOf(answer);
}

const PDF = { name: 'cloud.pdf', content: Buffer.from('%PDF cloud') };

describe('reports taken in through Slack', () => {
  let bot: BotInSlack;
  let slack: FakeSlack;
  let lib: Person;
  let news: Channel;
  let reports: ListedReport[];
  let taken: string[];

  beforeEach(async () => {
    [reports, taken] = [[], []];
    const librarians: string[] = [];
    const announceIn: string[] = [];
    const library: LibrarySteps = {
      isLibrarian: (user) => librarians.includes(user),
      add({ name, bytes }, { audience, replaces }, onProgress) {
        taken.push(Buffer.from(bytes).toString());
        onProgress(0.5);
        const outcome = replaces === undefined ? 'added' : 'replaced';
        const report = {
          id: `r${taken.length}`,
          title: '云市场月报',
          publishedOn: '2020-12-31',
          file: name,
          pageCount: 70,
        };
        reports = [report];
        return Promise.resolve({ outcome, report, audience });
      },
      remove(id) {
        reports = reports.filter((report) => report.id !== id);
        return Promise.resolve(true);
      },
      audienceOf: () => Promise.resolve('everyone'),
      setAudience: () => Promise.resolve(true),
      extensions: ['.pdf', '.txt'],
      announceIn,
    };
    bot = await aBotInSlack({
      steps: {
        library,
        reports: () => Promise.resolve(reports),
        summarize: () =>
          Promise.resolve({
            outcome: 'summarised',
            heading: '云市场月报',
            points: aClaims(),
            notes: ['2 段中的 1 段'],
          }),
      },
    });
    slack = bot.slack;
    lib = slack.person('lib');
    librarians.push(lib.id);
    news = slack.channel('news');
    announceIn.push(news.id);
  });

  afterEach(() => bot.stop());

  it('takes in a file that a librarian drops on the bot, says so with a brief, and announces it', async () => {
    const message = await lib.tells(slack.bot, '请加入', { files: [PDF] });
    await slack.until(() => slack.threadOf(message).length === 2 && slack.messagesIn(news).length === 1);
    expect(taken).toEqual(['%PDF cloud']);
    expect(slack.threadOf(message).map(({ text }) => text)).toEqual([
      '《云市场月报》已加入资料库（70 页），现在可以提问了。\n' +
        '所有人都能看到它。要更改，请在我的主页按它旁边的“谁能看到”。',
      expect.stringMatching(/^云市场月报\n• 2020年第三季度，亚马逊市占率为32%。 \[1\]/u),
    ]);
    expect(slack.messagesIn(news)[0]?.text).toBe(
      '资料库新增报告：《云市场月报》（2020-12-31），70 页。@我就可以提问。',
    );
  });

  it('takes nothing in for others, and no file that it cannot read', async () => {
    await slack.person('ann').tells(slack.bot, '', { files: [PDF] });
    const other = await slack.next();
    await lib.tells(slack.bot, '', { files: [{ ...PDF, name: 'movie.mp4' }] });
    const wrong = await slack.next();
    expect([other.text.includes('LIBRARIANS'), wrong.text, taken]).toEqual([
      true,
      '“movie.mp4” 的格式读不了。请用这些格式之一：.pdf, .txt。',
      [],
    ]);
  });

  it('answers a question that comes with a picture', async () => {
    reports = [{ id: 'r0', title: '云市场月报', file: 'cloud.pdf', pageCount: 60 }];
    await lib.tells(slack.bot, '亚马逊云的市占率是多少？', { files: [{ ...PDF, name: 'screenshot.png' }] });
    expect((await slack.next()).text).toContain('32%');
  });

  it('asks before it replaces a report of the same name', async () => {
    reports = [{ id: 'r0', title: '云市场月报', file: 'cloud.pdf', pageCount: 60 }];
    const message = await lib.tells(slack.bot, '新版', { files: [PDF] });
    const ask = await slack.next();
    expect([ask.text, taken]).toEqual([
      '资料库里已有同名文件“cloud.pdf”。要用新文件替换吗？\n• 替换《云市场月报》：能看到新版的仍是所有人。',
      [],
    ]);
    await lib.presses('替换', ask);
    await slack.until(() => slack.threadOf(message).some(({ text }) => text.startsWith('《云市场月报》已替换')));
    expect(taken).toEqual(['%PDF cloud']);
  });

  it("takes in a message's file by its menu", async () => {
    const general = slack.channel('general', { members: [lib] });
    const message = await slack.person('ann').says(general, '这是新报告', { files: [PDF] });
    await lib.usesShortcut('Add to library', message);
    await slack.until(() => slack.threadOf(message).some(({ text }) => text.includes('已加入')));
    expect(taken).toEqual(['%PDF cloud']);
  });

  it('removes a report from the Home tab of a librarian', async () => {
    reports = [{ id: 'r0', title: '云市场月报', file: 'cloud.pdf', pageCount: 60 }];
    await lib.opensHome();
    await lib.presses('删除', await slack.until(() => slack.homeOf(lib)));
    await slack.until(() => !JSON.stringify(slack.homeOf(lib)?.view).includes('云市场月报'));
    expect(reports).toEqual([]);
  });
});
