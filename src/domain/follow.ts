import { z } from 'zod';

/** Characters of a topic, and of the words that choose a channel's reports. */
export const LONGEST_TOPIC = 100;
/** Topics that are followed in one place. */
export const MOST_FOLLOWED = 20;

/** That a place wants to hear what new reports say on a topic. */
export const Follow = z.object({
  team: z.string().min(1),
  /** A channel; of a person, their id: they hear directly. */
  place: z.string().min(1),
  /** What it is about, or words of the titles of a series. */
  topic: z.string().min(1).max(LONGEST_TOPIC),
  /** Who began it. */
  by: z.string().min(1),
  at: z.iso.datetime(),
});
export type Follow = z.infer<typeof Follow>;

/** Remembers what is followed where, and what was told of it. */
export interface Follows {
  /**
   * Begins to follow.
   * @param known ids of the reports that are there already: they are not told of
   * @returns false where it is followed already
   */
  follow(follow: Follow, known: readonly string[]): Promise<boolean>;
  /** Ends it; false where it was not followed. */
  unfollow(of: Pick<Follow, 'team' | 'place' | 'topic'>): Promise<boolean>;
  /** What is followed, everywhere, in the order in which it began. */
  followed(): Promise<Follow[]>;
  /** Which of some reports were not told of yet. */
  untold(of: Pick<Follow, 'team' | 'place' | 'topic'>, reportIds: readonly string[]): Promise<string[]>;
  /** Writes down that a report is told of; false where that was done before, by whichever process. */
  tell(of: Pick<Follow, 'team' | 'place' | 'topic'>, reportId: string): Promise<boolean>;
  /** Words of the titles of a channel's own reports; undefined: all are asked. */
  scopeOf(team: string, channel: string): Promise<string | undefined>;
  /** Sets them; undefined: all are asked from now on. */
  setScope(team: string, channel: string, scope: string | undefined): Promise<void>;
}
