import type { App } from '@slack/bolt';
import { z } from 'zod';
import { detectLanguage } from '../../text/language.ts';
import { SHOW_SOURCES } from '../views/answer-buttons.ts';
import { sourcesModal } from '../views/sources-modal.ts';
import type { Shared } from './listen.ts';

const Press = z.object({ trigger_id: z.string(), actions: z.array(z.object({ value: z.string() })).min(1) });

/** Opens the sources of an answer when its button is pressed. */
export function listenToSources(app: App, { steps: { ledger, baseUrl } }: Shared): void {
  app.action(SHOW_SOURCES, async ({ body, ack, client }) => {
    await ack();
    const { trigger_id: triggerId, actions } = Press.parse(body);
    const [sourcesId = ''] = (actions[0]?.value ?? '').split(' ');
    const sources = (await ledger.sources(sourcesId)) ?? [];
    const language = detectLanguage(sources[0]?.quote.text ?? '出处');
    await client.views.open({ trigger_id: triggerId, view: sourcesModal(sources, language, baseUrl) });
  });
}
