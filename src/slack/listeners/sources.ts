import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Language } from '../../domain/report.ts';
import type { Client } from '../out/poster.ts';
import { SHOW_SOURCES } from '../views/answer-buttons.ts';
import { REVIEW_WORDS } from '../views/review-words.ts';
import { reviewModal } from '../views/review-modal.ts';
import { sourcesModal } from '../views/sources-modal.ts';
import { ChosenVerdict, GIVE_VERDICT } from '../views/verdict-menu.ts';
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
    const { review } = await shared.steps.libraryOf(team.id);
    const outcome = await review?.giveVerdict({ citationId: id, verdict, note: '', editor: user.id, userGroups: await groupsOf(editor, shared), seen });
    if (outcome === 'given') await tellCorrection(id, review, shared);
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
  const { ledger, review, linkTo } = await shared.steps.libraryOf(by.team);
  const language = await languageFor(by, shared);
  const waiting = carried.startsWith('review ') ? await review?.citation(carried.slice('review '.length)) : undefined;
  if (waiting) return reviewModal(waiting, { language, ...(note === undefined ? {} : { note }), ...(linkTo === undefined ? {} : { linkTo }) });
  const [sourcesId = '', answerId] = carried.split(' ');
  const sources = (await ledger.sources(sourcesId)) ?? [];
  const reviewed = review && answerId !== undefined ? { citations: await review.citations(answerId), isEditor: review.isEditor(by.team, by.user, await groupsOf(by, shared)) } : undefined;
  return sourcesModal(sources, {
    language,
    carried,
    ...(reviewed ? { reviewed } : {}),
    ...(note === undefined ? {} : { note }),
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
