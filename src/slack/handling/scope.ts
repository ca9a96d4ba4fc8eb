import { LIMITS } from '../../domain/limits.ts';
import type { Work } from '../../domain/inbox.ts';
import type { Preferences } from '../../domain/ports.ts';
import { canonicalText } from '../../text/canonical-text.ts';
import type { ListedReport } from '../steps.ts';

/** A channel's own reports. */
export interface Scope {
  /** Words of their titles. */
  words: string;
  reportIds: string[];
}

/** The reports whose titles hold some words, in whatever width, case or script. */
export function titledBy<T extends Pick<ListedReport, 'title'>>(words: string, reports: readonly T[]): T[] {
  const wanted = canonicalText(words).trim();
  return wanted === '' ? [] : reports.filter(({ title }) => canonicalText(title).includes(wanted));
}

/**
 * The reports of the channel in which something is asked openly; undefined where all are asked, and where none of its
 * own are left.
 */
export async function scopeOf(
  { team, place }: Pick<Work, 'team' | 'place'>,
  reports: readonly ListedReport[],
  preferences: Preferences,
): Promise<Scope | undefined> {
  const isAlone = place.kind === 'command' || (place.kind === 'message' && place.isDirect);
  if (isAlone || place.channel === undefined) return undefined;
  const words = await preferences.scopeOf(team, place.channel);
  if (words === undefined) return undefined;
  const reportIds = titledBy(words, reports).map(({ id }) => id);
  return reportIds.length === 0 ? undefined : { words, reportIds: reportIds.slice(0, LIMITS.reports) };
}
