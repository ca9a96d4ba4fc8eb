import type { Work } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import { LIMITS, shorten } from '../limits.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Client } from '../delivery/target.ts';
import type { LibrarySteps, ListedReport, SlackSteps } from '../steps.ts';
import { lengthText } from '../../words/place-label.ts';
import { ADD_WORDS } from '../../words/slack-add.ts';
import type { Viewers } from './viewer.ts';

/** Announces a new report in the channels that are chosen for it, each only when all who read it may see the report. */
export async function announceReport(
  report: ListedReport,
  { team }: Work,
  { announceIn }: LibrarySteps,
  { client, viewers, language }: { client: Client; viewers: Viewers; language: Language },
  { reports, log }: SlackSteps,
): Promise<void> {
  for (const channel of announceIn) {
    const seen = await reports(await viewers.ofChannel(team, channel, client));
    if (!seen.some(({ id }) => id === report.id)) continue;
    const title = shorten(report.title, LIMITS.header);
    const said = plainMessage(ADD_WORDS[language].announced(title, lengthText(report, language), report.publishedOn));
    await client.chat
      .postMessage({ channel, ...said })
      .catch((error: unknown) => log(`The new report could not be announced in ${channel}: ${String(error)}`));
  }
}
