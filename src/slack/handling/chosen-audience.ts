import { z } from 'zod';
import { Audience, canonicalAudience } from '../../domain/audience.ts';
import { ownId } from '../views/audience-text.ts';
import { FIELDS } from '../views/audience-modal.ts';

const Field = z.object({
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_users: z.array(z.string()).nullish(),
});
/** The state of the modal as Slack sends it. */
export const AudienceState = z.object({ values: z.record(z.string(), z.record(z.string(), Field)) });

/**
 * What somebody chose; `isConfirmed`: even when they do not see the report any more; `both`: everyone, and some whom
 * they named just now.
 */
export type ChosenAudience =
  | { outcome: 'chosen'; audience: Audience; isConfirmed: boolean }
  | { outcome: 'nobody' | 'both' | 'strange' };

/**
 * Reads who may see a report from the modal. Who is named of other workspaces, and whatever had no menu, stays named.
 * @param before who may see it now
 */
export function chosenAudience(
  { values }: z.infer<typeof AudienceState>,
  before: Audience,
  team: string,
): ChosenAudience {
  const field = (name: string) => values[name]?.[name];
  const isConfirmed = (field(FIELDS.without)?.selected_options ?? []).length > 0;
  const named = before === 'everyone' ? { channels: [], userGroups: [], people: [] } : before;
  const options = field(FIELDS.userGroups)?.selected_options?.map(({ value }) => value);
  const parsed = Audience.safeParse({
    channels: merged(field(FIELDS.channels)?.selected_conversations ?? [], named.channels, team),
    userGroups: field(FIELDS.userGroups) ? merged(options ?? [], named.userGroups, team) : named.userGroups,
    people: merged(field(FIELDS.people)?.selected_users ?? [], named.people, team),
  });
  if (!parsed.success) return { outcome: 'strange' };
  const { data: audience } = parsed;
  const isEmpty = isSame(audience, { channels: [], userGroups: [], people: [] });
  if (field(FIELDS.who)?.selected_option?.value === 'everyone')
    return isEmpty || isSame(audience, before)
      ? { outcome: 'chosen', audience: 'everyone', isConfirmed }
      : { outcome: 'both' };
  return isEmpty ? { outcome: 'nobody' } : { outcome: 'chosen', audience, isConfirmed };
}

function isSame(one: Audience, other: Audience): boolean {
  return JSON.stringify(canonicalAudience(one)) === JSON.stringify(canonicalAudience(other));
}

/** Ids as they were written before, where they were there. */
function merged(chosen: readonly string[], before: readonly string[], team: string): string[] {
  const foreign = before.filter((id) => ownId(id, team) === undefined);
  const own = chosen.flatMap((id) => {
    const written = before.filter((each) => ownId(each, team) === id);
    return written.length > 0 ? written : [`${team}/${id}`];
  });
  return [...foreign, ...own];
}
