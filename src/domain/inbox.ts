import { z } from 'zod';

/** What somebody wants done; `greet` and `thank` want a word in return. */
export const Intent = z.enum(['ask', 'summarize', 'check', 'add_report', 'greet', 'thank']);
export type Intent = z.infer<typeof Intent>;

/** Characters of a file's name that are kept, as many as every file system takes, and of its ending. */
const NAME_LENGTH = 80;
const ENDING_LENGTH = 10;

/** A file that somebody shared. Slack leaves out name and size of one that it does not show to the app. */
export const SharedFile = z.object({
  id: z.string().min(1),
  name: z
    .string()
    .nullish()
    .transform((name) => shortName(name ?? '')),
  size: z
    .number()
    .min(0)
    .nullish()
    .transform((size) => size ?? 0),
});
export type SharedFile = z.infer<typeof SharedFile>;

/** A name that a file can have: no control characters, and its ending kept where it is cut. */
function shortName(name: string): string {
  const whole = name.toWellFormed().replaceAll(/\p{Cc}/gu, ' ');
  if (whole.length <= NAME_LENGTH) return whole;
  return `${whole.slice(0, NAME_LENGTH - ENDING_LENGTH - 1)}…${whole.slice(-ENDING_LENGTH)}`.toWellFormed();
}

/** Files as an event lists them: what is none is left out, so that the message it came with is not lost. */
export const SharedFiles = z
  .array(z.unknown())
  .nullish()
  .transform((files) => (files ?? []).flatMap((file) => SharedFile.safeParse(file).data ?? []));

/** Where work came from, and where its result goes. */
export const WorkPlace = z.discriminatedUnion('kind', [
  /** A message, answered in its thread. `ts` is the message, `thread` the root of its thread. */
  z.object({
    kind: z.literal('message'),
    channel: z.string().min(1),
    ts: z.string().min(1),
    thread: z.string().min(1),
    isDirect: z.boolean(),
  }),
  /** Something said into a channel, in no thread; without a channel, to the person directly. */
  z.object({ kind: z.literal('channel'), channel: z.string().min(1).optional() }),
  /** A slash command, answered to one person through its response address, which lives for 30 minutes. */
  z.object({ kind: z.literal('command'), channel: z.string().min(1), responseUrl: z.string().min(1) }),
]);
export type WorkPlace = z.infer<typeof WorkPlace>;

/** One thing to do, as accepted. */
export const Work = z.object({
  /**
   * Workspace in which the bot was met, and the one that the person belongs to: not the same in a channel shared with
   * others.
   */
  team: z.string(),
  askerTeam: z.string(),
  user: z.string().min(1),
  intent: Intent,
  text: z.string(),
  place: WorkPlace,
  /** What was said before, where no thread tells. */
  earlier: z.array(z.string()).default([]),
  files: z.array(SharedFile).default([]),
  /** Id of the report that a file is to replace: the person was asked. */
  replaces: z.string().optional(),
  /** The person was asked, and wants it beside what is there. */
  isConfirmed: z.boolean().default(false),
});
export type Work = z.infer<typeof Work>;

/** Work as it is kept when its question is forgotten: that there was some, in its place. */
export function withoutWords({ team, askerTeam, intent, place }: Work): Work {
  return Work.parse({ team, askerTeam, user: FORGOTTEN, intent, text: '', place });
}

/** Whether the question of some work was forgotten. */
export function isForgotten({ user }: Work): boolean {
  return user === FORGOTTEN;
}

/** Stands in place of whoever asked. */
const FORGOTTEN = 'forgotten';

/** Work that is to be accepted. */
export interface NewWork {
  /** The same for every delivery of the same thing: the second one is not accepted. */
  key: string;
  /** What the work is about, a message for instance: newer work about it replaces older work that still waits. */
  subject: string;
  work: z.input<typeof Work>;
}

/** Work that somebody took. */
export interface InboxItem {
  id: number;
  subject: string;
  work: Work;
  /** 1 for the first time; more when whoever took it before did not finish. */
  attempt: number;
  /** True when work about the same subject was taken before: an edited question. */
  isRepeated: boolean;
  /** True when whoever took it before was about to say its result: it may have been said. */
  mayBeSaid: boolean;
}

/** How much may be asked within a stretch of time. */
export interface Allowance {
  perPerson: number;
  perTeam: number;
  withinMs: number;
}

/** What was asked too much of, and when there is room again, in milliseconds of the inbox's clock from now. */
export interface Excess {
  of: 'person' | 'team';
  waitMs: number;
}

/** What an inbox holds that is not done. */
export interface Backlog {
  waiting: number;
  working: number;
  /** How long the oldest work that waits has done so, in milliseconds; 0 when none waits. */
  oldestMs: number;
}
