import type { Audience, Viewer } from '../../domain/audience.ts';
import type { SharedFile, Work } from '../../domain/inbox.ts';
import { TransferError } from '../../domain/errors.ts';
import type { Language } from '../../domain/report.ts';
import { refusal } from '../delivery/call-slack.ts';
import type { Message } from '../delivery/message.ts';
import { plainMessage } from '../delivery/message.ts';
import type { Client } from '../delivery/target.ts';
import type { LibrarySteps, ListedReport, SlackSteps, WhileAnswering } from '../steps.ts';
import { ADD_WORDS } from '../../words/slack-add.ts';
import { addedMessage } from '../views/added-message.ts';
import { replaceMessage } from '../views/replace-message.ts';
import { summaryMessages } from '../views/summary-message.ts';
import { announceReport } from './announce-report.ts';
import { datesOf } from './answer-result.ts';
import { downloadFile } from './download-file.ts';
import type { DropPlace } from './drop-place.ts';
import { dropPlace } from './drop-place.ts';
import { linksFor } from './links-for.ts';
import type { Viewers } from './viewer.ts';

/** Largest file that is taken in, in bytes: a report of some hundred pages with pictures. */
const LARGEST_BYTES = 100 * 1024 * 1024;
/** Progress is shown in steps of this share. */
const STEP = 0.25;

/** What taking files in needs besides the steps. */
export interface AddParts {
  client: Client;
  token: string;
  /** Who sees what is said; what they do not see is not there. */
  viewer: Viewer;
  viewers: Viewers;
  language: Language;
  meanwhile: WhileAnswering;
  /** Shows how far it is. */
  progress(message: Message): Promise<unknown>;
}

/**
 * Takes the files of a message into the library, and gives what to say at the end: what became of each, and a brief of
 * what is new.
 */
export async function addReports(work: Work, parts: AddParts, steps: SlackSteps): Promise<Message[]> {
  const words = ADD_WORDS[parts.language];
  const { library } = steps;
  if (!library) return [plainMessage(words.closed)];
  const librarian = await parts.viewers.ofPerson(work.team, work.user, parts.client);
  if (!library.isLibrarian(work.user, librarian.kind === 'person' ? librarian.userGroups : []))
    return [plainMessage(words.notLibrarian)];
  const dropped = await dropPlace(work, parts.client, steps.log);
  const said: Message[] = [];
  for (const file of work.files) said.push(...(await addFile(file, { work, dropped, library }, parts, steps)));
  return said.length > 0 ? said : [plainMessage(words.noFile)];
}

interface Adding {
  work: Work;
  dropped: DropPlace;
  library: LibrarySteps;
}

async function addFile(
  file: SharedFile,
  { work, dropped, library }: Adding,
  parts: AddParts,
  steps: SlackSteps,
): Promise<Message[]> {
  const { viewer, language } = parts;
  const words = ADD_WORDS[language];
  if (!library.extensions.some((extension) => file.name.toLowerCase().endsWith(extension)))
    return [plainMessage(words.wrongType(file.name, library.extensions.join(', ')))];
  if (file.size > LARGEST_BYTES) return [plainMessage(words.tooLarge(file.name, LARGEST_BYTES / 1024 / 1024))];
  const stored = (await steps.reports(viewer)).filter((report) => report.file === file.name);
  const replaced = stored.find(({ id }) => id === work.replaces);
  if (stored.length > 0 && !replaced && !work.isConfirmed)
    return [await askWhich(file, stored, { work, dropped, library }, language)];
  await parts.progress(plainMessage(words.reading(file.name, 0)));
  const bytes = await downloadFile(file.id, LARGEST_BYTES, parts).catch((error: unknown) =>
    notGiven(error, file, steps.log),
  );
  if (bytes === 'too_large') return [plainMessage(words.tooLarge(file.name, LARGEST_BYTES / 1024 / 1024))];
  if (bytes === 'gone') return [plainMessage(words.notGiven(file.name))];
  const how = { viewer, audience: dropped.audience, ...(replaced ? { replaces: replaced.id } : {}) };
  const added = await library.add(
    { name: file.name, bytes },
    how,
    reportSteps(
      (share) =>
        void parts
          .progress(plainMessage(words.reading(file.name, share)))
          .catch((error: unknown) => steps.log(String(error))),
    ),
  );
  if (added.outcome === 'refused') return [plainMessage(words.refused(file.name, added.reason))];
  const said = addedMessage(
    added,
    { team: work.team, dropped: replaced || added.outcome === 'unchanged' ? undefined : dropped.kind },
    language,
  );
  if (added.outcome === 'unchanged') return [said];
  await announceReport(added.report, work, library, parts, steps);
  return [said, ...(await briefOf(added.report, parts, steps))];
}

/** Why a file does not come, as far as it is the file's fault. */
function notGiven(error: unknown, file: SharedFile, log: (line: string) => void): 'gone' | 'too_large' {
  if (refusal(error) === 'file_not_found') return 'gone';
  if (!(error instanceof TransferError)) throw error;
  log(`${file.name} is not taken in: ${error.message}`);
  return error.reason === 'too_large' ? 'too_large' : 'gone';
}

async function askWhich(
  file: SharedFile,
  stored: ListedReport[],
  { work: { team, place }, dropped, library }: Adding,
  language: Language,
): Promise<Message> {
  const seen = await Promise.all(
    stored.map(async (report) => ({ report, audience: (await library.audienceOf(report.id)) ?? dropped.audience })),
  );
  const isSame = seen.some(({ audience }) => isEqual(audience, dropped.audience));
  return replaceMessage({ file, place, team, stored: seen, beside: isSame ? undefined : dropped.audience }, language);
}

function isEqual(one: Audience, other: Audience): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What the report says in short, with citations; nothing where no summary comes of it. */
async function briefOf(
  { id, title }: ListedReport,
  { viewer, language, meanwhile }: AddParts,
  steps: SlackSteps,
): Promise<Message[]> {
  const reports = await steps.reports(viewer);
  if (!reports.some((report) => report.id === id)) return [];
  const summary = await steps.summarize?.(title, viewer, { ...meanwhile, isUnasked: true });
  if (summary?.outcome !== 'summarised') return [];
  return summaryMessages(summary, { language, dates: datesOf(reports), ...linksFor(steps, viewer) });
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
