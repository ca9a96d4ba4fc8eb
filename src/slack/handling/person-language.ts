import { z } from 'zod';
import type { NewWork } from '../../domain/inbox.ts';
import type { Preferences } from '../../domain/ports.ts';
import type { Language } from '../../domain/report.ts';
import { detectLanguage } from '../../text/language.ts';
import { holdsLetter } from '../../text/holds-letters.ts';
import type { Client } from '../delivery/target.ts';

const Profile = z.object({ user: z.object({ locale: z.string().optional() }) });

/** The language in which somebody is spoken to when they said nothing: what they chose, else what their Slack is in. */
export async function languageOfPerson(
  team: string,
  user: string,
  { client, preferences }: { client: Client; preferences: Preferences },
): Promise<Language> {
  const { language } = await preferences.of(team, user);
  if (language !== 'auto') return language;
  const profile = Profile.safeParse(await client.users.info({ user, include_locale: true }).catch(() => undefined));
  return profile.success && profile.data.user.locale?.startsWith('zh') ? 'zh' : 'en';
}

/** The language of what somebody wrote, unless they chose one; where it has no words, that of the person. */
export async function languageOfWork(
  { team, user, text }: NewWork['work'],
  asked: { client: Client; preferences: Preferences },
): Promise<Language> {
  const { language } = await asked.preferences.of(team, user);
  if (language !== 'auto') return language;
  return holdsLetter(text) ? detectLanguage(text) : languageOfPerson(team, user, asked);
}
