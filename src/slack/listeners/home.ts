import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Audience } from '../../domain/audience.ts';
import { given } from '../../domain/given.ts';
import type { Client } from '../delivery/target.ts';
import type { WorkspaceSteps } from '../steps.ts';
import { askModal } from '../views/ask-modal.ts';
import { ASK, ASK_AGAIN, homeView, REMOVE_REPORT, SEARCH_REPORTS } from '../views/home-view.ts';
import type { Home } from '../views/home-view.ts';
import { newestFirst } from '../views/reports-message.ts';
import { SET_LANGUAGE, SET_WHERE } from '../views/settings-block.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import { seenCitations } from '../handling/seen-citations.ts';
import type { Shared } from './shared.ts';

/** Reports whose sections are named, the newest; the others by their title. */
const WITH_SECTIONS = 5;
/** Characters of what is looked for. */
const SEARCH_LENGTH = 100;
/** Questions that are loaded; and citations: some of them may be of reports that the editor does not see. */
const LOADED = 10;
const WAITING_LOADED = 50;

const By = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
const Pressed = By.extend({ actions: z.array(z.object({ value: z.string() })).min(1) });
const Chosen = By.extend({
  actions: z.array(z.object({ action_id: z.string(), selected_option: z.object({ value: z.string() }) })).min(1),
});
const Opened = By.extend({
  trigger_id: z.string(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});
const Typed = By.extend({ actions: z.array(z.object({ value: z.string().nullish() })).min(1) });
const Language = z.enum(['auto', 'zh', 'en']);
const Where = z.enum(['direct', 'thread']);

/** The Home tab: shown when it opens, and again when something on it changes. */
export function listenToHome(app: App, shared: Shared): void {
  const { steps, viewers } = shared;
  app.event('app_home_opened', async ({ event, context, client }) => {
    if (event.tab === 'home') await publishHome(context.teamId ?? '', event.user, client, shared);
  });

  app.action({ action_id: new RegExp(`^(?:${SET_LANGUAGE}|${SET_WHERE})$`, 'u') }, async ({ body, ack, client }) => {
    await ack();
    const { team, user, actions } = Chosen.parse(body);
    const kept = await steps.preferences.of(team.id, user.id);
    const value = actions[0]?.selected_option.value;
    await steps.preferences.set(
      team.id,
      user.id,
      actions[0]?.action_id === SET_LANGUAGE
        ? { ...kept, language: Language.parse(value) }
        : { ...kept, where: Where.parse(value) },
    );
    await publishHome(team.id, user.id, client, shared);
  });

  app.action({ action_id: new RegExp(`^(?:${ASK}|${ASK_AGAIN})$`, 'u') }, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = Opened.parse(body);
    const language = await languageOfPerson(team.id, user.id, { client, preferences: steps.preferences });
    await client.views.open({ trigger_id: trigger, view: askModal(undefined, language, actions[0]?.value) });
  });

  app.action(SEARCH_REPORTS, async ({ body, ack, client }) => {
    await ack();
    const { team, user, actions } = Typed.parse(body);
    const search = (actions[0]?.value ?? '').trim().slice(0, SEARCH_LENGTH);
    await publishHome(team.id, user.id, client, shared, search === '' ? undefined : search);
  });

  app.action(REMOVE_REPORT, async ({ body, ack, client }) => {
    await ack();
    const { team, user, actions } = Pressed.parse(body);
    const viewer = await viewers.ofPerson(team.id, user.id, client);
    const own = await steps.libraryOf(team.id);
    const mayRemove = own.library?.isLibrarian(user.id, viewer.kind === 'person' ? viewer.userGroups : []) ?? false;
    const isThere = (await own.reports(viewer)).some(({ id }) => id === actions[0]?.value);
    if (mayRemove && isThere) await own.library?.remove(actions[0]?.value ?? '');
    await publishHome(team.id, user.id, client, shared);
  });
}

/**
 * Shows a person the Home tab as it is now.
 * @param search words of the reports that they look for
 */
export async function publishHome(
  team: string,
  user: string,
  client: Client,
  shared: Shared,
  search?: string,
): Promise<void> {
  const home = await homeOf(team, user, client, shared);
  await client.views.publish({ user_id: user, view: homeView({ ...home, ...given({ search }) }) });
}

async function homeOf(team: string, user: string, client: Client, { steps, viewers }: Shared): Promise<Home> {
  const viewer = await viewers.ofPerson(team, user, client);
  const userGroups = viewer.kind === 'person' ? viewer.userGroups : [];
  const own = await steps.libraryOf(team);
  const reports = await own.reports(viewer);
  const isLibrarian = own.library?.isLibrarian(user, userGroups) ?? false;
  const isEditor = own.review?.isEditor(user, userGroups) ?? false;
  return {
    language: await languageOfPerson(team, user, { client, preferences: steps.preferences }),
    team,
    reports: await Promise.all(
      newestFirst(reports).map(async (report, at) => ({
        ...report,
        ...(at < WITH_SECTIONS ? { sections: await own.sections(report.id, viewer) } : {}),
        ...(isLibrarian ? await audienceOf(report.id, own) : {}),
      })),
    ),
    recent: await steps.inbox.recent(team, user, LOADED),
    ...(isEditor && own.review
      ? { queue: await seenCitations(await own.review.queue(WAITING_LOADED), viewer, own) }
      : {}),
    isLibrarian,
    preference: await steps.preferences.of(team, user),
  };
}

async function audienceOf(reportId: string, { library }: WorkspaceSteps): Promise<{ audience?: Audience }> {
  const audience = await library?.audienceOf(reportId);
  return given({ audience });
}
