import type { App } from '@slack/bolt';
import { z } from 'zod';
import { NOTE_FIELD, Noting, VERDICT_NOTE } from '../views/verdict-note.ts';
import type { Shared } from './shared.ts';
import { giveVerdict, showModal } from './sources.ts';

const By = z.object({ team: z.object({ id: z.string() }), user: z.object({ id: z.string() }) });
const Below = z.object({ id: z.string(), private_metadata: z.string(), previous_view_id: z.string() });
const Closed = By.extend({ view: Below });
const Submitted = By.extend({
  view: Below.extend({
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }),
  }),
});

/**
 * What an editor says is wrong: the verdict is given with it when the modal is submitted, and not at all when it is
 * closed.
 */
export function listenToVerdictNote(app: App, shared: Shared): void {
  app.view({ callback_id: VERDICT_NOTE, type: 'view_submission' }, async ({ body, ack, client }) => {
    await ack();
    const { team, user, view } = Submitted.parse(body);
    const { carried, ...verdict } = Noting.parse(JSON.parse(view.private_metadata));
    const note = view.state.values[NOTE_FIELD]?.[NOTE_FIELD]?.value?.trim() ?? '';
    await giveVerdict(
      { ...verdict, note },
      { viewId: view.previous_view_id, carried, drawn: view.id },
      { team: team.id, user: user.id, client },
      shared,
    );
  });

  app.view({ callback_id: VERDICT_NOTE, type: 'view_closed' }, async ({ body, ack, client }) => {
    await ack();
    const { team, user, view } = Closed.parse(body);
    const { carried } = Noting.parse(JSON.parse(view.private_metadata));
    await showModal(
      { viewId: view.previous_view_id, carried, drawn: view.id },
      { team: team.id, user: user.id, client },
      shared,
    );
  });
}
