import type { App, ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import { maySee } from '../../domain/audience.ts';
import type { Audience, Viewer } from '../../domain/audience.ts';
import type { Client } from '../delivery/target.ts';
import type { LibrarySteps, ListedReport } from '../steps.ts';
import { AUDIENCE_MODAL, audienceModal, CarriedReport, FIELDS } from '../views/audience-modal.ts';
import type { Group } from '../views/audience-modal.ts';
import { AUDIENCE_WORDS } from '../../words/slack-audience.ts';
import { SET_AUDIENCE } from '../views/home-view.ts';
import { noteModal } from '../views/report-modal.ts';
import { AudienceState, chosenAudience } from '../handling/chosen-audience.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import { publishHome } from './home.ts';
import type { Shared } from './shared.ts';

const By = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
const Press = By.extend({ trigger_id: z.string(), actions: z.array(z.object({ value: z.string() })).min(1) });
const Submission = By.extend({ view: z.object({ private_metadata: z.string(), state: AudienceState }) });
const Groups = z.object({
  usergroups: z.array(z.object({ id: z.string(), handle: z.string().default(''), date_delete: z.number().default(0) })),
});

/** *Who may see it* on the Home tab of a librarian, and what they choose. */
export function listenToAudience(app: App, shared: Shared): void {
  app.action(SET_AUDIENCE, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = Press.parse(body);
    const language = await languageOfPerson(team.id, user.id, { client, preferences: shared.steps.preferences });
    const found = await reportOf(actions[0]?.value ?? '', { team: team.id, user: user.id, client }, shared);
    const audience = await found?.library.audienceOf(found.report.id);
    const words = AUDIENCE_WORDS[language];
    const view =
      found && audience !== undefined
        ? audienceModal(
            { reportId: found.report.id, title: found.report.title, language, isWarned: false },
            { audience, team: team.id, groups: await groupsIn(client, shared) },
          )
        : noteModal(words.title, words.gone, language);
    await client.views.open({ trigger_id: trigger, view });
  });

  app.view({ callback_id: AUDIENCE_MODAL, type: 'view_submission' }, async ({ body, ack, client }) => {
    const { team, user, view } = Submission.parse(body);
    const refused = await save(view, { team: team.id, user: user.id, client }, shared);
    await (refused ? ack(refused) : ack());
    if (!refused) await publishHome(team.id, user.id, client, shared);
  });
}

interface Choosing {
  team: string;
  user: string;
  client: Client;
}

/** Saves what was chosen, or gives what the modal says instead of closing. */
async function save(
  view: z.infer<typeof Submission>['view'],
  by: Choosing,
  shared: Shared,
): Promise<ViewResponseAction | undefined> {
  const carried = CarriedReport.parse(JSON.parse(view.private_metadata));
  const words = AUDIENCE_WORDS[carried.language];
  const gone: ViewResponseAction = {
    response_action: 'update',
    view: noteModal(words.title, words.gone, carried.language),
  };
  const found = await reportOf(carried.reportId, by, shared);
  const before = await found?.library.audienceOf(carried.reportId);
  if (!found || before === undefined) return gone;
  const chosen = chosenAudience(view.state, before, by.team);
  if (chosen.outcome !== 'chosen')
    return {
      response_action: 'errors',
      errors: { [chosen.outcome === 'both' ? FIELDS.who : FIELDS.channels]: words[chosen.outcome] },
    };
  const { audience, isConfirmed } = chosen;
  if (!maySee(audience, found.viewer) && !isConfirmed) return warning({ ...carried, audience }, by, shared);
  return (await found.library.setAudience(carried.reportId, audience)) ? undefined : gone;
}

/** Tells librarians that they would not see the report themselves; once told, they must say that they want it. */
async function warning(
  { audience, ...carried }: CarriedReport & { audience: Audience },
  { team, client }: Choosing,
  shared: Shared,
): Promise<ViewResponseAction> {
  if (carried.isWarned)
    return { response_action: 'errors', errors: { [FIELDS.without]: AUDIENCE_WORDS[carried.language].needsTick } };
  return {
    response_action: 'update',
    view: audienceModal({ ...carried, isWarned: true }, { audience, team, groups: await groupsIn(client, shared) }),
  };
}

/** The report, when a librarian who may see it asks for it. */
async function reportOf(
  reportId: string,
  { team, user, client }: Choosing,
  { steps, viewers }: Shared,
): Promise<{ report: ListedReport; library: LibrarySteps; viewer: Viewer } | undefined> {
  const viewer = await viewers.ofPerson(team, user, client);
  const { library, reports } = await steps.libraryOf(team);
  if (!library?.isLibrarian(user, viewer.kind === 'person' ? viewer.userGroups : [])) return undefined;
  const report = (await reports(viewer)).find(({ id }) => id === reportId);
  return report && { report, library, viewer };
}

/** Without the permission to list them, none can be chosen; those that are named stay. */
async function groupsIn(client: Client, { steps }: Shared): Promise<Group[]> {
  try {
    const { usergroups } = Groups.parse(await client.usergroups.list());
    return usergroups.filter(({ date_delete: deleted }) => deleted === 0);
  } catch (error) {
    steps.log(`User groups cannot be listed, so none can be chosen: ${String(error)}`);
    return [];
  }
}
