import type { SharedFile, Work } from '../../domain/inbox.ts';
import type { Language } from '../../domain/report.ts';
import type { Message } from '../out/message.ts';
import { plainMessage } from '../out/message.ts';
import type { Client } from '../out/poster.ts';
import type { Viewer } from '../../domain/audience.ts';
import type { LibrarySteps, ListedReport, SlackSteps } from '../steps.ts';
import { ADD_WORDS } from '../views/add-words.ts';
import { replaceMessage } from '../views/replace-message.ts';
import { summaryMessages } from '../views/summary-message.ts';
import { downloadFile } from './download-file.ts';
import { datesOf } from './answer-result.ts';

/** Largest file that is taken in, in bytes: a report of some hundred pages with pictures. */
const LARGEST_BYTES = 100 * 1024 * 1024;
/** Progress is shown in steps of this share. */
const STEP = 0.25;

/** What taking files in needs besides the steps. */
export interface AddParts {
  client: Client;
  token: string;
  viewer: Viewer;
  language: Language;
  /** Shows how far it is. */
  progress(message: Message): Promise<unknown>;
}

/** Takes the files of a message into the library, and gives what to say at the end: what became of each, and a brief of what is new. */
export async function addReports(work: Work, parts: AddParts, steps: SlackSteps): Promise<Message[]> {
  const words = ADD_WORDS[parts.language];
  const { library } = steps;
  if (!library) return [plainMessage(words.closed)];
  const userGroups = parts.viewer.kind === 'person' ? parts.viewer.userGroups : [];
  if (!library.isLibrarian(work.user, userGroups)) return [plainMessage(words.notLibrarian)];
  const said: Message[] = [];
  for (const file of work.files) said.push(...(await addFile(file, work, library, parts, steps)));
  return said.length > 0 ? said : [plainMessage(words.noFile)];
}

async function addFile(file: SharedFile, { place, isConfirmed }: Work, library: LibrarySteps, parts: AddParts, steps: SlackSteps): Promise<Message[]> {
  const words = ADD_WORDS[parts.language];
  if (!library.extensions.some((extension) => file.name.toLowerCase().endsWith(extension))) return [plainMessage(words.wrongType(file.name, library.extensions.join(', ')))];
  if (file.size > LARGEST_BYTES) return [plainMessage(words.tooLarge(file.name, LARGEST_BYTES / 1024 / 1024))];
  const stored = (await steps.reports(parts.viewer)).find((report) => report.file === file.name);
  if (stored && !isConfirmed) return [replaceMessage(stored, { file, place }, parts.language)];
  await parts.progress(plainMessage(words.reading(file.name, 0)));
  const bytes = await downloadFile(file.id, parts);
  const added = await library.add({ name: file.name, bytes }, reportSteps((share) => void parts.progress(plainMessage(words.reading(file.name, share))).catch((error: unknown) => steps.log(String(error)))));
  if (added.outcome === 'refused') return [plainMessage(words.refused(file.name, added.reason))];
  if (added.outcome === 'unchanged') return [plainMessage(words.unchanged(added.report.title))];
  await announce(added.report, library, parts, steps);
  return [plainMessage(words[added.outcome](added.report.title, added.report.pageCount)), ...(await briefOf(added.report, parts, steps))];
}

/** What the report says in short, with citations; nothing where no summary comes of it. */
async function briefOf({ title }: ListedReport, { viewer, language }: AddParts, steps: SlackSteps): Promise<Message[]> {
  const summary = await steps.summarize?.(title, viewer);
  if (summary?.outcome !== 'summarised') return [];
  return summaryMessages(summary, { language, dates: datesOf(await steps.reports(viewer)), ...(steps.linkTo === undefined ? {} : { linkTo: steps.linkTo }) });
}

/** Passes progress on a few times only: each is a call of Slack. */
function reportSteps(show: (share: number) => void): (share: number) => void {
  let shown = 0;
  return (share) => {
    if (share < shown + STEP || share >= 1) return;
    shown = share;
    show(share);
  };
}

async function announce({ title, pageCount, publishedOn }: ListedReport, { announceIn }: LibrarySteps, { client, language }: AddParts, { log }: SlackSteps): Promise<void> {
  for (const channel of announceIn) {
    await client.chat.postMessage({ channel, ...plainMessage(ADD_WORDS[language].announced(title, pageCount, publishedOn)) }).catch((error: unknown) => log(`The new report could not be announced in ${channel}: ${String(error)}`));
  }
}
