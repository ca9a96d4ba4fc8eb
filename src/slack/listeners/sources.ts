import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../domain/report.ts';
import type { Client } from '../out/poster.ts';
import { SHOW_SOURCES } from '../views/answer-buttons.ts';
import { REVIEW_WORDS } from '../views/review-words.ts';
import { reviewModal } from '../views/review-modal.ts';
import { sourcesModal } from '../views/sources-modal.ts';
import { ChosenVerdict, GIVE_VERDICT } from '../views/verdict-menu.ts';
import { verdictNoteModal } from '../views/verdict-note.ts';
import { tellCorrection } from '../work/tell-correction.ts';
import { languageOfPerson } from '../work/person-language.ts';
import type { Shared } from './listen.ts';

const By = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
const Press = By.extend({ trigger_id: z.string(), actions: z.array(z.object({ value: z.string() })).min(1) });
const Choice = By.extend({ trigger_id: z.string(), view: z.object({ id: z.string(), private_metadata: z.string() }), actions: z.array(z.object({ selected_option: z.object({ value: z.string() }) })).min(1) });

/** The sources of an answer, and the verdicts that editors give on them. */
export function listenToSources(app: App, shared: Shared): void {
  app.action(SHOW_SOURCES, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = Press.parse(body);
    const carried = actions[0]?.value ?? '';
    await client.views.open({ trigger_id: trigger, view: await modalFor(carried, { team: team.id, user: user.id, client }, shared) });
  });

  app.action(GIVE_VERDICT, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, view, actions } = Choice.parse(body);
    const { verdict, ...chosen } = ChosenVerdict.parse(JSON.parse(actions[0]?.selected_option.value ?? ''));
    const editor = { team: team.id, user: user.id, client };
    const carried = view.private_metadata;
    if (verdict === 'verified' || !(await isEditor(editor, shared))) return giveVerdict({ ...chosen, verdict, note: '' }, { viewId: view.id, carried }, editor, shared);
    const { review } = await shared.steps.libraryOf(team.id);
    const claim = (await review?.citation(chosen.id))?.claim ?? '';
    await client.views.push({ trigger_id: trigger, view: verdictNoteModal(claim, { ...chosen, verdict, carried }, await languageFor(editor, shared)) });
  });
}

/** A modal with sources that stands already. `drawn`: of what it is drawn again, so that its menus show nothing chosen. */
interface Shown {
  viewId: string;
  carried: string;
  drawn?: string;
}

/** Gives an editor's verdict, tells the asker of a correction, and draws the modal again with what became of it. */
export async function giveVerdict({ id, ...verdict }: z.infer<typeof ChosenVerdict> & { note: string }, shown: Shown, editor: Asking, shared: Shared): Promise<void> {
  const { review } = await shared.steps.libraryOf(editor.team);
  const outcome = await review?.giveVerdict({ citationId: id, ...verdict, editor: editor.user, userGroups: await groupsOf(editor, shared) });
  if (outcome === 'given') await tellCorrection(id, review, shared);
  const words = REVIEW_WORDS[await languageFor(editor, shared)];
  await showModal(shown, editor, shared, outcome && words.outcome[outcome]);
}

/** Draws a modal with sources again. */
export async function showModal({ viewId, carried, drawn }: Shown, by: Asking, shared: Shared, note?: string): Promise<void> {
  await by.client.views.update({ view_id: viewId, view: await modalFor(carried, by, shared, { ...(note === undefined ? {} : { note }), ...(drawn === undefined ? {} : { drawn }) }) });
}

async function isEditor(by: Asking, shared: Shared): Promise<boolean> {
  const { review } = await shared.steps.libraryOf(by.team);
  return review?.isEditor(by.team, by.user, await groupsOf(by, shared)) ?? false;
}

interface Asking {
  team: string;
  user: string;
  client: Client;
}

/** `carried` is what the *Sources* button sends, the id of the sources and that of the answer; or `review` and a citation's id. */
async function modalFor(carried: string, by: Asking, shared: Shared, again: { note?: string; drawn?: string } = {}): Promise<types.ModalView> {
  const { ledger, review, linkTo } = await shared.steps.libraryOf(by.team);
  const language = await languageFor(by, shared);
  const waiting = carried.startsWith('review ') ? await review?.citation(carried.slice('review '.length)) : undefined;
  if (waiting) return reviewModal(waiting, { language, ...again, ...(linkTo === undefined ? {} : { linkTo }) });
  const [sourcesId = '', answerId] = carried.split(' ');
  const sources = (await ledger.sources(sourcesId)) ?? [];
  const reviewed = review && answerId !== undefined ? { citations: await review.citations(answerId), isEditor: await isEditor(by, shared) } : undefined;
  return sourcesModal(sources, {
    language,
    carried,
    ...(reviewed ? { reviewed } : {}),
    ...again,
    ...(linkTo === undefined ? {} : { linkTo }),
  });
}

function languageFor({ team, user, client }: Asking, { steps }: Shared): Promise<Language> {
  return languageOfPerson(team, user, { client, preferences: steps.preferences });
}

async function groupsOf({ team, user, client }: Asking, { viewers }: Shared): Promise<string[]> {
  const viewer = await viewers.ofPerson(team, user, client);
  return viewer.kind === 'person' ? viewer.userGroups : [];
}
