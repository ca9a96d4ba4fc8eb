import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { NewWork } from '../../domain/inbox.ts';
import type { Inbox } from '../../domain/ports.ts';
import type { Incoming, IntakeFacts } from './read-event.ts';
import { readEvent } from './read-event.ts';

/** What happens after something was accepted. */
export interface Accepted {
  inbox: Inbox;
  facts: IntakeFacts;
  onWork(work: NewWork): void;
  onDeleted(deleted: Extract<Incoming, { kind: 'deleted' }>): void;
}

const EventBody = z.object({ type: z.literal('event_callback') });

/**
 * Accepts what events want before Bolt sees them: Bolt acknowledges an event at once, and what it does then is lost
 * when the process dies. Here nothing is acknowledged that is not on disk; where that fails, Slack delivers the event
 * again.
 */
export function acceptEvents(app: App, { inbox, facts, onWork, onDeleted }: Accepted): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (EventBody.safeParse(event.body).success) {
      const incoming = await readEvent(event.body, facts);
      if (incoming?.kind === 'work' && (await inbox.accept(incoming.work))) onWork(incoming.work);
      if (incoming?.kind === 'deleted') onDeleted(incoming);
    }
    await process(event);
  };
}
