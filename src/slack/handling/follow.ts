import { z } from 'zod';
import type { Follow } from '../../domain/follow.ts';
import { LONGEST_TOPIC, MOST_FOLLOWED } from '../../domain/follow.ts';
import type { Language } from '../../domain/report.ts';
import { words as formsOf } from '../../lexicon/lexicon.ts';
import { FOLLOW_WORDS } from '../../words/slack-follow.ts';
import type { Client } from '../delivery/target.ts';
import type { BotSteps, ListedReport } from '../steps.ts';
import { titledBy } from './scope.ts';
import type { Viewers } from './viewer.ts';

/** Who types a command where. */
export interface Typed {
  team: string;
  user: string;
  channel: string;
  /** What stands behind the command's first word. */
  text: string;
  language: Language;
}

/** What is said to a command; `isOpen`: to all of the channel, whom it concerns. */
export interface Said {
  text: string;
  isOpen: boolean;
}

interface Parts {
  client: Client;
  steps: BotSteps;
  viewers: Viewers;
}

/** `all`, 全部: no reports of its own any more. */
const ALL = formsOf('command/all');

const Membership = z.object({ channel: z.object({ is_member: z.boolean().default(false) }) });

/** `/footnote follow TOPIC`; without one, what is followed here. */
export async function followTopic(typed: Typed, parts: Parts): Promise<Said> {
  const words = FOLLOW_WORDS[typed.language];
  const { team, user, text: topic } = typed;
  const place = placeOf(typed);
  const { preferences } = parts.steps;
  const here = (await preferences.followed()).filter((each) => each.team === team && each.place === place);
  if (topic === '') return alone(words.list(here.map((each) => each.topic)));
  if (topic.length > LONGEST_TOPIC) return alone(words.tooLong(LONGEST_TOPIC));
  if (here.length >= MOST_FOLLOWED) return alone(words.tooMany(MOST_FOLLOWED));
  if (!(await mayPost(typed, parts.client))) return alone(words.inviteMe);
  const known = (await reportsIn(typed, parts)).map(({ id }) => id);
  const follow = { team, place, topic, by: user, at: new Date().toISOString() };
  const isNew = await preferences.follow(follow, known);
  return isNew ? openly(words.begun(topic), typed) : alone(words.already(topic));
}

/** `/footnote unfollow TOPIC`. */
export async function unfollowTopic(typed: Typed, { steps }: Parts): Promise<Said> {
  const words = FOLLOW_WORDS[typed.language];
  const { team, text: topic } = typed;
  if (topic === '') return alone(words.which);
  const wasFollowed = await steps.preferences.unfollow({ team, place: placeOf(typed), topic });
  return wasFollowed ? openly(words.ended(topic), typed) : alone(words.notFollowed(topic));
}

/** `/footnote scope WORDS`: the channel's own reports; `all` ends it, without words it is told. */
export async function setScope(typed: Typed, parts: Parts): Promise<Said> {
  const words = FOLLOW_WORDS[typed.language];
  const { team, channel, text: scope } = typed;
  const { preferences } = parts.steps;
  if (isDirect(channel)) return alone(words.scopeInChannel);
  if (scope === '') {
    const now = await preferences.scopeOf(team, channel);
    return alone(now === undefined ? words.scopeIsAll : words.scopeIs(now));
  }
  if (ALL.is(scope)) {
    await preferences.setScope(team, channel, undefined);
    return openly(words.scopeAll, typed);
  }
  if (scope.length > LONGEST_TOPIC) return alone(words.tooLong(LONGEST_TOPIC));
  if (!(await mayPost(typed, parts.client))) return alone(words.inviteMe);
  const titled = titledBy(scope, await reportsIn(typed, parts));
  if (titled.length === 0) return alone(words.scopeNone(scope));
  await preferences.setScope(team, channel, scope);
  return openly(words.scopeSet(scope, titled.length), typed);
}

function alone(text: string): Said {
  return { text, isOpen: false };
}

/** What is done for a channel, its members read. */
function openly(text: string, { channel }: Typed): Said {
  return { text, isOpen: !isDirect(channel) };
}

/** In a direct message it is the person who hears of it: a command can be typed where the bot is not. */
function placeOf({ channel, user }: Typed): Follow['place'] {
  return isDirect(channel) ? user : channel;
}

function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

async function mayPost({ channel }: Typed, client: Client): Promise<boolean> {
  if (isDirect(channel)) return true;
  const told = Membership.safeParse(await client.conversations.info({ channel }).catch(() => undefined));
  return told.success && told.data.channel.is_member;
}

/** The reports that are seen where the command was typed. */
async function reportsIn({ team, user, channel }: Typed, { client, steps, viewers }: Parts): Promise<ListedReport[]> {
  const viewer = isDirect(channel) ? viewers.ofPerson(team, user, client) : viewers.ofChannel(team, channel, client);
  return (await steps.libraryOf(team)).reports(await viewer);
}
