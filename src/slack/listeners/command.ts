import type { App } from '@slack/bolt';
import type { Language } from '../../domain/report.ts';
import { readCommand } from '../intake/read-command.ts';
import { plainMessage } from '../delivery/message.ts';
import { helpMessage } from '../views/help-message.ts';
import { reportsMessage } from '../views/reports-message.ts';
import { followTopic, setScope, unfollowTopic } from '../handling/follow.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import { WORDS } from '../../words/slack.ts';
import type { BotSteps } from '../steps.ts';
import type { Shared } from './shared.ts';

const FOLLOWING = { follow: followTopic, unfollow: unfollowTopic, scope: setScope };

/**
 * `/footnote ask|summarize|check|reports|help|forget`: answered to its author alone; what takes composing goes
 * through the inbox.
 */
export function listenToCommand(app: App, { steps, viewers, onWork }: Shared): void {
  app.command('/footnote', async ({ command, ack, respond, client }) => {
    const { team_id: team, user_id: user, channel_id: channel, trigger_id: trigger } = command;
    const read = readCommand(command.text);
    if (read.kind === 'follow' || read.kind === 'unfollow' || read.kind === 'scope') {
      await ack();
      const language = await languageOfPerson(team, user, { client, preferences: steps.preferences });
      const typed = { team, user, channel, text: read.text, language };
      const { text, isOpen } = await FOLLOWING[read.kind](typed, { client, steps, viewers });
      await respond({ response_type: isOpen ? 'in_channel' : 'ephemeral', ...plainMessage(text) });
      return;
    }
    if (read.kind !== 'work') {
      await ack();
      const language = await languageOfPerson(team, user, { client, preferences: steps.preferences });
      const listed = async () => (await steps.libraryOf(team)).reports(await viewers.ofPerson(team, user, client));
      const messages = {
        help: () => helpMessage(language),
        empty: () => plainMessage(WORDS[language].empty),
        reports: async () => reportsMessage(await listed(), language),
        forget: async () => plainMessage(await forgottenText({ team, user, language }, steps)),
      };
      await respond({ response_type: 'ephemeral', ...(await messages[read.kind]()) });
      return;
    }
    const subject = `${team} command ${trigger}`;
    const place = { kind: 'command' as const, channel, responseUrl: command.response_url };
    const work = {
      key: subject,
      subject,
      work: { team, askerTeam: team, user, intent: read.intent, text: read.text, place },
    };
    await steps.inbox.accept(work);
    await ack();
    onWork(work);
  });
}

/** Forgets what somebody asked, of the library of their workspace and of what is or was to be done. */
async function forgottenText(
  { team, user, language }: { team: string; user: string; language: Language },
  { libraryOf, inbox }: BotSteps,
): Promise<string> {
  const person = `${team}/${user}`;
  const count = (await (await libraryOf(team)).forgetPerson(person)) + (await inbox.forgetPerson(person));
  return count === 0 ? WORDS[language].nothingKept : WORDS[language].forgotten;
}
