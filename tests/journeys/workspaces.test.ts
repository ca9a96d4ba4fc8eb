import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFootnote } from '../support/run-footnote.ts';
import { twoWorkspaces } from '../support/two-workspaces.ts';

const QUESTION = '2020年第三季度东川云的市占率是多少？';
/** Only the second workspace's report says so. */
const ELSEWHERE = '南溪数据的员工人数是多少？';
const FIRST = {
  name: 'market.txt',
  content: Buffer.from('东川云市场月报\n\n2020年第三季度，东川云的市占率为32%。\n\n分析师认为增长仍会继续。\n'),
};
const SECOND = {
  name: 'market.txt',
  content: Buffer.from('南溪云市场月报\n\n2020年第三季度，东川云的市占率为45%。\n\n南溪数据的员工人数为8100人。\n'),
};
/** Both workspaces' report says so. */
const BOTH = '2019年天衡芯片的出货量是多少？';
const SAME_QUOTE = '2019年天衡芯片的出货量为140万片。';
const SAME = { name: 'chips.txt', content: Buffer.from('芯片季报\n\n2019年天衡芯片的出货量为140万片。\n') };
const PDF = {
  name: 'cloud-market-2020.pdf',
  content: readFileSync(resolve(import.meta.dirname, '../../samples/cloud-market-2020.pdf')),
};

describe('two workspaces with a library each', () => {
  // One secret for all: what it signs for one workspace must still open nothing in the other.
  async function filled() {
    const world = await twoWorkspaces({ LIBRARY: 'per-workspace', LINK_SECRET: 's'.repeat(40) });
    const { drops, ann, zoe } = world;
    const said = [
      ...(await drops(ann, FIRST)),
      ...(await drops(ann, SAME)),
      ...(await drops(zoe, SECOND)),
      ...(await drops(zoe, SAME)),
    ].map(({ text }) => text);
    return { ...world, said };
  }

  it('take in files of one name and of one content, answer from their own, and do so after a restart', async () => {
    const { asks, ann, zoe, said, opensSources, restart, folder } = await filled();
    expect(said.filter((text) => text.includes('已加入资料库')).map((text) => /《(.+?)》/u.exec(text)?.[1])).toEqual([
      '东川云市场月报',
      '芯片季报',
      '南溪云市场月报',
      '芯片季报',
    ]);
    const answers = [await asks(ann, QUESTION), await asks(zoe, QUESTION)] as const;
    expect(answers.map(({ text }) => figuresIn(text))).toEqual([['32%'], ['45%']]);
    const sources = [await opensSources(ann, answers[0]), await opensSources(zoe, answers[1])];
    expect(sources.map((modal) => figuresIn(JSON.stringify(modal.view)))).toEqual([['32%'], ['45%']]);
    const [missed, found] = [await asks(ann, ELSEWHERE), await asks(zoe, ELSEWHERE)];
    expect([/8100人|南溪云市场月报/u.test(JSON.stringify(missed)), found.text.includes('8100')]).toEqual([false, true]);
    await restart();
    expect([figuresIn((await asks(ann, QUESTION)).text), figuresIn((await asks(zoe, QUESTION)).text)]).toEqual([
      ['32%'],
      ['45%'],
    ]);
    expect([ann, zoe].map(({ team }) => existsSync(join(folder, 'workspaces', team, 'library.db')))).toEqual([
      true,
      true,
    ]);
  });

  it('list, suggest and preview their own reports only', async () => {
    const { slack, ann, zoe, asks } = await filled();
    for (const { person } of [ann, zoe]) {
      const direct = slack.directMessages(person);
      await person.opensHome();
      await person.runs('/footnote reports', direct);
      await person.opensMessages();
      const seen = [
        (await slack.until(() => slack.homeOf(person))).view,
        await slack.until(() => slack.onlyVisibleTo(person).at(-1)?.text),
        await slack.until(() => slack.agentThread(direct)?.prompts),
      ];
      const own = person === ann.person ? '东川云市场月报' : '南溪云市场月报';
      expect(seen.map((view) => [...new Set(JSON.stringify(view).match(/(?:东川|南溪)云市场月报/gu))])).toEqual([
        [own],
        [own],
        [own],
      ]);
    }
    const link = linkIn(await asks(ann, QUESTION));
    const there = await zoe.person.tells(slack.bot, `<${link}>`);
    const here = await ann.person.tells(slack.bot, `<${link}>`);
    await slack.until(() => here.unfurls);
    expect([JSON.stringify(here.unfurls).includes('东川云市场月报'), there.unfurls]).toEqual([true, undefined]);
  });

  it('have their own verdicts, also about the same words of the same report', async () => {
    const { ann, zoe, asks, home, verifies } = await filled();
    const waiting = async () => [await home(ann), await home(zoe)].map((view) => view.includes(SAME_QUOTE));
    const answer = await asks(ann, BOTH);
    expect(await waiting()).toEqual([true, false]);
    await asks(zoe, BOTH);
    expect(await waiting()).toEqual([true, true]);
    await verifies(ann, answer);
    expect(await waiting()).toEqual([false, true]);
  });

  it('have pages that their own links and editors open, and nobody else', async () => {
    const { ann, zoe, asks, fetch } = await filled();
    const link = linkIn(await asks(ann, QUESTION));
    const [, token = ''] = /\/s\/([^/#]+)/u.exec(link) ?? [];
    const own = await fetch(link);
    const pages = [
      await fetch(`/w/${zoe.team}/s/${token}`),
      await fetch(`/s/${token}`),
      await fetch(`/w/${ann.team}/`),
      await fetch('/w/T0NOBODY/'),
      await fetch('/'),
    ];
    expect([
      link.startsWith(`https://footnote.example/w/${ann.team}/s/`),
      own.status,
      figuresIn(own.text),
      own.text.includes('href="/s/'),
    ]).toEqual([true, 200, ['32%'], false]);
    expect(pages.map(({ status }) => status)).toEqual([403, 403, 403, 404, 200]);
    expect(pages.some(({ text }) => /东川云市场月报|南溪云市场月报/u.test(text))).toBe(false);
  });

  it('have pictures of their printed pages', async () => {
    const { ann, zoe, asks, drops, fetch } = await twoWorkspaces({ LIBRARY: 'per-workspace' });
    await drops(ann, PDF);
    const page = await fetch(linkIn(await asks(ann, '2020年第三季度亚马逊云的市占率是多少？')));
    const picture = / src="([^"]+\.png)"/u.exec(page.text)?.[1] ?? '';
    const [own, elsewhere] = [await fetch(picture), await fetch(picture.replace(ann.team, zoe.team))];
    expect([
      picture.startsWith(`/w/${ann.team}/s/`),
      own.status,
      own.headers.get('content-type'),
      elsewhere.status,
    ]).toEqual([true, 200, 'image/png', 404]);
  });
});

describe('the operator of two workspaces', () => {
  it('works on the library of one, and makes links with which its editors sign in there only', async () => {
    const { slack, ann, zoe, asks, drops, fetch, folder } = await twoWorkspaces({ LIBRARY: 'per-workspace' });
    await drops(ann, FIRST);
    const question = await asks(ann, QUESTION);
    const [listed, elsewhere, wrong] = [
      await runFootnote(folder, '--workspace', ann.team, 'reports'),
      await runFootnote(folder, 'reports', '--workspace', zoe.team),
      await runFootnote(folder, 'reports', '--workspace', '../T1'),
    ];
    expect([
      listed.stdout.includes('东川云市场月报'),
      elsewhere.stdout.includes('东川云市场月报'),
      wrong.status,
      wrong.stderr,
    ]).toEqual([true, false, 1, '../T1 is no id of a Slack workspace: they look like T0456EFGH.\n']);

    const link = (await runFootnote(folder, '--workspace', ann.team, 'editor-link', ann.person.id)).stdout.trim();
    const asked = await fetch(link);
    const action = /action="([^"]+)"/u.exec(asked.text)?.[1] ?? '';
    const signedIn = await fetch(action, { method: 'POST' });
    const cookie = signedIn.headers.getSetCookie()[0] ?? '';
    expect([
      link.startsWith(`https://footnote.example/w/${ann.team}/sign-in/`),
      signedIn.status,
      signedIn.headers.get('location'),
      cookie.includes(`Path=/w/${ann.team}/;`),
    ]).toEqual([true, 303, `/w/${ann.team}/review`, true]);
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    const pages = [
      await fetch(`/w/${ann.team}/review`, { headers }),
      await fetch(`/w/${zoe.team}/review`, { headers }),
      await fetch('/review', { headers }),
    ];
    expect(pages.map(({ status, text }) => [status, figuresIn(text)])).toEqual([
      [200, ['32%']],
      [403, []],
      [403, []],
    ]);

    const field = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(pages[0]?.text ?? '')?.[1] ?? '';
    const form = new URLSearchParams({
      token: field('token'),
      citation: field('citation'),
      seen: field('seen'),
      verdict: 'wrong_page',
      note: '',
    });
    const given = await fetch(`/w/${ann.team}/review`, { method: 'POST', headers, body: form });
    expect(given.headers.get('location')).toMatch(new RegExp(`^/w/${ann.team}/review\\?given=wrong_page`, 'u'));
    const told = await slack.until(() => slack.replies.find(({ text }) => text.includes(`<@${ann.person.id}>`)));
    expect(told.thread_ts).toBe(question.thread_ts);
  });
});

describe('two workspaces with one library', () => {
  it('see the same reports and the same verdicts', async () => {
    const { ann, zoe, asks, home, drops, verifies, folder } = await twoWorkspaces({ LIBRARY: 'shared' });
    await drops(ann, SAME);
    const [replace] = await drops(zoe, SAME, 1);
    expect(JSON.stringify(replace)).toContain('芯片季报');
    const answer = await asks(ann, BOTH);
    expect(await home(zoe)).toContain(SAME_QUOTE);
    await verifies(ann, answer);
    expect([
      (await home(zoe)).includes(SAME_QUOTE),
      (await asks(zoe, BOTH)).text.includes('140万'),
      existsSync(join(folder, 'workspaces')),
    ]).toEqual([false, true, false]);
  });
});

/** Market shares that a text names, each once. */
function figuresIn(text: string): string[] {
  return [...new Set(text.match(/(?:32|45)%/gu))];
}

function linkIn(message: { text: string }): string {
  return /https:\/\/footnote\.example\/[^\s|>")]+/u.exec(JSON.stringify(message))?.[0] ?? '';
}
