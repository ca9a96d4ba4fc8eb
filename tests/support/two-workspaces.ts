import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteInstallations } from '../../src/adapters/sqlite/installations.ts';
import { parseConfig } from '../../src/config.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import type { Person } from './fake-slack/people/person.ts';
import type { Message, View } from './fake-slack/world/things.ts';
import { ONE_THREAD } from './run-footnote.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

const KEY = 'a key of at least thirty-two characters';

/** Somebody who may do everything in their workspace. */
export interface Someone {
  team: string;
  person: Person;
}

/**
 * Everything, as it runs for two workspaces with ann in one and zoe in the other, each an editor and a librarian there.
 */
export async function twoWorkspaces(variables: Record<string, string>) {
  const slack = new FakeSlack({ alsoDomains: ['footnote.example'] });
  const apiUrl = await slack.start();
  const second = slack.workspace('Second');
  const tokens = [
    { team: slack.team.id, botToken: slack.token, botUserId: slack.bot.userId },
    {
      team: second.id,
      botToken: slack.installIn(second).token,
      botUserId: slack.installation(second)?.botUserId ?? '',
    },
  ];
  const [ann, zoe] = [
    { team: slack.team.id, person: slack.person('ann', { locale: 'zh-CN' }) },
    { team: second.id, person: slack.person('zoe', { team: second, locale: 'zh-CN' }) },
  ];
  const folder = aTemporaryFolder();
  const both = [ann, zoe].map(({ team, person }) => `${team}/${person.id}`).join(',');
  const { clientId, clientSecret, signingSecret } = slack.world.app;
  const settings = {
    INDEX_DIR: folder,
    EDITORS: both,
    LIBRARIANS: both,
    BASE_URL: 'https://footnote.example',
    TOKEN_KEY: KEY,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
    ...ONE_THREAD,
    ...variables,
  };
  // What the command line reads.
  writeFileSync(
    join(folder, '.env'),
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const config = parseConfig(settings);
  const installations = openSqliteInstallations(folder, KEY);
  for (const installed of tokens) await installations.keep(installed);
  installations.close();

  let [origin, stop] = ['', (): Promise<void> => Promise.resolve()];
  async function start(): Promise<void> {
    const footnote = await wireFootnote(config);
    const { bot, web, close } = wireServices(config, footnote, () => undefined);
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    const address = web.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await bot?.start();
    slack.deliverBy({ kind: 'http', url: `${origin}/slack/events` });
    stop = async () => {
      await close();
      await footnote.close();
    };
  }
  await start();
  onTestFinished(async () => {
    await stop();
    await slack.stop();
  });

  /** The sources of an answer, as a person sees them. */
  async function opensSources({ person }: Someone, answer: Message): Promise<View> {
    await person.presses('出处', answer);
    return slack.until(() => slack.modalOf(person));
  }

  return {
    slack,
    ann,
    zoe,
    folder,
    /** What the bot says to a person's direct question. */
    async asks({ person }: Someone, text: string): Promise<Message> {
      const question = await person.tells(slack.bot, text);
      return slack.until(() => slack.threadOf(question)[0]);
    },
    /** What the bot says in the end to a file that a person drops: `messages` of them. */
    async drops({ person }: Someone, file: { name: string; content: Buffer }, messages = 2): Promise<Message[]> {
      const dropped = await person.tells(slack.bot, '', { files: [file] });
      return slack.until(() => {
        const said = slack.threadOf(dropped);
        return said.length === messages && !said.some(({ text }) => text.startsWith('正在')) && said;
      });
    },
    opensSources,
    async verifies(someone: Someone, answer: Message): Promise<void> {
      await someone.person.chooses('give_verdict', '✓ 编辑已审阅', await opensSources(someone, answer));
      await slack.until(() => JSON.stringify(slack.modalOf(someone.person)?.view).includes('结论已记下'));
    },
    /** A page of ours, by its address in Slack or its path. */
    async fetch(address: string, init: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> {
      const response = await fetch(address.replace('https://footnote.example', origin).replace(/^\//u, `${origin}/`), {
        redirect: 'manual',
        ...init,
      });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    /** What a person's Home tab shows now. */
    async home({ person }: Someone): Promise<string> {
      const before = slack.homeOf(person);
      await person.opensHome();
      return JSON.stringify((await slack.until(() => slack.homeOf(person) !== before && slack.homeOf(person)))?.view);
    },
    async restart(): Promise<void> {
      await stop();
      await start();
    },
  };
}
