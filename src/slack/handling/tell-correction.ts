import type { Viewer } from '../../domain/audience.ts';
import { EVERYONE_ONLY } from '../../domain/audience.ts';
import { detectLanguage } from '../../text/language.ts';
import { callsNobody, escapeMrkdwn, mrkdwn } from '../mrkdwn.ts';
import { LIMITS, shorten } from '../limits.ts';
import type { Client } from '../delivery/target.ts';
import type { Correction, CommonSteps, CorrectionSteps } from '../steps.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';
import type { Workspaces } from '../workspaces.ts';
import type { Viewers } from './viewer.ts';
import { z } from 'zod';
import { given } from '../../domain/given.ts';
import { oneLine } from '../../text/white-space.ts';

/** Marks the line that says so in the posted answer: a second correction takes its place. */
const MARK = 'correction';
/** Characters of the corrected sentence that are repeated. */
const CLAIM_LENGTH = 200;

/** Blocks as Slack gives them back. */
const Block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
const Posted = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        text: z.string().default(''),
        blocks: z.array(Block).default([]),
        metadata: z.unknown(),
      }),
    )
    .default([]),
});

/** What telling needs. */
interface TellParts {
  steps: CommonSteps;
  workspaces: Workspaces;
  viewers: Viewers;
}

/**
 * Tells whoever asked that an editor corrected a citation of their answer, and shows it in the posted answer. Nothing
 * where it stands, or was not posted in Slack.
 */
export async function tellCorrection(
  citationId: string,
  review: CorrectionSteps | undefined,
  parts: TellParts,
): Promise<void> {
  // The verdict stands, whether or not Slack takes the message.
  await tell(citationId, review, parts).catch((error: unknown) =>
    parts.steps.log(`The asker could not be told of a correction: ${String(error)}`),
  );
}

async function tell(
  citationId: string,
  review: CorrectionSteps | undefined,
  { steps, workspaces, viewers }: TellParts,
): Promise<void> {
  const correction = await review?.correction(citationId);
  const workspace = correction && (await workspaces.of(correction.team));
  if (!review || !correction || !workspace) return;
  const { client, poster } = workspace;
  const { team, asker, posted } = correction;
  const words = wordsOf(correction);
  // What only the asker saw is corrected where only the asker reads: of whom that was forgotten, nowhere.
  if (!posted && asker === undefined) return;
  const { channel, thread } = posted ?? { channel: await poster.directChannel(asker ?? '') };
  const isSeen = await review.sees(await readerOf({ team, asker, channel }, viewers, client), citationId);
  // A report that was hidden since, or is gone, is not repeated from.
  const note = isSeen ? correction.note : '';
  if (posted)
    await markAnswer(posted, { ...correction, note }, client).catch((error: unknown) =>
      steps.log(`The corrected answer could not be marked: ${String(error)}`),
    );
  const what = isSeen
    ? words.corrected(
        escapeMrkdwn(shorten(correction.claim, CLAIM_LENGTH)),
        words.status[correction.verdict],
        escapeMrkdwn(note),
      )
    : words.correctedUnseen(words.status[correction.verdict]);
  const told = asker === undefined ? what : `<@${asker}> ${what}`;
  const where = posted ? { channel, thread_ts: thread ?? posted.message } : { channel };
  await client.chat.postMessage({
    ...where,
    text: callsNobody(told),
    blocks: [{ type: 'section', text: mrkdwn(shorten(told, LIMITS.sectionText)) }],
    unfurl_links: false,
  });
  if (asker !== undefined) await review.askerTold(citationId, asker);
}

/** Who reads what is told: all of a channel, or the asker alone. */
function readerOf(
  { team, asker, channel }: { team: string; asker: string | undefined; channel: string },
  viewers: Viewers,
  client: Client,
): Promise<Viewer> {
  const isDirect = channel.startsWith('D');
  if (asker === undefined) return isDirect ? Promise.resolve(EVERYONE_ONLY) : viewers.ofChannel(team, channel, client);
  if (isDirect) return viewers.ofPerson(team, asker, client);
  return viewers.of({ team, user: asker, place: { kind: 'channel', channel } }, client);
}

async function markAnswer(
  { channel, thread, message }: NonNullable<Correction['posted']>,
  correction: Correction,
  client: Client,
): Promise<void> {
  const found = await client.conversations.replies({
    channel,
    ts: thread ?? message,
    oldest: message,
    latest: message,
    inclusive: true,
    include_all_metadata: true,
  });
  const posted = Posted.parse(found).messages.find(({ ts }) => ts === message);
  if (!posted) return;
  const words = wordsOf(correction);
  const line = words.correctedMark(words.status[correction.verdict], correction.note);
  const mark = { type: 'context', block_id: MARK, elements: [{ type: 'plain_text', text: line }] };
  const isMarked = posted.blocks.some(({ block_id: id }) => id === MARK);
  const blocks = [mark, ...posted.blocks.filter(({ block_id: id }) => id !== MARK)].slice(0, LIMITS.messageBlocks);
  // The mark is the first line of the text, too.
  const text = isMarked ? posted.text.replace(/^.*\n/u, '') : posted.text;
  await client.apiCall('chat.update', {
    channel,
    ts: message,
    text: `${escapeMrkdwn(oneLine(line))}\n${text}`,
    blocks,
    ...given({ metadata: posted.metadata }),
  });
}

function wordsOf({ question, claim }: Correction) {
  return REVIEW_WORDS[detectLanguage(question === '' ? claim : question)];
}
