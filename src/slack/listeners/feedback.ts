import type { App } from '@slack/bolt';
import { z } from 'zod';
import { FEEDBACK, REPORT_WRONG, THUMB_DOWN } from '../views/answer-buttons.ts';
import {
  noteModal,
  REASON_FIELD,
  REPORT_MODAL,
  reportModal,
  WHICH_FIELD,
  WHY_MODAL,
  whyModal,
} from '../views/report-modal.ts';
import { REVIEW_WORDS } from '../../words/slack-review.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import { seenCitations } from '../handling/seen-citations.ts';
import type { Shared } from './shared.ts';

const By = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  actions: z.array(z.object({ value: z.string() })).min(1),
});
const Field = z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() });
const Submission = z.object({
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  view: z.object({
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Field)) }),
  }),
});
const Carried = z.object({ answerId: z.string(), language: z.enum(['zh', 'en']) });

/**
 * Thumbs below an answer, and *Report a wrong citation*: they are kept, and a reason is asked for that goes to the
 * editors, too.
 */
export function listenToFeedback(app: App, { steps, viewers }: Shared): void {
  app.action(FEEDBACK, async ({ body, ack, client, respond }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = By.parse(body);
    const [way, answerId = ''] = (actions[0]?.value ?? '').split(' ');
    const language = await languageOfPerson(team.id, user.id, { client, preferences: steps.preferences });
    const { review } = await steps.libraryOf(team.id);
    await review?.rate(answerId, { team: team.id, user: user.id }, way === THUMB_DOWN ? 'down' : 'up', '');
    if (way === THUMB_DOWN) await client.views.open({ trigger_id: trigger, view: whyModal(answerId, language) });
    else await respond({ response_type: 'ephemeral', replace_original: false, text: REVIEW_WORDS[language].thanks });
  });

  app.action(REPORT_WRONG, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = By.parse(body);
    const answerId = actions[0]?.value ?? '';
    const language = await languageOfPerson(team.id, user.id, { client, preferences: steps.preferences });
    const own = await steps.libraryOf(team.id);
    const citations = await seenCitations(
      (await own.review?.citations(answerId)) ?? [],
      await viewers.ofPerson(team.id, user.id, client),
      own,
    );
    await client.views.open({ trigger_id: trigger, view: reportModal(answerId, citations, language) });
  });

  app.view(
    { callback_id: new RegExp(`^(?:${WHY_MODAL}|${REPORT_MODAL})$`, 'u'), type: 'view_submission' },
    async ({ body, ack }) => {
      const { team, user, view } = Submission.parse(body);
      const { answerId, language } = Carried.parse(JSON.parse(view.private_metadata));
      const { values } = view.state;
      const citation = values[WHICH_FIELD]?.[WHICH_FIELD]?.selected_option?.value;
      const { review } = await steps.libraryOf(team.id);
      const reason = values[REASON_FIELD]?.[REASON_FIELD]?.value ?? '';
      // A thumb down says so of the answer; a wrong citation is a matter of the editors.
      if (view.callback_id === WHY_MODAL)
        await review?.rate(answerId, { team: team.id, user: user.id }, 'down', reason);
      await review?.flag(citation ?? answerId, user.id, reason);
      const words = REVIEW_WORDS[language];
      await ack({
        response_action: 'update',
        view: noteModal(
          citation === undefined ? words.whyTitle : words.reportTitle,
          citation === undefined ? words.thanks : words.thanksReported,
          language,
        ),
      });
    },
  );
}
