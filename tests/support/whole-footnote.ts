import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireServices } from '../../src/wiring/wire-services.ts';
import type { Note } from '../../src/watch/events.ts';
import { FakeSlack } from './fake-slack/fake-slack.ts';
import type { WorldOptions } from './fake-slack/world/world.ts';
import { aFile } from './real-bot.ts';
import { ONE_THREAD } from './run-footnote.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** Everything as it runs, in one workspace over Socket Mode: bot, web pages, stores on disk. */
export interface WholeFootnote {
  slack: FakeSlack;
  footnote: Footnote;
  folder: string;
  log: string[];
  /** Where its pages are. */
  origin: string;
  /** A page as an editor sees it who is signed in on the web. */
  opens(path: string): Promise<{ status: number; text: string }>;
}

/**
 * Starts everything, until the test is over; one report stands in the library.
 * @param settings such as EDITORS and LIBRARIANS; `editor` signs in on the web
 */
export async function aWholeFootnote(
  settings: Record<string, string>,
  {
    report,
    editor = 'UEVE',
    world,
    watchers = [],
  }: { report: string; editor?: string; world?: WorldOptions; watchers?: Note[] },
): Promise<WholeFootnote> {
  const [slack, folder, log] = [new FakeSlack(world), aTemporaryFolder(), [] as string[]];
  const apiUrl = await slack.start();
  const config = parseConfig({
    INDEX_DIR: folder,
    BASE_URL: 'https://footnote.example',
    SLACK_BOT_TOKEN: slack.token,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: apiUrl,
    ...ONE_THREAD,
    ...settings,
  });
  const footnote = await wireFootnote(config);
  const { bot, web, close } = wireServices(config, footnote, (line) => void log.push(line), watchers);
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  await bot?.start();
  onTestFinished(async () => {
    await close();
    await footnote.close();
    await slack.stop();
  });
  const first = slack.person('first');
  await first.tells(slack.bot, '', { files: [aFile('cloud.txt', report)] });
  await slack.until(() => slack.replies.some(({ text }) => /已加入|in the library now/u.test(text)));

  const address = web.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const cookie = await signIn(origin, footnote, editor);
  return {
    slack,
    footnote,
    folder,
    log,
    origin,
    async opens(path) {
      const response = await fetch(path.replace('https://footnote.example', origin).replace(/^\//u, `${origin}/`), {
        headers: { Cookie: cookie },
        redirect: 'manual',
      });
      return { status: response.status, text: await response.text() };
    },
  };
}

async function signIn(origin: string, { access }: Footnote, editor: string): Promise<string> {
  const asked = await (await fetch(origin + (access.signInLink(editor) ?? ''))).text();
  const action = /action="([^"]+)"/u.exec(asked)?.[1] ?? '';
  const signedIn = await fetch(origin + action, { method: 'POST', redirect: 'manual' });
  return signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
