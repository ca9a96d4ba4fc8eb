import { parseConfig } from '../../src/config.ts';
import type { Audience } from '../../src/domain/audience.ts';
import { OPERATOR } from '../../src/domain/audience.ts';
import { given } from '../../src/domain/given.ts';
import type { Footnote } from '../../src/wiring/wire-footnote.ts';
import { wireFootnote } from '../../src/wiring/wire-footnote.ts';
import { wireLibraries } from '../../src/wiring/wire-libraries.ts';
import { slackSteps } from '../../src/wiring/wire-slack.ts';
import type { FakeSlack } from './fake-slack/fake-slack.ts';
import type { BotInSlack, BotInSlackOptions } from './slack-bot.ts';
import { aBotInSlack } from './slack-bot.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { createMemoryPreferences } from './memory-preferences.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** A bot in a Slack with a real library behind it. */
export interface RealBot extends BotInSlack {
  footnote: Footnote;
  /** File name and audience of every report. */
  held(): Promise<[string, Audience][]>;
}

/**
 * @param settings of the environment, such as LIBRARIANS and EDITORS; ids of people are `U` and their name in capitals
 * @param slack the Slack that it is in, how that reaches it, and how often the bot looks for new reports
 */
export async function aRealBot(
  settings: Record<string, string>,
  { lookMs, ...slack }: Pick<BotInSlackOptions, 'mode' | 'world'> & { lookMs?: number } = {},
): Promise<RealBot> {
  const config = parseConfig({ INDEX_DIR: aTemporaryFolder(), BASE_URL: 'https://footnote.example', ...settings });
  const footnote = await wireFootnote(config);
  const log: string[] = [];
  const kept = {
    inbox: createMemoryInbox(),
    preferences: createMemoryPreferences(),
    log: (line: string) => log.push(line),
    ...given({ lookMs }),
  };
  const libraries = wireLibraries(config, footnote, { now: Date.now, log: kept.log });
  const bot = await aBotInSlack({ ...slack, steps: slackSteps(config, libraries, kept) });
  return {
    ...bot,
    log,
    footnote,
    async held() {
      const reports = await footnote.library.seenBy(OPERATOR).reports();
      return Promise.all(
        reports.map(async ({ id, file }): Promise<[string, Audience]> => [
          file,
          (await footnote.library.audienceOf(id)) ?? 'everyone',
        ]),
      );
    },
    async stop() {
      await bot.stop();
      await libraries.close();
      await footnote.close();
    },
  };
}

/** A text file of a report. */
export function aFile(name: string, text: string): { name: string; content: Buffer } {
  return { name, content: Buffer.from(text) };
}

/** All that a Slack shows anywhere, as text. */
export function everythingSaid(slack: FakeSlack): string {
  return JSON.stringify([
    slack.replies.map(({ text, blocks }) => [text, blocks]),
    [...slack.world.homes.values()].map(({ view }) => view),
    [...slack.world.modals.values()].flat().map(({ view }) => view),
  ]);
}
