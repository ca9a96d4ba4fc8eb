import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Viewer } from '../../domain/audience.ts';
import type { Language } from '../../domain/report.ts';
import { given } from '../../domain/given.ts';
import type { Client } from '../delivery/target.ts';
import type { ReviewedCitation, WorkspaceSteps } from '../steps.ts';
import { SHOW_SOURCES } from '../views/answer-buttons.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';
import { reviewModal } from '../views/review-modal.ts';
import { sourcesModal } from '../views/sources-modal.ts';
import { ChosenVerdict, GIVE_VERDICT } from '../views/verdict-menu.ts';
import { linksFor } from '../handling/links-for.ts';
import { seenCitations, seenSources } from '../handling/seen-citations.ts';
import { verdictNoteModal } from '../views/verdict-note.ts';
import { tellCorrection } from '../handling/tell-correction.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import type { Shared } from './shared.ts';

const By = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
const Press = By.extend({ trigger_id: z.string(), actions: z.array(z.object({ value: z.string() })).min(1) });
const Choice = By.extend({
  trigger_id: z.string(),
  view: z.object({ id: z.string(), private_metadata: z.string() }),
  actions: z.array(z.object({ selected_option: z.object({ value: z.string() }) })).min(1),
});

/** The sources of an answer, and the verdicts that editors give on them. */
export function listenToSources(app: App, shared: Shared): void {
  app.action(SHOW_SOURCES, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = Press.parse(body);
    const carried = actions[0]?.value ?? '';
    await client.views.open({
      trigger_id: trigger,
      view: await modalFor(carried, { team: team.id, user: user.id, client }, shared),
    });
  });

  app.action(GIVE_VERDICT, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, view, actions } = Choice.parse(body);
    const { verdict, ...chosen } = ChosenVerdict.parse(JSON.parse(actions[0]?.selected_option.value ?? ''));
    const editor = { team: team.id, user: user.id, client };
    const carried = view.private_metadata;
    const citation = await citationFor(
      chosen.id,
      await viewerOf(editor, shared),
      await shared.steps.libraryOf(team.id),
    );
    // What needs no note, or cannot be given, is so at once.
    if (verdict === 'verified' || !citation || !(await isEditor(editor, shared)))
      return giveVerdict({ ...chosen, verdict, note: '' }, { viewId: view.id, carried }, editor, shared);
    await client.views.push({
      trigger_id: trigger,
      view: verdictNoteModal(citation.claim, { ...chosen, verdict, carried }, await languageFor(editor, shared)),
    });
  });
}

/**
 * A modal with sources that stands already. `drawn`: of what it is drawn again, so that its menus show nothing chosen.
 */
interface Shown {
  viewId: string;
  carried: string;
  drawn?: string;
}

/** Gives an editor's verdict, tells the asker of a correction, and draws the modal again with what became of it. */
export async function giveVerdict(
  { id, ...verdict }: z.infer<typeof ChosenVerdict> & { note: string },
  shown: Shown,
  editor: Asking,
  shared: Shared,
): Promise<void> {
  const viewer = await viewerOf(editor, shared);
  const own = await shared.steps.libraryOf(editor.team);
  const isSeen = (await citationFor(id, viewer, own)) !== undefined;
  const outcome = isSeen
    ? await own.review?.giveVerdict({ citationId: id, ...verdict, editor: editor.user, userGroups: groupsOf(viewer) })
    : 'unknown_citation';
  if (outcome === 'given') await tellCorrection(id, own.review, shared);
  const words = REVIEW_WORDS[await languageFor(editor, shared)];
  await showModal(shown, editor, shared, outcome && words.outcome[outcome]);
}

/** Draws a modal with sources again. */
export async function showModal(
  { viewId, carried, drawn }: Shown,
  by: Asking,
  shared: Shared,
  note?: string,
): Promise<void> {
  await by.client.views.update({
    view_id: viewId,
    view: await modalFor(carried, by, shared, {
      ...given({ note, drawn }),
    }),
  });
}

async function isEditor(by: Asking, shared: Shared): Promise<boolean> {
  const { review } = await shared.steps.libraryOf(by.team);
  return review?.isEditor(by.user, groupsOf(await viewerOf(by, shared))) ?? false;
}

interface Asking {
  team: string;
  user: string;
  client: Client;
}

/**
 * `carried` is what the *Sources* button sends, the id of the sources and that of the answer; or `review` and a
 * citation's id.
 */
async function modalFor(
  carried: string,
  by: Asking,
  shared: Shared,
  again: { note?: string; drawn?: string } = {},
): Promise<types.ModalView> {
  const own = await shared.steps.libraryOf(by.team);
  const { ledger, review } = own;
  const viewer = await viewerOf(by, shared);
  const options = { language: await languageFor(by, shared), ...again, ...linksFor(own, viewer) };
  const waiting = carried.startsWith('review ')
    ? await citationFor(carried.slice('review '.length), viewer, own)
    : undefined;
  if (waiting) return reviewModal(waiting, options);
  const [sourcesId = '', answerId] = carried.split(' ');
  const reviewed =
    review && answerId !== undefined
      ? { citations: await review.citations(answerId), isEditor: await isEditor(by, shared) }
      : undefined;
  const sources = await seenSources((await ledger.sources(sourcesId)) ?? [], reviewed?.citations ?? [], viewer, own);
  return sourcesModal(sources, { ...options, carried, ...(reviewed ? { reviewed } : {}) });
}

/** A citation of a report that the viewer may see. */
async function citationFor(
  citationId: string,
  viewer: Viewer,
  own: WorkspaceSteps,
): Promise<ReviewedCitation | undefined> {
  const citation = await own.review?.citation(citationId);
  return citation && (await seenCitations([citation], viewer, own))[0];
}

function languageFor({ team, user, client }: Asking, { steps }: Shared): Promise<Language> {
  return languageOfPerson(team, user, { client, preferences: steps.preferences });
}

function viewerOf({ team, user, client }: Asking, { viewers }: Shared): Promise<Viewer> {
  return viewers.ofPerson(team, user, client);
}

function groupsOf(viewer: Viewer): string[] {
  return viewer.kind === 'person' ? viewer.userGroups : [];
}
