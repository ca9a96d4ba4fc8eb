import type { App } from '@slack/bolt';
import { z } from 'zod';
import { REVIEW_NEXT } from '../views/home-view.ts';
import { reviewModal } from '../views/review-modal.ts';
import { linksFor } from '../handling/links-for.ts';
import { languageOfPerson } from '../handling/person-language.ts';
import { seenCitations } from '../handling/seen-citations.ts';
import type { Shared } from './shared.ts';

const Press = z.object({
  trigger_id: z.string(),
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  actions: z.array(z.object({ value: z.string() })).min(1),
});

/** Opens one citation of the queue for an editor. */
export function listenToReview(app: App, { steps, viewers }: Shared): void {
  app.action(REVIEW_NEXT, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: trigger, team, user, actions } = Press.parse(body);
    const viewer = await viewers.ofPerson(team.id, user.id, client);
    const own = await steps.libraryOf(team.id);
    if (!own.review?.isEditor(user.id, viewer.kind === 'person' ? viewer.userGroups : [])) return;
    const waiting = await own.review.citation(actions[0]?.value ?? '');
    const [citation] = waiting ? await seenCitations([waiting], viewer, own) : [];
    const language = await languageOfPerson(team.id, user.id, { client, preferences: steps.preferences });
    if (citation)
      await client.views.open({
        trigger_id: trigger,
        view: reviewModal(citation, { language, ...linksFor(own, viewer) }),
      });
  });
}
