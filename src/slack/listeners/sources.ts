import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Viewer } from '../../domain/audience.ts';
import type { Language } from '../../domain/report.ts';
import type { Client } from '../out/poster.ts';
import type { ReviewedCitation, WorkspaceSteps } from '../steps.ts';
import { SHOW_SOURCES } from '../views/answer-buttons.ts';
import { REVIEW_WORDS } from '../views/review-words.ts';
import { reviewModal } from '../views/review-modal.ts';
import { sourcesModal } from '../views/sources-modal.ts';
import { ChosenVerdict, GIVE_VERDICT } from '../views/verdict-menu.ts';
import { linksFor } from '../work/links-for.ts';
import { seenCitations, seenSources } from '../work/seen-citations.ts';
import { tellCorrection } from '../work/tell-correction.ts';
import { languageOfPerson } from '../work/person-language.ts';
import type { Shared } from './listen.ts';

const By = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
const Press = By.extend({ trigger_id: z.string(), actions: z.array(z.object({ value: z.string() })).min(1) });
const Choice = By.extend({ view: z.object({ id: z.string(), private_metadata: z.string() }), actions: z.array(z.object({ selected_option: z.object({ value: z.string() }) })).min(1) });

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
    const { team, user, view, actions } = Choice.parse(body);
    const { id, verdict, seen } = ChosenVerdict.parse(JSON.parse(actions[0]?.selected_option.value ?? ''));
    const editor = { team: team.id, user: user.id, client };
    const viewer = await shared.viewers.ofPerson(team.id, user.id, client);
    const own = await shared.steps.libraryOf(team.id);
    const outcome = (await citationFor(id, viewer, own)) ? await own.review?.giveVerdict({ citationId: id, verdict, note: '', editor: user.id, userGroups: groupsOf(viewer), seen }) : 'unknown_citation';
    if (outcome === 'given') await tellCorrection(id, own.review, shared);
    const words = REVIEW_WORDS[await languageFor(editor, shared)];
    await client.views.update({ view_id: view.id, view: await modalFor(view.private_metadata, editor, shared, outcome && words.outcome[outcome]) });
  });
}

interface Asking {
  team: string;
  user: string;
  client: Client;
}

/** `carried` is what the *Sources* button sends, the id of the sources and that of the answer; or `review` and a citation's id. */
async function modalFor(carried: string, by: Asking, shared: Shared, note?: string): Promise<types.ModalView> {
  const own = await shared.steps.libraryOf(by.team);
  const { ledger, review } = own;
  const viewer = await shared.viewers.ofPerson(by.team, by.user, by.client);
  const options = { language: await languageFor(by, shared), ...(note === undefined ? {} : { note }), ...linksFor(own, viewer) };
  const waiting = carried.startsWith('review ') ? await citationFor(carried.slice('review '.length), viewer, own) : undefined;
  if (waiting) return reviewModal(waiting, options);
  const [sourcesId = '', answerId] = carried.split(' ');
  const reviewed = review && answerId !== undefined ? { citations: await review.citations(answerId), isEditor: review.isEditor(by.team, by.user, groupsOf(viewer)) } : undefined;
  const sources = await seenSources((await ledger.sources(sourcesId)) ?? [], reviewed?.citations ?? [], viewer, own);
  return sourcesModal(sources, { ...options, carried, ...(reviewed ? { reviewed } : {}) });
}

/** A citation of a report that the viewer may see. */
async function citationFor(citationId: string, viewer: Viewer, own: WorkspaceSteps): Promise<ReviewedCitation | undefined> {
  const citation = await own.review?.citation(citationId);
  return citation && (await seenCitations([citation], viewer, own))[0];
}

function languageFor({ team, user, client }: Asking, { steps }: Shared): Promise<Language> {
  return languageOfPerson(team, user, { client, preferences: steps.preferences });
}

function groupsOf(viewer: Viewer): string[] {
  return viewer.kind === 'person' ? viewer.userGroups : [];
}
